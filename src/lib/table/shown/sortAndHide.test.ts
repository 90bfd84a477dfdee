import {describe, expect, it} from "vitest";
import {exampleCell, exampleTable} from "../../../../test/support/exampleTable.js";
import type {Cell, ExploredTable} from "../table.js";
import {type SortAndHide, shownLines, sortAndHide} from "./sortAndHide.js";

const counted = (count: number) => exampleCell({unweightedCount: count, count, estimate: count / 100});
const nobody = exampleCell({unweightedBase: 0, estimate: null});

/** Rows by what they count of all; columns by how many answered in them. */
function table(cells: Record<string, Cell>, bases: Record<string, number | null> = {all: 100}): ExploredTable {
  const line = (code: string, unweightedBase: number | null) => ({
    code,
    label: {nb: code, en: code},
    unweightedBase,
    base: unweightedBase,
  });
  return exampleTable({
    rows: Object.entries(cells).map(([code, cell]) =>
      line(code, cell.status === "published" ? cell.unweightedCount : null),
    ),
    columns: Object.entries(bases).map(([code, n]) => line(code, n)),
    cells: Object.values(cells).map((cell) => Object.values(bases).map(() => cell)),
  });
}

function codes(of: ExploredTable, arrangement: Partial<SortAndHide>) {
  const {rows, columns} = sortAndHide(of, shownLines(of, {order: "codebook", hidesEmpty: false, ...arrangement}));
  return {rows: rows.map(({code}) => code).join(" "), columns: columns.map(({code}) => code).join(" ")};
}

const some = table({a: counted(20), b: counted(50), c: counted(20), d: counted(0)});

describe("shownLines", () => {
  it("leaves rows as in the codebook, or puts them in order by how many they stand for, alike ones as they were", () => {
    expect(codes(some, {}).rows).toBe("a b c d");
    expect(codes(some, {order: "most"}).rows).toBe("b a c d");
    expect(codes(some, {order: "least"}).rows).toBe("d a c b");
  });

  it("puts rows without a number last in either direction: that is no small number", () => {
    const lacking = table({
      a: {status: "suppressed"},
      b: counted(5),
      c: {status: "missing"},
      d: counted(9),
      e: {status: "notApplicable"},
    });
    expect(codes(lacking, {order: "most"}).rows).toBe("d b a c e");
    expect(codes(lacking, {order: "least"}).rows).toBe("b d a c e");
    expect(codes(table({a: nobody, b: nobody}), {order: "least"}).rows).toBe("a b");
  });

  it("puts rows in order by the column that is named, and of row per cent by the shares that are shown there", () => {
    const of = (count: number, estimate: number) => exampleCell({unweightedCount: count, count, estimate});
    const two = {...table({a: counted(9), b: counted(5)}, {all: 14, x: 14})};
    const cells = [
      [counted(9), of(2, 0.9)],
      [counted(5), of(4, 0.1)],
    ];
    expect(codes({...two, cells}, {order: "most", by: "x"}).rows).toBe("b a");
    expect(codes({...two, cells, measure: "rowPercent"}, {order: "most", by: "x"}).rows).toBe("a b");
    expect(codes({...two, cells}, {order: "most", by: "gone"}).rows).toBe("a b");
  });

  it("hides rows and columns of nobody, but not what is suppressed, nor the column of everybody", () => {
    const lines = table({a: counted(0), b: counted(1), c: {status: "suppressed"}}, {all: 0, x: 0, y: 3, z: null});
    expect(codes(lines, {hidesEmpty: true})).toEqual({rows: "b c", columns: "all y z"});
    expect(codes(lines, {hidesEmpty: false})).toEqual({rows: "a b c", columns: "all x y z"});
  });

  it("hides what a filter on the same variable takes away, and keeps what it chooses", () => {
    const lines = table({a: counted(0), b: counted(1), c: counted(0)}, {all: 1, x: 0, y: 1, z: 0});
    const filterOn = (variable: string | undefined, ...chosen: string[]) => ({
      variable: variable ?? "",
      label: {nb: "", en: ""},
      categories: chosen.map((code) => ({code, label: {nb: code, en: code}})),
    });
    const onRows = {...lines, filters: [filterOn(lines.rowVariable.name, "b", "c")]};
    expect(codes(onRows, {})).toEqual({rows: "b c", columns: "all x y z"});
    const onColumns = {...lines, filters: [filterOn(lines.columnVariable?.name, "x", "y")]};
    expect(codes(onColumns, {})).toEqual({rows: "a b c", columns: "all x y"});
  });
});

describe("arranged", () => {
  it("moves each cell with its row and its column, and changes no number", () => {
    const whole = exampleTable();
    const moved = sortAndHide(whole, {rows: [1, 0], columns: [0, 3, 1]});
    expect(moved.cells).toEqual([
      [whole.cells[1][0], whole.cells[1][3], whole.cells[1][1]],
      [whole.cells[0][0], whole.cells[0][3], whole.cells[0][1]],
    ]);
    expect(moved.columns.map(({code}) => code)).toEqual(["all", "none", "small"]);
    expect([moved.unweightedBase, moved.unanswered, moved.filters]).toEqual([
      whole.unweightedBase,
      whole.unanswered,
      whole.filters,
    ]);
  });
});
