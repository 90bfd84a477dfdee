import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  categoryFrom,
  classesFrom,
  columnFrom,
  explorerFrom,
  filterFrom,
  tallyFrom,
  variableFrom,
} from "../../../../test/support/exampleExplored.js";
import {regionColumn} from "../variable.js";
import {registerCells} from "./cells.js";
import {type Counted, countRespondents, type Filter, membershipOf, parts} from "./countRespondents.js";
import type {ExplorerTally} from "./tally.js";

const uses = variableFrom("uses", ["yes", "no"]);
const plans = variableFrom("plans", ["soon", "later", "never"]);
const channels = variableFrom("channels", ["web", "mail"], {type: "multiple"});

const classes = ["small", "large"] as const;
const regions = ["north", "south"] as const;
const {units} = explorerFrom({small: 40, large: 20}, {regions: {north: [30, 5], south: [10, 15]}});

interface Person {
  class: (typeof classes)[number];
  region: (typeof regions)[number];
  uses: "yes" | "no" | "-" | "/";
  plans: "soon" | "later" | "never" | "-" | "/";
  web: "yes" | "no" | "-" | "/";
  mail: "yes" | "no" | "-" | "/";
}

const yesNo = ["yes", "no", "-", "/"] as const;
const people: fc.Arbitrary<Person[]> = fc.array(
  fc.record({
    class: fc.constantFrom(...classes),
    region: fc.constantFrom(...regions),
    uses: fc.constantFrom(...yesNo),
    plans: fc.constantFrom("soon" as const, "later" as const, "never" as const, "-" as const, "/" as const),
    web: fc.constantFrom(...yesNo),
    mail: fc.constantFrom(...yesNo),
  }),
  {maxLength: 40},
);

function tallyOf(persons: readonly Person[]): ExplorerTally {
  const column = (name: string, categories: readonly string[], key: keyof Person) =>
    columnFrom(
      name,
      categories,
      persons.map((person) => person[key]),
    );
  return tallyFrom(
    classesFrom(
      classes,
      persons.map((person) => person.class),
    ),
    column(regionColumn, regions, "region"),
    column("uses", ["yes", "no"], "uses"),
    column("plans", ["soon", "later", "never"], "plans"),
    column("channels_web", ["no", "yes"], "web"),
    column("channels_mail", ["no", "yes"], "mail"),
  );
}

const everyFilter: Filter[] = [
  filterFrom(uses, "yes"),
  filterFrom(plans, "soon", "never"),
  filterFrom(channels, "web", "mail"),
];
const filters = fc.subarray(everyFilter);

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0);
const nobody: Person = {class: "small", region: "north", uses: "/", plans: "/", web: "/", mail: "/"};

describe("membershipOf", () => {
  /** Whether filters leave each of these in. */
  const of = (persons: Partial<Person>[], ...asked: Filter[]) =>
    persons.map((person) => membershipOf(tallyOf([{...nobody, ...person}]), asked)[0]);

  it("leaves everybody in where nothing is filtered by, and nobody where no category is chosen", () => {
    expect(of([{uses: "-"}, {uses: "/"}, {uses: "yes"}])).toEqual([1, 1, 1]);
    expect(of([{uses: "-"}, {uses: "yes"}], filterFrom(uses))).toEqual([0, 0]);
    expect(of([{uses: "yes"}], filterFrom(uses), filterFrom(uses, "yes"))).toEqual([0]);
  });

  it("leaves in who gave an answer, and neither who left the question open nor who was not asked", () => {
    const persons: Partial<Person>[] = [{uses: "yes"}, {uses: "no"}, {uses: "-"}, {uses: "/"}];
    expect(of(persons, filterFrom(uses, "yes"))).toEqual([1, 0, 0, 0]);
  });

  it("takes any of the codes chosen, be they of one category or several", () => {
    const persons: Partial<Person>[] = [{plans: "soon"}, {plans: "later"}, {plans: "never"}, {plans: "-"}];
    const expected = [1, 0, 1, 0];
    expect(of(persons, filterFrom(plans, "soon", "never"))).toEqual(expected);
    const net = {variable: "plans", categories: [categoryFrom("plans", "ends", ["soon", "never"])]};
    expect(of(persons, net)).toEqual(expected);
  });

  it("takes who chose any option of a multiple response, also who left another open", () => {
    const persons: Partial<Person>[] = [
      {web: "yes", mail: "no"},
      {web: "no", mail: "yes"},
      {web: "no", mail: "no"},
      {web: "-", mail: "-"},
      {web: "no", mail: "-"},
      {web: "-", mail: "yes"},
      {web: "/", mail: "/"},
    ];
    expect(of(persons, filterFrom(channels, "web", "mail"))).toEqual([1, 1, 0, 0, 0, 1, 0]);
  });

  it("leaves in whom every filter leaves in", () => {
    const persons: Partial<Person>[] = [
      {uses: "no", plans: "soon"},
      {uses: "yes", plans: "later"},
      {uses: "yes", plans: "-"},
      {uses: "yes", plans: "soon"},
    ];
    expect(of(persons, filterFrom(uses, "yes"), filterFrom(plans, "soon"))).toEqual([0, 0, 0, 1]);
  });

  it("is the same in any order of any filters", () => {
    fc.assert(
      fc.property(people, filters, (persons, chosen) => {
        const tally = tallyOf(persons);
        expect(membershipOf(tally, chosen)).toEqual(membershipOf(tally, chosen.toReversed()));
      }),
    );
  });
});

describe("countRespondents", () => {
  const counted = (
    persons: readonly Person[],
    chosen: readonly Filter[],
    {
      rows = uses,
      columns = plans,
      analysed,
    }: {rows?: typeof uses; columns?: typeof uses | null} & Pick<Counted, "analysed"> = {},
  ) => {
    const tally = tallyOf(persons);
    return countRespondents(tally, registerCells(tally)(units), membershipOf(tally, chosen), {
      rows: parts(rows.categories)[0],
      columns: columns && parts(columns.categories)[0],
      analysed,
    });
  };

  const isInside = (person: Person, chosen: readonly Filter[]) => membershipOf(tallyOf([person]), chosen)[0] === 1;

  it("weights everybody but those who were asked about the rows and did not answer, whatever the filters and columns", () => {
    fc.assert(
      fc.property(people, filters, fc.constantFrom(plans, null), (persons, chosen, columns) => {
        const {respondents, unanswered} = counted(persons, chosen, {columns});
        const open = persons.filter((person) => person.uses === "-");
        expect(sum(respondents)).toBe(persons.length - open.length);
        expect(unanswered).toBe(open.filter((person) => isInside(person, chosen)).length);
      }),
    );
  });

  it("weights of a table that analyses both those who left neither open", () => {
    fc.assert(
      fc.property(people, filters, (persons, chosen) => {
        const {respondents, unanswered, inside} = counted(persons, chosen, {analysed: "both"});
        const open = persons.filter((person) => person.uses === "-" || person.plans === "-");
        expect(sum(respondents)).toBe(persons.length - open.length);
        expect(unanswered).toBe(open.filter((person) => isInside(person, chosen)).length);
        const answered = persons.filter(
          (person) => isInside(person, chosen) && !/[-/]/.test(person.uses) && !/[-/]/.test(person.plans),
        );
        expect(sum(inside)).toBe(answered.length);
      }),
    );
  });

  it("counts each cell of the register, row and column as a loop over respondents does", () => {
    fc.assert(
      fc.property(people, filters, (persons, chosen) => {
        const {inside, respondents, cells, rows, columns} = counted(persons, chosen);
        expect([cells, rows, columns]).toEqual([4, 3, 5]);
        for (const [cell, [name, region]] of classes.flatMap((h) => regions.map((c) => [h, c])).entries()) {
          const ofCell = persons.filter((person) => person.class === name && person.region === region);
          expect(respondents[cell]).toBe(ofCell.filter((person) => person.uses !== "-").length);
          const left = ofCell.filter((person) => isInside(person, chosen));
          const columnsOf = [["soon"], ["later"], ["never"], [], ["-", "/"]];
          for (const [r, row] of [["yes"], ["no"], []].entries())
            for (const [c, column] of columnsOf.entries())
              expect(inside[(cell * rows + r) * columns + c]).toBe(
                left.filter(
                  (person) => row.some((code) => code === person.uses) && column.some((code) => code === person.plans),
                ).length,
              );
        }
      }),
    );
  });

  it("puts codes that are in no category in a row of the rest", () => {
    const persons = yesNo.map((uses): Person => ({...nobody, class: "large", region: "south", uses}));
    const tally = tallyOf(persons);
    const {inside, respondents, rows, columns, unanswered} = countRespondents(
      tally,
      registerCells(tally)(units),
      membershipOf(tally, []),
      {
        rows: [uses.categories[0]],
        columns: null,
      },
    );
    expect([rows, columns, unanswered]).toEqual([2, 2, 1]);
    expect([...inside]).toEqual([...new Array(12).fill(0), 1, 0, 1, 0]);
    expect([...respondents]).toEqual([0, 0, 0, 3]);
  });

  it("has one row for everybody where there are no rows", () => {
    const tally = tallyOf(yesNo.map((uses): Person => ({...nobody, uses})));
    const {inside, columns} = countRespondents(tally, registerCells(tally)(units), membershipOf(tally, []), {
      rows: null,
      columns: null,
    });
    expect(columns).toBe(2);
    expect([...inside]).toEqual([4, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("counts by class alone where regions are not told apart", () => {
    const [north, south] = [0, 1].map((at) => ({...nobody, region: regions[at], uses: "yes" as const}));
    const tally = tallyOf([north, south, {...south, class: "large"}]);
    const {cells, respondents} = countRespondents(
      tally,
      registerCells(tally)(explorerFrom({small: 40, large: 20}).units),
      membershipOf(tally, []),
      {rows: uses.categories, columns: null},
    );
    expect(cells).toBe(2);
    expect([...respondents]).toEqual([2, 1]);
  });

  it("is asked of one tally about different units, and tells them apart", () => {
    const tally = tallyOf([{...nobody, class: "large", region: "south", uses: "yes"}]);
    const turned = explorerFrom({large: 20, small: 40}, {regions: {south: [15, 10], north: [5, 30]}});
    const of = (asked: typeof units) => [
      ...countRespondents(tally, registerCells(tally)(asked), membershipOf(tally, []), {
        rows: uses.categories,
        columns: null,
      }).respondents,
    ];
    expect([of(units), of(turned.units)]).toEqual([
      [0, 0, 0, 1],
      [1, 0, 0, 0],
    ]);
  });
});

describe("parts", () => {
  it("are one for the categories of one column, and one for each option of a multiple response", () => {
    expect(parts(plans.categories).map((part) => part.map(({code}) => code))).toEqual([["soon", "later", "never"]]);
    expect(parts(channels.categories).map((part) => part.map(({code}) => code))).toEqual([["web"], ["mail"]]);
  });
});
