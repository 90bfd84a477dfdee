import {type ColumnTable, op, table} from "arquero";
import type {Explored} from "../../../data-loaders/explorer/explored.js";
import {type Filter, parts} from "../../../src/lib/explore/countRespondents.js";
import {missingCodes, type TallyColumn} from "../../../src/lib/explore/tally.js";
import {classColumn, type ExploredCategory} from "../../../src/lib/explore/variable.js";
import {reasons} from "../../../src/lib/respondents.js";
import type {Crosstabs, FilterChange} from "./filterChange.js";
import {insideFilter, outsideFilter, statesOf} from "./filterStates.js";

const notAsked = reasons.indexOf("notAsked");
const constants = {inside: insideFilter, outside: outsideFilter, notAsked, first: missingCodes};

/** As one would write it in Arquero, over all respondents: derive, filter, group by, roll up. */
export function inArquero(
  found: Explored,
  {rows, columns, filters}: FilterChange,
): (filters: readonly Filter[]) => Crosstabs {
  const column = (name: string) => found.columns.get(name) as TallyColumn;
  const filtered = filters[0].map(({categories}) => column(categories[0].column));
  const rowParts = rows.flatMap(({categories}) => parts(categories));
  const respondents = table({
    ...Object.fromEntries(rowParts.map(([{column: name}]) => [name, column(name).codes])),
    class: column(classColumn).codes,
    county: column(columns.categories[0].column).codes,
    ...Object.fromEntries(filtered.map(({codes}, at) => [`filter${at}`, codes])),
  });
  const width = columns.categories.length;
  return (chosen) => {
    const [a, b, c] = chosen.map((filter, at) => statesOf(filter, filtered[at]));
    const marked = (respondents.params({a, b, c}) as ColumnTable).derive({
      state: (d: Row, $: States) => $.a[d.filter0] & $.b[d.filter1] & $.c[d.filter2],
    });
    return rowParts.flatMap((part) => cellsOf(marked, column(part[0].column), part, {found, width}));
  };
}

type Row = Record<string, number>;
type States = Record<"a" | "b" | "c", Uint8Array>;
type Constants = typeof constants;

function cellsOf(
  marked: ColumnTable,
  {name, categories}: TallyColumn,
  part: readonly ExploredCategory[],
  {found, width}: {found: Explored; width: number},
): number[] {
  const asked = marked
    .select({state: "state", class: "class", county: "county", [name]: "answer"})
    .params(constants) as ColumnTable;
  const weights = weightsOf(asked, found);
  const sums = asked
    .filter((d: Row, $: Constants) => d.state === $.inside && d.answer >= $.first)
    .params({weights})
    .groupby("answer", "county")
    .rollup({sum: (d: Row, $: {weights: number[]}) => op.sum($.weights[d.class])});
  const cells = new Array<number>(categories.length * width).fill(0);
  for (const {answer, county, sum} of sums.objects() as {answer: number; county: number; sum: number}[])
    cells[(answer - missingCodes) * width + county - missingCodes] = sum;
  return part.flatMap(({of: [code]}) => {
    const row = categories.indexOf(code) * width;
    return cells.slice(row, row + width);
  });
}

/** N/n by code of the class, n being all but those who may be inside and left something unanswered. */
function weightsOf(asked: ColumnTable, {classes}: Explored): number[] {
  const kept = asked
    .filter(
      (d: Row, $: Constants) =>
        d.state === $.outside || d.answer === $.notAsked || (d.state === $.inside && d.answer >= $.first),
    )
    .groupby("class")
    .count();
  const weights: number[] = [];
  for (const {class: code, count} of kept.objects() as {class: number; count: number}[])
    weights[code] = (classes[code - missingCodes].population ?? 0) / count;
  return weights;
}
