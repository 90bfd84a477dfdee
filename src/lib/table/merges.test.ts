import {describe, expect, it} from "vitest";
import {
  categoryFrom,
  classesFrom,
  columnFrom,
  explorerFrom,
  filterFrom,
  registerFrom,
  requestFrom,
  tallyFrom,
  variableFrom,
} from "../../../test/support/exampleExplored.js";
import {withMerges} from "./merges.js";
import {tabulate} from "./tabulate.js";
import type {ExploredVariable} from "./variable.js";

const colour = variableFrom("colour", ["Red", "Green", "Blue", "IT"]);
const grade = variableFrom("grade", ["Bad", "Poor", "Good", "Best"], {isOrdered: true});
const boxes = variableFrom("boxes", ["Xing", "Yelp", "Zoom"], {type: "multiple"});
const told = ({categories}: ExploredVariable) => categories.map(({code, label}) => [code, label.en]);

describe("withMerges", () => {
  it("counts several groups as one each, in the place of the first, whichever order they are named in", () => {
    const merged = withMerges(colour, "colour-Blue.Red*colour-IT.Green-Both");
    expect(told(merged)).toEqual([
      ["Red.Blue", "Red or blue"],
      ["Green.IT", "Both"],
    ]);
    expect(merged.categories[0]).toMatchObject({column: "colour", of: ["Red", "Blue"]});
    expect({...merged, categories: colour.categories}).toEqual(colour);
  });

  it("joins what is made of several codes already", () => {
    const pages = variableFrom("pages", [], {
      categories: [categoryFrom("pages", "1"), categoryFrom("pages", "8+", ["8", "9"])],
    });
    expect(withMerges(pages, "pages-1.8+").categories[0].of).toEqual(["1", "8", "9"]);
  });

  it("has a column for each option of a multiple response", () => {
    const [{column, of, merged}] = withMerges(boxes, "boxes-Xing.Zoom").categories;
    expect({column, of, columns: merged?.map((part) => part.column)}).toEqual({
      column: "boxes_Xing.boxes_Zoom",
      of: ["yes"],
      columns: ["boxes_Xing", "boxes_Zoom"],
    });
  });

  it("leaves a variable as it is where there are not two to join, and makes the same once", () => {
    for (const text of ["all", "colour-Red", "colour-Red.unknown", "grade-Bad.Poor"])
      expect(withMerges(colour, text)).toBe(colour);
    expect(withMerges(colour, "colour-Red.Blue")).toBe(withMerges(colour, "colour-Red.Blue"));
  });

  it("suggests a name in both languages: from first to last of ordered neighbours, else either", () => {
    const labelOf = (variable: ExploredVariable, text: string) =>
      withMerges(variable, text).categories.find(({merged}) => merged)?.label;
    expect(labelOf(grade, "grade-Bad.Poor.Good")).toEqual({nb: "Bad til good", en: "Bad to good"});
    expect(labelOf(grade, "grade-Bad.Poor.Best")).toEqual({nb: "Bad, poor eller best", en: "Bad, poor or best"});
    expect(labelOf(grade, "grade-Poor.Good")).toEqual({nb: "Poor eller good", en: "Poor or good"});
    expect(labelOf(colour, "colour-Red.IT")).toEqual({nb: "Red eller IT", en: "Red or IT"});
    expect(labelOf(boxes, "boxes-Xing.Yelp")).toEqual({nb: "Xing eller Yelp", en: "Xing or Yelp"});
  });

  it("says what those in it did, with a common verb once; not where the reader names it", () => {
    const did = (code: string, nb: string) => ({...categoryFrom("did", code), predicate: {nb, en: nb}});
    const same = variableFrom("did", [], {categories: [did("a", "used paper"), did("b", "used ink")]});
    const other = variableFrom("did", [], {categories: [did("a", "used paper"), did("b", "had ink")]});
    const predicateOf = (variable: ExploredVariable, text: string) =>
      withMerges(variable, text).categories[0].predicate?.en;
    expect(predicateOf(same, "did-a.b")).toBe("used paper or ink");
    expect(predicateOf(other, "did-a.b")).toBe("used paper or had ink");
    expect(predicateOf(same, "did-a.b-Wrote")).toBeUndefined();
    expect(predicateOf(colour, "colour-Red.Blue")).toBeUndefined();
  });
});

describe("a table of merged categories", () => {
  const tally = tallyFrom(
    classesFrom(["small", "large"], ["small", "small", "small", "large", "large", "large"]),
    columnFrom("boxes_Xing", ["no", "yes"], ["yes", "yes", "no", "no", "-", "no"]),
    columnFrom("boxes_Yelp", ["no", "yes"], ["yes", "no", "no", "yes", "-", "no"]),
    columnFrom("boxes_Zoom", ["no", "yes"], ["no", "no", "yes", "no", "-", "no"]),
    columnFrom("grade", ["Bad", "Poor", "Good", "Best"], ["Bad", "Poor", "Good", "Best", "Best", "-"]),
  );
  const explorer = explorerFrom({small: 10, large: 10});
  const countsOf = (request: Parameters<typeof requestFrom>[0]) =>
    tabulate(explorer, [tally], requestFrom({isWeighted: false, ...request})).table.cells.map((row) =>
      row.map((cell) => (cell.status === "published" ? [cell.unweightedCount, cell.unweightedBase] : [])),
    );
  const either = withMerges(boxes, "boxes-Xing.Yelp");

  it("counts once who chose several options, and leaves out who answered none", () => {
    expect(countsOf({rows: either})).toEqual([[[3, 5]], [[1, 5]]]);
  });

  it("has them as columns, and by the register", () => {
    expect(countsOf({rows: withMerges(grade, "grade-Bad.Poor"), columns: either})).toEqual([
      [
        [2, 5],
        [2, 3],
        [0, 1],
      ],
      [
        [1, 5],
        [0, 3],
        [1, 1],
      ],
      [
        [2, 5],
        [1, 3],
        [0, 1],
      ],
    ]);
    const size = registerFrom("size", ["small", "large"]);
    expect(countsOf({rows: either, columns: withMerges(size, "size-small.large")})).toEqual([
      [
        [3, 5],
        [3, 5],
      ],
      [
        [1, 5],
        [1, 5],
      ],
    ]);
  });

  it("is of the same by a filter on the parts", () => {
    expect(countsOf({rows: grade, filters: [filterFrom(boxes, "Xing", "Yelp")]})[0]).toEqual([[1, 3]]);
  });
});
