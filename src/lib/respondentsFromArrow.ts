import {type Column, tableFromIPC} from "@uwdata/flechette";
import type {Reason} from "./codebook.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "./respondents.js";
import type {Weighting} from "./weighting.js";

/** What stands before the reason for a lack of response; no code of a codebook begins with it. */
export const missingMark = "!";

/** What the file says in its metadata, for Arrow has no place for it. */
export interface ArrowHead {
  codebook: string;
  rank: Respondents["rank"];
  classes: Weighting["classes"];
  columns: Pick<ResponseColumn, "name" | "variable" | "option" | "categories">[];
}

/** Respondents and their weights. */
export interface WeightedRespondents {
  respondents: Respondents;
  weighting: Pick<Weighting, "classes" | "classOf" | "weight">;
}

/** The metadata of a file of these respondents. */
export function arrowHead({codebook, rank, columns}: Respondents, {classes}: Weighting): ArrowHead {
  return {
    codebook,
    rank,
    classes,
    columns: columns.map(({name, variable, option, categories}) => ({name, variable, option, categories})),
  };
}

/**
 * Respondents as the build wrote them (`respondentsArrow`): the same, column by column. Runs in the browser, and compiles
 * nothing.
 *
 * @throws Error when the bytes are no such file
 */
export function respondentsFromArrow(bytes: ArrayBuffer | Uint8Array): WeightedRespondents {
  const table = tableFromIPC(bytes);
  const text = table.schema.metadata?.get("respondents");
  if (text === undefined) throw new Error("no respondents: the file’s metadata does not name them");
  const {codebook, rank, classes, columns} = JSON.parse(text) as ArrowHead;
  const rowNumbers = Int32Array.from(table.getChild("row").toArray() as ArrayLike<number>);
  const codesOf = (name: string, codeOf: (entry: string) => number) => indices(table.getChild(name), codeOf);
  return {
    respondents: {
      codebook,
      rank,
      rowNumbers,
      count: rowNumbers.length,
      columns: columns.map((each) => ({
        ...each,
        codes: codesOf(`response_${each.name}`, codeReader(each.categories)),
      })),
    },
    weighting: {
      classes,
      classOf: codesOf("class", (entry) => classes.findIndex(({code}) => code === entry)),
      weight: Float64Array.from(table.getChild("weight").toArray() as ArrayLike<number>),
    },
  };
}

function codeReader(categories: readonly string[]): (entry: string) => number {
  const indexOf = new Map(categories.map((code, index) => [code, index]));
  return (entry) =>
    entry.startsWith(missingMark)
      ? codeOfReason(entry.slice(missingMark.length) as Reason)
      : (indexOf.get(entry) as number);
}

/** Row by row what a dictionary’s entry stands for, looked up once for each distinct entry. */
function indices(column: Column<unknown>, codeOf: (entry: string) => number): Int32Array {
  const codes = new Int32Array(column.length);
  const known = new Map<string, number>();
  let row = 0;
  for (const value of column as Iterable<string>) {
    let code = known.get(value);
    if (code === undefined) {
      code = codeOf(value);
      known.set(value, code);
    }
    codes[row++] = code;
  }
  return codes;
}
