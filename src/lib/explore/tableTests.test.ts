import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {adjustP} from "../statistics/adjustP.js";
import {buildDesign, type Design} from "../statistics/design.js";
import {letters, pairTests, writeLetters} from "../statistics/letters.js";
import {raoScott} from "../statistics/raoScott.js";
import type {Column} from "../statistics/tally.js";
import {
  categoryFrom,
  classesFrom,
  columnFrom,
  explorerFrom,
  filterFrom,
  registerFrom,
  repeated,
  requestFrom,
  tallyFrom,
  variableFrom,
} from "./exampleExplored.js";
import {lettersOf, raoScottOf} from "./tableTests.js";
import {type TableRequest, tabulate} from "./tabulate.js";
import {classColumn} from "./variable.js";

const colour = variableFrom("colour", ["red", "blue", "green"]);
const group = variableFrom("group", ["a", "b", "c"]);
const boxes = variableFrom("boxes", ["x", "y"], {type: "multiple"});
const pages = variableFrom("pages", ["0", "1"], {type: "count"});
const explorer = explorerFrom({small: 150, large: 120});

interface Person {
  class: string;
  colour: string;
  group: string;
  boxes: readonly [string, string];
}

const person: fc.Arbitrary<Person> = fc.record({
  class: fc.constantFrom("small", "large"),
  colour: fc.constantFrom("red", "red", "blue", "green", "-", "/"),
  group: fc.constantFrom("a", "b", "c"),
  boxes: fc.constantFrom<[string, string][]>(["yes", "no"], ["no", "yes"], ["no", "no"], ["-", "-"], ["/", "/"]),
});

/** So many that no class has to be merged. */
const fifty: Person[] = Array.from({length: 50}, (_, at) => ({
  class: "small",
  colour: "red",
  group: at % 2 ? "a" : "b",
  boxes: ["no", "no"],
}));
const people = fc
  .array(person, {minLength: 20, maxLength: 60})
  .map((some) => [...fifty, ...fifty.slice(0, 45).map((each) => ({...each, class: "large", group: "c"})), ...some]);

const tallyOf = (persons: readonly Person[]) => {
  const column = (name: string, categories: string[], response: (each: Person) => string) =>
    columnFrom(name, categories, persons.map(response));
  return tallyFrom(
    classesFrom(
      ["small", "large"],
      persons.map((each) => each.class),
    ),
    column("colour", ["red", "blue", "green"], (each) => each.colour),
    column("group", ["a", "b", "c"], (each) => each.group),
    column("boxes.x", ["no", "yes"], (each) => each.boxes[0]),
    column("boxes.y", ["no", "yes"], (each) => each.boxes[1]),
    column("pages", ["0", "1"], () => "1"),
  );
};

const made = (persons: readonly Person[], request: Pick<TableRequest, "rows"> & Partial<TableRequest>, of = explorer) =>
  tabulate(of, [tallyOf(persons)], requestFrom({columns: group, ...request}));

/** The design of those who answered, one row a respondent, as it is made without any of this. */
function byRespondent(persons: readonly Person[], answer: (each: Person) => string, [...categories]: string[]) {
  const kept = persons.filter((each) => answer(each) !== "-");
  const classes = ["small", "large"];
  const design = buildDesign(new Float64Array(kept.length).fill(1), {
    classOf: Int32Array.from(kept, (each) => classes.indexOf(each.class)),
    classes: classes.map((name, h) => ({name, population: explorer.classes[h].population})),
    lonely: "adjust",
  });
  const coded = (values: string[], from: (each: Person) => string): Column => ({
    codes: Int32Array.from(kept, (each) => values.indexOf(from(each))),
    categories: values,
  });
  return {design, row: coded(categories, answer), column: coded(["a", "b", "c"], (each) => each.group)};
}

describe("raoScottOf", () => {
  it("tests what a design of one row a respondent tests", () => {
    fc.assert(
      fc.property(people, (persons) => {
        const {design, ...table} = byRespondent(persons, (each) => each.colour, ["red", "blue", "green"]);
        const expected = raoScott(design, table);
        const {test} = raoScottOf(made(persons, {rows: colour}));
        expect(test === null).toBe(expected === null);
        for (const key of ["f", "numeratorDegrees", "denominatorDegrees", "p"] as const)
          expect(test?.[key] ?? 0).toBeCloseTo(expected?.[key] ?? 0, 8);
      }),
      {numRuns: 50},
    );
  });

  it("is the same when rows and columns change places, whatever the table shows", () => {
    fc.assert(
      fc.property(people, fc.boolean(), (persons, isWeighted) => {
        const upright = raoScottOf(made(persons, {rows: colour, isWeighted, measure: "rowPercent"}));
        const turned = raoScottOf(made(persons, {rows: group, columns: colour, isWeighted, measure: "count"}));
        expect(upright.reason).toBe(turned.reason);
        expect(upright.test?.f ?? 0).toBeCloseTo(turned.test?.f ?? 0, 8);
        expect(upright.test?.denominatorDegrees ?? 0).toBeCloseTo(turned.test?.denominatorDegrees ?? 0, 6);
      }),
      {numRuns: 50},
    );
  });

  it("counts those in no category shown as one category more", () => {
    const persons = [
      ...fifty,
      ...fifty.map((each): Person => ({...each, class: "large", colour: "green", group: "c"})),
    ];
    const some: Person[] = persons.map((each, at) => (at % 3 ? each : {...each, colour: "blue"}));
    const red = {...colour, categories: [colour.categories[0]]};
    const net = {...colour, categories: [colour.categories[0], categoryFrom("colour", "rest", ["blue", "green"])]};
    expect(raoScottOf(made(some, {rows: red}))).toEqual(raoScottOf(made(some, {rows: net})));
    expect(raoScottOf(made(some, {rows: red})).test?.f).toBeGreaterThan(1);
    const a = {...group, categories: [group.categories[0]]};
    const aOrNot = {...group, categories: [group.categories[0], categoryFrom("group", "rest", ["b", "c"])]};
    expect(raoScottOf(made(some, {rows: colour, columns: a}))).toEqual(
      raoScottOf(made(some, {rows: colour, columns: aOrNot})),
    );
    expect(raoScottOf(made(some, {rows: colour, columns: a})).reason).toBeNull();
  });

  it("says why there is no test", () => {
    const reason = (request: Pick<TableRequest, "rows"> & Partial<TableRequest>, persons = mixed, of = explorer) => {
      const found = raoScottOf(made(persons, request, of));
      expect(found.test === null).toBe(found.reason !== null);
      return found.reason;
    };
    const mixed: Person[] = fifty.map((each, at) => ({
      ...each,
      class: at % 2 ? "small" : "large",
      colour: at % 5 ? "red" : "blue",
    }));
    expect(reason({rows: colour})).toBeNull();
    expect(reason({rows: boxes})).toBe("multipleResponse");
    expect(reason({rows: colour, columns: boxes})).toBe("multipleResponse");
    expect(reason({rows: colour, columns: null})).toBe("noColumns");
    expect(reason({rows: pages, measure: "mean"})).toBe("mean");
    expect(reason({rows: colour, filters: [filterFrom(group)]})).toBe("nobody");
    expect(reason({rows: colour}, [])).toBe("nobody");
    expect(reason({rows: colour}, fifty)).toBe("oneCategory");
    expect(reason({rows: colour, filters: [filterFrom(group, "a")]})).toBe("oneCategory");
    expect(reason({rows: colour}, mixed, explorerFrom({small: 25, large: 25}))).toBe("allAnswered");
    const lone = (of: Partial<Person>): Person => ({...fifty[0], ...of});
    const silent = new Array<Person>(40).fill(lone({colour: "/"}));
    const pair = [lone({colour: "red", group: "a"}), lone({colour: "blue", group: "b", class: "large"})];
    const two = [...pair, ...silent, ...silent.map((each) => ({...each, class: "large"}))];
    expect(reason({rows: colour}, two, explorerFrom({small: 100, large: 100}))).toBe("tooFew");
  });

  it("does not test where there are no more respondents than classes", () => {
    const names = ["h1", "h2", "h3", "h4"];
    const four = explorerFrom(Object.fromEntries(names.map((name) => [name, 30])));
    const responses = (answer: string[]) => names.flatMap((_, h) => [answer[h], ...new Array<string>(12).fill("/")]);
    const tally = tallyFrom(
      classesFrom(
        names,
        names.flatMap((name) => new Array<string>(13).fill(name)),
      ),
      columnFrom("colour", ["red", "blue", "green"], responses(["red", "red", "blue", "blue"])),
      columnFrom("group", ["a", "b", "c"], responses(["a", "b", "a", "b"])),
    );
    const tabulated = tabulate(four, [tally], requestFrom({rows: colour, columns: group}));
    expect(tabulated.table.classes).toHaveLength(4);
    expect(raoScottOf(tabulated)).toEqual({test: null, reason: "tooFew"});
  });

  it("calls it a fact where all of the classes concerned answered, though others did not", () => {
    const persons: Person[] = repeated({red: 20, blue: 20}).map((response, at) => ({
      ...fifty[0],
      colour: response,
      group: at % 3 ? "a" : "b",
    }));
    const others: Person[] = fifty.map((each) => ({...each, class: "large", colour: "/"}));
    const of = explorerFrom({small: 40, large: 120});
    expect(raoScottOf(made([...persons, ...others], {rows: colour}, of)).reason).toBe("allAnswered");
    expect(raoScottOf(made([...persons.slice(1), ...others], {rows: colour}, of)).reason).toBeNull();
  });
});

describe("lettersOf", () => {
  it("are those of a design of one row a respondent, with Holm’s protection over the table", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(people, (persons) => {
        const {design, ...table} = byRespondent(persons, (each) => each.colour, ["red", "blue", "green"]);
        const expected = letters(design, table).letters;
        expect(lettersOf(made(persons, {rows: colour}))).toEqual(expected);
        for (const letter of expected.flat()) seen.add(letter);
      }),
      {numRuns: 50, seed: 1},
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  /** What the options of a multiple response give, each tested in its own part and protected together or alone. */
  const ofOptions = (persons: readonly Person[], {isTogether}: {isTogether: boolean}) => {
    const tests = [0, 1].map((option) => {
      const {design, ...table}: {design: Design; row: Column; column: Column} = byRespondent(
        persons,
        (each) => each.boxes[option],
        ["yes", "no"],
      );
      return pairTests(design, table).flatMap((test) => (test.row === 0 ? [{...test, row: option}] : []));
    });
    const adjusted = isTogether
      ? adjustP(tests.flat().map(({p}) => p))
      : tests.flatMap((each) => adjustP(each.map(({p}) => p)));
    const codes = new Int32Array();
    return writeLetters(
      tests.flat().map((test, at) => ({...test, adjustedP: adjusted[at] as number})),
      {row: {codes, categories: ["x", "y"]}, column: {codes, categories: ["a", "b", "c"]}},
      0.05,
    ).letters;
  };

  it("of a multiple response test each option among those who answered, and protect over the whole table", () => {
    const told = {together: 0, apart: 0};
    fc.assert(
      fc.property(people, (persons) => {
        const expected = ofOptions(persons, {isTogether: true});
        expect(lettersOf(made(persons, {rows: boxes}))).toEqual(expected);
        told.together += expected.flat().join("").length;
        told.apart += ofOptions(persons, {isTogether: false}).flat().join("").length;
      }),
      {numRuns: 100, seed: 1},
    );
    expect(told.together).toBeGreaterThan(0);
    expect(told.apart).toBeGreaterThan(told.together);
  });

  it("leave the column of everybody out, and name the first column A", () => {
    const persons: Person[] = [
      ...repeated({red: 2, blue: 18}).map((response): Person => ({...fifty[0], colour: response, group: "a"})),
      ...repeated({red: 18, blue: 2}).map((response): Person => ({...fifty[0], colour: response, group: "b"})),
    ];
    expect(lettersOf(made(persons, {rows: colour}))).toEqual([
      ["", "A", ""],
      ["B", "", ""],
      ["", "", ""],
    ]);
  });

  it("leave the rest of a variable out of rows and of columns, but not out of the base", () => {
    const persons: Person[] = [
      ...repeated({red: 2, blue: 9, green: 9}).map((response): Person => ({...fifty[0], colour: response, group: "a"})),
      ...repeated({red: 18, blue: 1, green: 1}).map(
        (response): Person => ({...fifty[0], colour: response, group: "b"}),
      ),
      ...repeated({red: 10, blue: 5, green: 5}).map(
        (response): Person => ({...fifty[0], colour: response, group: "c"}),
      ),
    ];
    const rows = {...colour, categories: [colour.categories[0]]};
    const columns = {...group, categories: group.categories.slice(0, 2)};
    expect(lettersOf(made(persons, {rows, columns}))).toEqual([["", "A"]]);
  });

  it("do not lend a column the respondents of the rest", () => {
    const of = (name: string, numbers: Record<string, number>) =>
      repeated(numbers).map((response): Person => ({...fifty[0], colour: response, group: name}));
    const rest = of("c", {blue: 30, green: 20});
    const columns = {...group, categories: group.categories.slice(0, 2)};
    const found = (inFirst: Record<string, number>) =>
      lettersOf(made([...of("a", inFirst), ...of("b", {red: 29, blue: 1}), ...rest], {rows: colour, columns}));
    expect(found({red: 2, blue: 18})?.[0]).toEqual(["", "A"]);
    expect(found({red: 1, blue: 7})?.[0]).toEqual(["", ""]);
  });

  it("are none of a table that does not show shares of its columns, or whose columns overlap", () => {
    const of = (request: Pick<TableRequest, "rows"> & Partial<TableRequest>) => lettersOf(made(fifty, request));
    expect(of({rows: pages, measure: "mean"})).toBeNull();
    expect(of({rows: colour, measure: "rowPercent"})).toBeNull();
    expect(of({rows: colour, columns: null})).toBeNull();
    expect(of({rows: colour, columns: boxes})).toBeNull();
    expect(of({rows: colour, columns: registerFrom("size", ["small", "large"], classColumn)})).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
  });

  it("are empty where nobody is in the table", () => {
    const empty = [
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
    ];
    expect(lettersOf(made([], {rows: colour}))).toEqual(empty);
    expect(lettersOf(made(fifty, {rows: colour, filters: [filterFrom(group)]}))).toEqual(empty);
  });
});
