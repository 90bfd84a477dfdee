import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {letters} from "../../../test/reference/beyond/letters.js";
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
} from "../../../test/support/exampleExplored.js";
import type {Column} from "../statistics/column.js";
import {countTable, cramersV} from "../statistics/countTable.js";
import {buildDesign, type Design, ofProcess} from "../statistics/design.js";
import {holm} from "../statistics/tests/holm.js";
import {pairTests, writeLetters} from "../statistics/tests/letters.js";
import {permutationP} from "../statistics/tests/permutationTest.js";
import {raoScott} from "../statistics/tests/raoScott.js";
import {associationOf, differencesOf} from "./tableTests.js";
import {type TableRequest, type Tabulated, tabulate} from "./tabulate.js";
import {classColumn} from "./variable.js";

const colour = variableFrom("colour", ["red", "blue", "green"]);
const group = variableFrom("group", ["a", "b", "c"]);
const boxes = variableFrom("boxes", ["x", "y"], {type: "multiple"});
const size = registerFrom("size", ["small", "large"], classColumn);
const pages = variableFrom("pages", ["0", "1"], {type: "count"});
const explorer = explorerFrom({small: 150, large: 120});
const largeExplorer = explorerFrom({small: 180, large: 160});

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

const fewDraws = {draws: 99};
const lettersOf = (tabulated: Tabulated) => differencesOf(tabulated)?.letters ?? null;

/** Some of group a say blue, and x, more often than the others. */
const leaningPeople = people.map((persons) =>
  persons.map(
    (each, at): Person =>
      at >= 95 && at % 3 && each.group === "a" ? {...each, colour: "blue", boxes: ["yes", "no"]} : each,
  ),
);

/** With so many of each colour in each group that no count is too small for Rao and Scott’s test. */
const manyPeople = people.map((some) => [
  ...some,
  ...["small", "large"].flatMap((size) =>
    ["a", "b", "c"].flatMap((name) =>
      repeated({red: 4, blue: 4, green: 4}).map(
        (each): Person => ({...fifty[0], class: size, group: name, colour: each}),
      ),
    ),
  ),
]);

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
    column("boxes_x", ["no", "yes"], (each) => each.boxes[0]),
    column("boxes_y", ["no", "yes"], (each) => each.boxes[1]),
    column("pages", ["0", "1"], () => "1"),
  );
};

const made = (persons: readonly Person[], request: Pick<TableRequest, "rows"> & Partial<TableRequest>, of = explorer) =>
  tabulate(of, [tallyOf(persons)], requestFrom({columns: group, ...request}));

/** The design of those who answered, one row a respondent, as it is made without any of this: by class, row and column. */
function byRespondent(
  persons: readonly Person[],
  answer: (each: Person) => string,
  [...categories]: string[],
  {units} = explorer,
) {
  const classes = ["small", "large"];
  const place = (each: Person) =>
    (classes.indexOf(each.class) * 10 + categories.indexOf(answer(each))) * 10 + ["a", "b", "c"].indexOf(each.group);
  const kept = persons.filter((each) => answer(each) !== "-").sort((one, other) => place(one) - place(other));
  const design = buildDesign(new Float64Array(kept.length).fill(1), {
    classOf: Int32Array.from(kept, (each) => classes.indexOf(each.class)),
    classes: classes.map((name, h) => ({name, population: units.populations?.[h] ?? null})),
    lonely: "adjust",
  });
  const coded = (values: string[], from: (each: Person) => string): Column => ({
    codes: Int32Array.from(kept, (each) => values.indexOf(from(each))),
    categories: values,
  });
  return {design, row: coded(categories, answer), column: coded(["a", "b", "c"], (each) => each.group)};
}

const colours = ["red", "blue", "green"];

describe("associationOf", () => {
  it("tests what a design of one row a respondent tests, of the process behind the answers", () => {
    fc.assert(
      fc.property(manyPeople, (persons) => {
        const {design, ...table} = byRespondent(persons, (each) => each.colour, colours, largeExplorer);
        const expected = raoScott(ofProcess(design), table);
        const {test} = associationOf(made(persons, {rows: colour}, largeExplorer));
        if (test?.method !== "raoScott") throw new Error(test?.method);
        for (const key of ["f", "numeratorDegrees", "denominatorDegrees", "p"] as const)
          expect(test[key]).toBeCloseTo(expected?.[key] ?? 0, 8);
        expect(test.cramersV).toBeCloseTo(cramersV(countTable(design, table)), 12);
      }),
      {numRuns: 50},
    );
  });

  it("deals the answers anew within classes where counts are small, in the order of class, row and column", () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(people, (persons) => {
        const {design, row, column} = byRespondent(persons, (each) => each.colour, colours);
        const {test} = associationOf(made(persons, {rows: colour}), fewDraws);
        if (test?.method !== "permutation") return;
        const inTable = <T extends Int32Array | Float64Array>(of: T) => of.filter((_, i) => row.codes[i] >= 0) as T;
        const p = permutationP(
          {
            classOf: inTable(design.classOf),
            row: inTable(row.codes),
            column: inTable(column.codes),
            weight: inTable(design.weight),
            rows: 3,
            columns: 3,
          },
          fewDraws,
        );
        expect(test).toEqual({method: "permutation", cramersV: expect.any(Number), p, draws: 99});
        expect(test.cramersV).toBeCloseTo(cramersV(countTable(design, {row, column})), 12);
        seen.add(p);
      }),
      {numRuns: 50},
    );
    expect(seen.size).toBeGreaterThan(5);
  });

  it("is the same when rows and columns change places, whatever the table shows", () => {
    fc.assert(
      fc.property(manyPeople, fc.boolean(), (some, isWeighted) => {
        const persons = some.filter((each) => each.colour !== "-");
        const tests = [
          associationOf(made(persons, {rows: colour, isWeighted}, largeExplorer)),
          associationOf(made(persons, {rows: group, columns: colour, isWeighted}, largeExplorer)),
          associationOf(made(persons, {rows: colour, isWeighted, measure: "rowPercent"}, largeExplorer)),
          associationOf(made(persons, {rows: group, columns: colour, isWeighted, measure: "count"}, largeExplorer)),
        ].map(({test}) => (test?.method === "raoScott" ? test : null));
        for (const test of tests) {
          expect(test?.f).toBeCloseTo(tests[0]?.f ?? Number.NaN, 8);
          expect(test?.denominatorDegrees).toBeCloseTo(tests[0]?.denominatorDegrees ?? Number.NaN, 6);
          expect(test?.cramersV).toBeCloseTo(tests[0]?.cramersV ?? Number.NaN, 12);
        }
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
    const ofRed = associationOf(made(some, {rows: red}));
    expect(ofRed).toEqual(associationOf(made(some, {rows: net})));
    expect(ofRed.test).toMatchObject({method: "raoScott"});
    expect(ofRed.test?.p).toBeLessThan(0.001);
    const a = {...group, categories: [group.categories[0]]};
    const aOrNot = {...group, categories: [group.categories[0], categoryFrom("group", "rest", ["b", "c"])]};
    expect(associationOf(made(some, {rows: colour, columns: a}))).toEqual(
      associationOf(made(some, {rows: colour, columns: aOrNot})),
    );
    expect(associationOf(made(some, {rows: colour, columns: a})).reason).toBeNull();
  });

  it("says why there is no test", () => {
    const reason = (request: Pick<TableRequest, "rows"> & Partial<TableRequest>, persons = mixed, of = explorer) => {
      const found = associationOf(made(persons, request, of), fewDraws);
      expect(found.test === null).toBe(found.reason !== null);
      return found.reason;
    };
    const mixed: Person[] = fifty.map((each, at) => ({
      ...each,
      class: at % 2 ? "small" : "large",
      colour: at % 5 ? "red" : "blue",
    }));
    expect(reason({rows: colour})).toBeNull();
    expect(reason({rows: boxes})).toBe("oneCategory");
    expect(reason({rows: boxes, columns: boxes})).toBe("multipleResponse");
    expect(reason({rows: colour, columns: null})).toBe("noColumns");
    expect(reason({rows: pages, measure: "mean"})).toBe("mean");
    expect(reason({rows: size, columns: size})).toBe("register");
    expect(reason({rows: colour, columns: size})).toBeNull();
    expect(reason({rows: size, columns: colour})).toBeNull();
    expect(reason({rows: colour, filters: [filterFrom(group)]})).toBe("nobody");
    expect(reason({rows: colour}, [])).toBe("nobody");
    expect(reason({rows: colour}, fifty)).toBe("oneCategory");
    expect(reason({rows: colour, filters: [filterFrom(group, "a")]})).toBe("oneCategory");
    expect(reason({rows: colour}, mixed, explorerFrom({small: 25, large: 25}))).toBeNull();
    const pairs = {a: "red", b: "blue", c: "green"};
    const diagonal = Object.entries(pairs).flatMap(([name, each]) =>
      fifty.map((one): Person => ({...one, group: name, colour: each})),
    );
    expect(associationOf(made(diagonal, {rows: colour})).test).toMatchObject({method: "permutation", p: 1 / 10_000});
  });

  it("tests each option of a multiple response as a question by itself, in rows or columns, and gives the least p of all", () => {
    const persons = fifty.map((each, at): Person => {
      const boxes: Person["boxes"] = [at % 3 && each.group === "a" ? "yes" : "no", at % 4 < 2 ? "yes" : "no"];
      return {...each, boxes};
    });
    const alone = boxes.categories.map((category) =>
      associationOf(made(persons, {rows: {...boxes, type: "single", categories: [category]}})),
    );
    const [x, y] = alone.map(({test}) => test?.p ?? Number.NaN);
    const {test} = associationOf(made(persons, {rows: boxes}));
    if (test?.method !== "options") throw new Error(test?.method);
    expect(test.tests).toEqual(alone.map((each) => each.test));
    expect(test.option).toEqual(boxes.categories[0].label);
    expect(test.p).toBeCloseTo(2 * x, 12);
    expect(test.cramersV).toBe(alone[0].test?.cramersV);
    expect(x).toBeLessThan(y);
    const turned = associationOf(made(persons, {rows: group, columns: boxes}));
    expect(turned.test?.p).toBeCloseTo(test.p, 8);
    const byRow = associationOf(made(persons, {rows: boxes, measure: "rowPercent"}));
    expect(byRow.test).toMatchObject({option: test.option, p: turned.test?.p});
  });

  it("finds nothing where each class has one respondent: dealing within it changes nothing", () => {
    const names = ["h1", "h2", "h3", "h4"];
    const four = explorerFrom(Object.fromEntries(names.map((name) => [name, 30])));
    const responses = (answer: string[]) => names.flatMap((_, h) => [answer[h], ...new Array<string>(12).fill("/")]);
    const tally = tallyFrom(
      classesFrom(
        names,
        names.flatMap((name) => new Array<string>(13).fill(name)),
      ),
      columnFrom("colour", ["red", "blue", "green"], responses(["red", "red", "blue", "blue"])),
      columnFrom("group", ["a", "b", "c"], responses(["a", "a", "b", "b"])),
    );
    const tabulated = tabulate(four, [tally], requestFrom({rows: colour, columns: group}));
    expect(tabulated.table.classes).toHaveLength(4);
    expect(associationOf(tabulated, fewDraws).test).toMatchObject({method: "permutation", cramersV: 1, p: 1});
  });

  it("deals among all where the table is by class itself, within which nothing would change", () => {
    const answered = (name: string, of: string, each: string) =>
      new Array<Person>(8).fill({...fifty[0], class: name, group: of, colour: each});
    const others = [...fifty, ...fifty.map((each): Person => ({...each, class: "large"}))].map(
      (each): Person => ({...each, colour: "/"}),
    );
    const persons = [...answered("small", "a", "red"), ...answered("large", "b", "blue"), ...others];
    expect(associationOf(made(persons, {rows: colour, columns: size}), fewDraws).test?.p).toBe(1 / 100);
    expect(associationOf(made(persons, {rows: size, columns: colour}), fewDraws).test?.p).toBe(1 / 100);
    expect(associationOf(made(persons, {rows: colour}), fewDraws).test?.p).toBe(1);
  });

  it("tests the process where all have answered as where others have not", () => {
    const persons: Person[] = repeated({red: 20, blue: 20}).map((response, at) => ({
      ...fifty[0],
      colour: response,
      group: at % 3 ? "a" : "b",
    }));
    const others: Person[] = fifty.map((each) => ({...each, class: "large", colour: "/"}));
    const found = (small: number) =>
      associationOf(made([...persons, ...others], {rows: colour}, explorerFrom({small, large: 120}))).test;
    const [all, some] = [found(40), found(80)];
    expect(all?.method).toBe("raoScott");
    expect(all?.p).toBeCloseTo(some?.p ?? Number.NaN, 10);
  });
});

describe("differencesOf", () => {
  it("are those of a design of one row a respondent, with Holm’s protection over the table", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(leaningPeople, (persons) => {
        const {design, ...table} = byRespondent(persons, (each) => each.colour, ["red", "blue", "green"]);
        const expected = letters(ofProcess(design), table);
        const found = differencesOf(made(persons, {rows: colour}));
        expect(found?.letters).toEqual(expected.letters);
        for (const [at, {row, a, b, adjustedP}] of expected.tests.entries()) {
          expect(found?.pairs[at]).toMatchObject({row, a, b});
          expect(found?.pairs[at].adjustedP).toBeCloseTo(adjustedP, 8);
        }
        expect(found?.pairs).toHaveLength(expected.tests.length);
        for (const letter of expected.letters.flat()) seen.add(letter);
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
      return pairTests(ofProcess(design), table).flatMap((test) => (test.row === 0 ? [{...test, row: option}] : []));
    });
    const adjusted = isTogether
      ? holm(tests.flat().map(({p}) => p))
      : tests.flatMap((each) => holm(each.map(({p}) => p)));
    const pairs = tests.flat().map((test, at) => ({...test, adjustedP: adjusted[at]}));
    return writeLetters(pairs, {rows: 2, columns: 3}, 0.05);
  };

  it("of a multiple response test each option among those who answered, and protect over the whole table", () => {
    const told = {together: 0, apart: 0};
    fc.assert(
      fc.property(leaningPeople, (persons) => {
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

  it("are none of a table that does not show shares or means of its columns, or whose columns overlap", () => {
    const of = (request: Pick<TableRequest, "rows"> & Partial<TableRequest>) => lettersOf(made(fifty, request));
    expect(of({rows: pages, measure: "mean", columns: boxes})).toBeNull();
    expect(of({rows: colour, measure: "rowPercent"})).toBeNull();
    expect(of({rows: colour, columns: null})).toBeNull();
    expect(of({rows: colour, columns: boxes})).toBeNull();
    expect(of({rows: size, columns: size})).toBeNull();
    expect(of({rows: colour, columns: size})).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
  });

  it("compare a column with all others as if those were one", () => {
    const persons = ["a", "b", "c"].flatMap((name, at) =>
      repeated({red: 5 + 10 * at, blue: 25 - 8 * at}).map((each): Person => ({...fifty[0], colour: each, group: name})),
    );
    const rest = differencesOf(made(persons, {rows: colour}), "rest");
    expect(rest?.letters).toEqual([]);
    expect(rest?.pairs.map(({row, a, b}) => [row, a, b])).toEqual(
      [0, 1].flatMap((r) => [0, 1, 2].map((c) => [r, c, -1])),
    );
    const net = [categoryFrom("group", "a", ["a"]), categoryFrom("group", "others", ["b", "c"])];
    const two = differencesOf(made(persons, {rows: colour, columns: {...group, categories: net}}), 1);
    expect(rest?.pairs[0]).toMatchObject({
      ...two?.pairs[0],
      b: -1,
      adjustedP: expect.any(Number),
      interval: expect.any(Function),
    });
    expect(rest?.pairs[0].interval()).toEqual(two?.pairs[0].interval());
  });

  it("compare an option of a multiple response with those who did not choose it, and options with nothing else", () => {
    const persons = fifty.map(
      (each, at): Person => ({
        ...each,
        colour: at % 5 < 2 ? "red" : "blue",
        boxes: [at % 2 ? "yes" : "no", at % 5 < 2 || at % 7 === 0 ? "yes" : "no"],
      }),
    );
    const found = differencesOf(made(persons, {rows: colour, columns: boxes}), "rest");
    expect(found?.pairs.map(({row, a, b}) => [row, a, b])).toEqual(
      [0, 1].flatMap((c) => [0, 1].map((r) => [r, c, -1])),
    );
    const y = {
      ...boxes,
      type: "single",
      categories: [categoryFrom("boxes_y", "y", ["yes"]), categoryFrom("boxes_y", "n", ["no"])],
    } as const;
    const [alone] = differencesOf(made(persons, {rows: colour, columns: y}))?.pairs ?? [];
    expect(found?.pairs[2]).toMatchObject({
      ...alone,
      a: 1,
      b: -1,
      adjustedP: expect.any(Number),
      interval: expect.any(Function),
    });
    expect(found?.pairs[2].interval()).toEqual(alone.interval());
    expect(differencesOf(made(persons, {rows: colour, columns: boxes}), 0)).toBeNull();
  });

  it("are of the process, though all have answered", () => {
    const persons = [
      ...repeated({red: 2, blue: 18}).map((response): Person => ({...fifty[0], colour: response, group: "a"})),
      ...repeated({red: 18, blue: 2}).map((response): Person => ({...fifty[0], colour: response, group: "b"})),
    ];
    const [all, some] = [20 + 20, 100].map((small) =>
      differencesOf(made(persons, {rows: colour}, explorerFrom({small, large: 0}))),
    );
    expect(all?.letters[0]).toEqual(["", "A", ""]);
    expect(all?.pairs[0].p).toBeCloseTo(some?.pairs[0].p ?? Number.NaN, 12);
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
