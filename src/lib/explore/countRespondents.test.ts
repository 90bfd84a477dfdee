import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type Counts,
  countRespondents,
  type Filter,
  insideFilter,
  membershipOf,
  outsideFilter,
  parts,
  unknownToFilter,
} from "./countRespondents.js";
import {categoryFrom, classesFrom, columnFrom, filterFrom, tallyFrom, variableFrom} from "./exampleExplored.js";
import type {ExplorerTally} from "./tally.js";

const uses = variableFrom("uses", ["yes", "no"]);
const plans = variableFrom("plans", ["soon", "later", "never"]);
const channels = variableFrom("channels", ["web", "mail"], {type: "multiple"});

interface Person {
  class: "small" | "large";
  uses: "yes" | "no" | "-" | "/";
  plans: "soon" | "later" | "never" | "-" | "/";
  web: "yes" | "no" | "-" | "/";
  mail: "yes" | "no" | "-" | "/";
}

const yesNo = ["yes", "no", "-", "/"] as const;
const people: fc.Arbitrary<Person[]> = fc.array(
  fc.record({
    class: fc.constantFrom("small" as const, "large" as const),
    uses: fc.constantFrom(...yesNo),
    plans: fc.constantFrom("soon" as const, "later" as const, "never" as const, "-" as const, "/" as const),
    web: fc.constantFrom(...yesNo),
    mail: fc.constantFrom(...yesNo),
  }),
  {maxLength: 40},
);

function tallyOf(persons: readonly Person[]): ExplorerTally {
  const column = (name: string, categories: string[], key: keyof Person) =>
    columnFrom(
      name,
      categories,
      persons.map((person) => person[key]),
    );
  return tallyFrom(
    classesFrom(
      ["small", "large"],
      persons.map((person) => person.class),
    ),
    column("uses", ["yes", "no"], "uses"),
    column("plans", ["soon", "later", "never"], "plans"),
    column("channels.web", ["no", "yes"], "web"),
    column("channels.mail", ["no", "yes"], "mail"),
  );
}

const everyFilter: Filter[] = [
  filterFrom(uses, "yes"),
  filterFrom(plans, "soon", "never"),
  filterFrom(channels, "web", "mail"),
];
const filters = fc.subarray(everyFilter);

const total = ({inside, outside, unanswered}: Counts) =>
  [...inside, ...outside].reduce((sum, n) => sum + n, 0) + unanswered;

describe("membershipOf", () => {
  /** One row for each of these, as a filter by `uses` and then by `plans` finds them. */
  const of = (persons: Partial<Person>[], ...asked: Filter[]) => {
    const nobody: Person = {class: "small", uses: "/", plans: "/", web: "/", mail: "/"};
    return persons.map((person) => membershipOf(tallyOf([{...nobody, ...person}]), asked)[0]);
  };

  it("leaves everybody in where nothing is filtered by, and nobody where no category is chosen", () => {
    expect(of([{uses: "-"}, {uses: "/"}, {uses: "yes"}])).toEqual([insideFilter, insideFilter, insideFilter]);
    expect(of([{uses: "-"}, {uses: "yes"}], filterFrom(uses))).toEqual([outsideFilter, outsideFilter]);
    expect(of([{uses: "yes"}], filterFrom(uses), filterFrom(uses, "yes"))).toEqual([outsideFilter]);
  });

  it("knows of whoever was asked and answered, and of whoever was not asked", () => {
    const persons: Partial<Person>[] = [{uses: "yes"}, {uses: "no"}, {uses: "-"}, {uses: "/"}];
    expect(of(persons, filterFrom(uses, "yes"))).toEqual([insideFilter, outsideFilter, unknownToFilter, outsideFilter]);
  });

  it("takes any of the codes chosen, be they of one category or several", () => {
    const persons: Partial<Person>[] = [{plans: "soon"}, {plans: "later"}, {plans: "never"}, {plans: "-"}];
    const expected = [insideFilter, outsideFilter, insideFilter, unknownToFilter];
    expect(of(persons, filterFrom(plans, "soon", "never"))).toEqual(expected);
    const net = {variable: "plans", categories: [categoryFrom("plans", "ends", ["soon", "never"])]};
    expect(of(persons, net)).toEqual(expected);
  });

  it("takes who chose any option of a multiple response; who left one open might have", () => {
    const persons: Partial<Person>[] = [
      {web: "yes", mail: "no"},
      {web: "no", mail: "yes"},
      {web: "no", mail: "no"},
      {web: "-", mail: "-"},
      {web: "no", mail: "-"},
      {web: "-", mail: "yes"},
      {web: "/", mail: "/"},
    ];
    expect(of(persons, filterFrom(channels, "web", "mail"))).toEqual([
      insideFilter,
      insideFilter,
      outsideFilter,
      unknownToFilter,
      unknownToFilter,
      insideFilter,
      outsideFilter,
    ]);
  });

  it("lets outside one filter beat unknown to another, and unknown beat inside, in any order", () => {
    const persons: Partial<Person>[] = [
      {uses: "no", plans: "-"},
      {uses: "-", plans: "later"},
      {uses: "yes", plans: "-"},
      {uses: "-", plans: "soon"},
      {uses: "yes", plans: "soon"},
    ];
    const [a, b] = [filterFrom(uses, "yes"), filterFrom(plans, "soon")];
    const expected = [outsideFilter, outsideFilter, unknownToFilter, unknownToFilter, insideFilter];
    expect(of(persons, a, b)).toEqual(expected);
    expect(of(persons, b, a)).toEqual(expected);
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
    rows = uses,
    columns: typeof uses | null = plans,
  ) => {
    const tally = tallyOf(persons);
    return countRespondents(tally, membershipOf(tally, chosen), {
      rows: parts(rows.categories)[0],
      columns: columns && parts(columns.categories)[0],
    });
  };

  it("has every respondent inside, outside, or unanswered, whatever the data and the filters", () => {
    fc.assert(
      fc.property(
        people,
        filters,
        fc.constantFrom(uses, channels),
        fc.constantFrom(plans, null),
        (persons, chosen, rows, columns) => {
          expect(total(counted(persons, chosen, rows, columns))).toBe(persons.length);
        },
      ),
    );
  });

  it("counts each class, row and column as a loop over respondents does", () => {
    fc.assert(
      fc.property(people, filters, (persons, chosen) => {
        const {inside, outside, unanswered, rows, columns} = counted(persons, chosen);
        const states = persons.map((person) => membershipOf(tallyOf([person]), chosen)[0]);
        const isOutside = (person: Person, at: number) =>
          states[at] === outsideFilter || person.uses === "/" || person.plans === "/";
        const isInside = (person: Person, at: number) =>
          !isOutside(person, at) && states[at] === insideFilter && person.uses !== "-" && person.plans !== "-";
        expect([rows, columns]).toEqual([3, 4]);
        for (const [h, name] of ["small", "large"].entries()) {
          expect(outside[h]).toBe(
            persons.filter((person, at) => person.class === name && isOutside(person, at)).length,
          );
          for (const [r, row] of ["yes", "no"].entries())
            for (const [c, column] of ["soon", "later", "never"].entries())
              expect(inside[(h * rows + r) * columns + c]).toBe(
                persons.filter(
                  (person, at) =>
                    person.class === name && person.uses === row && person.plans === column && isInside(person, at),
                ).length,
              );
        }
        expect(unanswered).toBe(persons.filter((person, at) => !isOutside(person, at) && !isInside(person, at)).length);
      }),
    );
  });

  it("puts codes that are in no category in a row of the rest", () => {
    const persons = yesNo.map((answer): Person => ({class: "large", uses: answer, plans: "soon", web: "/", mail: "/"}));
    const tally = tallyOf(persons);
    const {inside, rows, columns} = countRespondents(tally, membershipOf(tally, []), {
      rows: [uses.categories[0]],
      columns: null,
    });
    expect([rows, columns]).toEqual([2, 1]);
    expect([...inside]).toEqual([0, 0, 1, 1]);
  });

  it("has one row for everybody where there are no rows", () => {
    const persons = yesNo.map((answer): Person => ({class: "small", uses: answer, plans: "soon", web: "/", mail: "/"}));
    const tally = tallyOf(persons);
    expect([...countRespondents(tally, membershipOf(tally, []), {rows: null, columns: null}).inside]).toEqual([4, 0]);
  });
});

describe("parts", () => {
  it("are one for the categories of one column, and one for each option of a multiple response", () => {
    expect(parts(plans.categories).map((part) => part.map(({code}) => code))).toEqual([["soon", "later", "never"]]);
    expect(parts(channels.categories).map((part) => part.map(({code}) => code))).toEqual([["web"], ["mail"]]);
  });
});
