import type {UnitDefect} from "../units/dirtyUnits.js";
import type {NamedUnit} from "../units/namedUnits.js";
import {whoColumns} from "./cellsOf.js";
import type {OwnRow} from "./defect.js";
import {type FileRow, oneOf, type Trace} from "./fileRow.js";
import type {Making} from "./making.js";
import {unitRule} from "./unitDefects.js";

/** Who a row says that it is from. */
interface Who {
  number: string;
  name: string;
}

const nobody: Who = {number: "", name: ""};
const trials: readonly Who[] = [
  {number: "9999", name: "TEST"},
  {number: "", name: "test test"},
];
const blankRows = 3;
const openedRows = 2;

/**
 * Rows that are to be set aside: blank ones, trials of the form, forms that were opened and left, and answers of units
 * that nobody can tell, one for each of `hopeless`.
 *
 * @param silent units that did not answer, in random order
 */
export function strayRows(
  rows: readonly OwnRow[],
  {silent, hopeless}: {silent: readonly NamedUnit[]; hopeless: readonly UnitDefect[]},
  making: Making,
): FileRow[] {
  const opened = silent.slice(0, openedRows);
  const blank = Array.from({length: blankRows}, () => stray(nobody, {way: "blankRow", rule: unitRule}, rows, making));
  return [
    ...blank,
    ...trials.map((who) => answered(who, {way: "testRow", rule: unitRule}, rows, making)),
    ...opened.map(({code, name}) => stray({number: code, name}, {way: "openedOnly", rule: "empty"}, rows, making)),
    ...hopeless.map((way) => {
      const unit = silent.find((each) => way.applies(each));
      if (!unit) throw new Error(`no silent unit that can be named so: ${way.id}`);
      return answered(way.write(unit, making.pick), {way: way.id, rule: unitRule}, rows, making);
    }),
  ];
}

function stray({number, name}: Who, trace: Omit<Trace, "column">, rows: readonly OwnRow[], making: Making): FileRow {
  const columns = whoColumns(making.codebook);
  const cells = new Map([
    [columns.number, number],
    [columns.name, name],
  ]);
  return {cells, moment: oneOf(rows, making.pick).moment, respondent: null, traces: [{...trace, column: null}]};
}

/** With the answers of somebody else. */
function answered(who: Who, trace: Omit<Trace, "column">, rows: readonly OwnRow[], making: Making): FileRow {
  const row = stray(who, trace, rows, making);
  const tidy = rows.filter(({traces}) => traces.length === 0);
  return {...row, cells: new Map([...oneOf(tidy, making.pick).cells, ...row.cells])};
}
