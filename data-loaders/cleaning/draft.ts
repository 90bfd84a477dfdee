import {group} from "d3";
import {getOrMake} from "../../src/lib/memoize.js";
import type {ChangeGroup, SetAside} from "../../src/lib/respondents/cleaning.js";
import {type Codebook, isAnswered} from "../../src/lib/respondents/codebook.js";
import type {FindColumn} from "../../src/lib/respondents/condition.js";
import {noAnswer, type Value} from "../../src/lib/respondents/respondents.js";

/** A column on its way from the file's texts to codes: each distinct text once, and for each row which it has. */
export interface DraftColumn {
  /** A variable, or `variable.option`. */
  name: string;
  /** Row by row an index into `values`, or a code of `reasons`. */
  codes: Int32Array;
  /** "" is a blank: not understood yet. */
  values: readonly string[];
}

interface MapOptions {
  /** The rule that changes, for the record. */
  rule: string;
  /** True of a column of which no text may stand on record. */
  isPrivate?: boolean;
  /** True of a new value that only says the old one in codes, and is no change. */
  isSame?: (before: string, after: Value) => boolean;
}

/** What an option of a multiple response says, in a draft and in a table of respondents. */
export const optionValues = {chosen: "yes", notChosen: "no"} as const;

/** Name of the column of an option. */
export function optionColumn(variable: string, option: string): string {
  return `${variable}.${option}`;
}

/** Names of the columns in which the responses to a codebook's questions stand, question by question. */
export function answerColumns({variables}: Codebook) {
  return variables.filter(isAnswered).map((variable) => ({
    variable,
    columns:
      variable.type === "multiple"
        ? variable.categories.map(({code}) => optionColumn(variable.name, code))
        : [variable.name],
  }));
}

/** A file on its way to respondents, with the record of what rules did to it. Columns are replaced, never written to. */
export class Draft {
  readonly rowNumbers: Int32Array;
  readonly columns: Map<string, DraftColumn>;
  /** Names of the columns with answers that the file has: who lacks the others is not to blame. */
  readonly given: readonly string[];
  readonly changes: ChangeGroup[] = [];
  readonly setAside: SetAside[] = [];

  constructor(rowNumbers: Int32Array, columns: readonly DraftColumn[], codebook: Codebook) {
    this.rowNumbers = rowNumbers;
    this.columns = new Map(columns.map((column) => [column.name, column]));
    this.given = answerColumns(codebook).flatMap(({variable, columns}) =>
      columns.filter((name) => this.columns.has(variable.name) || this.columns.has(name)),
    );
  }

  /** Finds the columns that conditions are about, as they are now. */
  readonly find: FindColumn = (variable, code) => {
    const option = this.columns.get(optionColumn(variable, code));
    const column = option ?? this.columns.get(variable);
    if (!column) return undefined;
    const blank = column.values.indexOf("");
    const codes = blank < 0 ? column.codes : column.codes.map((each) => (each === blank ? noAnswer : each));
    return {option: option ? code : null, codes, categories: column.values};
  };

  /** Puts a column in the place of one of its name. Nothing goes on record: it has to say the same. */
  put(column: DraftColumn): void {
    this.columns.set(column.name, column);
  }

  /** Changes the texts of a column, each distinct one looked at once; blanks and missing responses stay. */
  mapValues(name: string, change: (text: string) => Value, {rule, isPrivate, isSame = () => false}: MapOptions): void {
    const column = this.columns.get(name);
    if (!column) return;
    const {codes, values} = column;
    const after = values.map((text) => (text === "" ? "" : change(text)));
    if (after.every((value, code) => value === values[code])) return;
    this.put(recode(column, after));
    const isChange = after.map((value, code) => value !== values[code] && !isSame(values[code], value));
    if (!isChange.includes(true)) return;
    const rows = [...codes.keys()].filter((row) => isChange[codes[row]]);
    if (isPrivate) this.recordStep(rule, name, rows);
    else this.#record(rule, column, {rows, valueFor: (code) => after[code]});
  }

  /** Makes the responses of the marked rows missing. What was blank before is no change. */
  replaceWhere(name: string, isMarked: (row: number) => boolean, {rule, reason}: {rule: string; reason: number}): void {
    const column = this.columns.get(name);
    if (!column) return;
    const {codes, values} = column;
    const marked = [...codes.keys()].filter((row) => codes[row] !== reason && isMarked(row));
    const newCodes = codes.slice();
    for (const row of marked) newCodes[row] = reason;
    this.put({...column, codes: newCodes});
    this.#record(rule, column, {rows: marked.filter((row) => values[codes[row]] !== ""), valueFor: () => reason});
  }

  /** Puts on record that a rule was used on rows, without what stood there. */
  recordStep(rule: string, column: string, rows: readonly number[]): void {
    if (rows.length > 0) this.changes.push({rule, column, before: null, after: null, rows: this.#numbers(rows)});
  }

  setRowAside(row: number, rule: string, reason: string): void {
    this.setAside.push({row: this.rowNumbers[row], rule, reason});
  }

  /** Row by row in how many of the columns the code is counted. */
  countWhere(columns: readonly string[], isCounted: (code: number) => boolean): Int32Array {
    const counts = new Int32Array(this.rowNumbers.length);
    for (const name of columns) {
      const codes = this.columns.get(name)?.codes ?? [];
      for (let row = 0; row < codes.length; row++) counts[row] += Number(isCounted(codes[row]));
    }
    return counts;
  }

  /** One entry for each code that rows had before. */
  #record(
    rule: string,
    {name, codes, values}: DraftColumn,
    {rows, valueFor}: {rows: readonly number[]; valueFor: (code: number) => Value},
  ): void {
    for (const [code, changed] of group(rows, (row) => codes[row]))
      this.changes.push({
        rule,
        column: name,
        before: code < 0 ? code : values[code],
        after: valueFor(code),
        rows: this.#numbers(changed),
      });
  }

  #numbers(rows: readonly number[]): Int32Array {
    return Int32Array.from(rows, (row) => this.rowNumbers[row]);
  }
}

/**
 * A column with other values in place of its texts, each text once.
 *
 * @param newValues for each of the column's values the one that takes its place
 */
export function recode({name, codes}: DraftColumn, newValues: readonly Value[]): DraftColumn {
  const codeOf = new Map<string, number>();
  const newCodes = newValues.map((value) =>
    typeof value === "number" ? value : getOrMake(codeOf, value, () => codeOf.size),
  );
  return {name, codes: codes.map((code) => (code < 0 ? code : newCodes[code])), values: [...codeOf.keys()]};
}
