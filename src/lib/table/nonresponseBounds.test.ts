import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  columnFrom,
  explorerFrom,
  filterFrom,
  registerFrom,
  repeated,
  requestFrom,
  tallyFrom,
  variableFrom,
} from "../../../test/support/exampleExplored.js";
import {parseCondition} from "../respondents/condition.js";
import {shareIfAsOften} from "../statistics/nonresponse.js";
import {type NonresponseBounds, nonresponseBounds} from "./nonresponseBounds.js";
import {type TableRequest, tabulate} from "./tabulate.js";
import {classColumn} from "./variable.js";

/** Two counties; municipalities in two classes, and one authority in each county. */
const classes = ["small", "large", "authority"];
const regions = {"01": [60, 40, 1], "02": [40, 20, 1]};
const explorer = explorerFrom({small: 100, large: 60, authority: 2}, {regions});

const answer = variableFrom("answer", ["yes", "no"]);
const boxes = variableFrom("boxes", ["x", "y"], {type: "multiple"});
const routed = variableFrom("routed", ["yes", "no"], {
  universe: [parseCondition({variable: "answer", codes: ["yes"]})],
});
const county = registerFrom("county", ["01", "02"]);
const size = registerFrom("size", classes, classColumn);
const kind = {
  ...registerFrom("kind", []),
  categories: [
    {...size.categories[0], code: "municipality", of: ["small", "large"]},
    {...size.categories[2], code: "authority"},
  ],
};

interface Person {
  class: string;
  county: string;
  answer: string;
}

const person: fc.Arbitrary<Person> = fc.record({
  class: fc.constantFrom("small", "large"),
  county: fc.constantFrom("01", "02"),
  answer: fc.constantFrom("yes", "no", "-"),
});
const people = fc.array(person, {minLength: 1, maxLength: 20});

function tallyOf(persons: readonly Person[]) {
  const column = (name: string, categories: string[], response: (each: Person) => string) =>
    columnFrom(name, categories, persons.map(response));
  return tallyFrom(
    column(classColumn, classes, (each) => each.class),
    column("county", ["01", "02"], (each) => each.county),
    column("answer", ["yes", "no"], (each) => each.answer),
    column("routed", ["yes", "no"], (each) => (each.answer === "yes" ? "yes" : "/")),
    column("boxes_x", ["no", "yes"], (each) => each.answer),
    column("boxes_y", ["no", "yes"], (each) => (each.answer === "-" ? "-" : "no")),
  );
}

type Asked = Pick<TableRequest, "rows"> & Partial<TableRequest>;
function silence(persons: readonly Person[], asked: Asked, [row, column] = [0, 0], of = explorer): NonresponseBounds {
  const request = requestFrom(asked);
  return nonresponseBounds(of, request, tabulate(of, [tallyOf(persons)], request), {row, column});
}

function known(found: NonresponseBounds) {
  if (found.status === "unknown") throw new Error(found.reason);
  return found;
}

const parts = (found: NonresponseBounds) => {
  const {response} = known(found);
  return response ? [response] : [];
};

const inClass = (name: string, inCounty: string, answers: Readonly<Record<string, number>>): Person[] =>
  repeated(answers).map((each) => ({class: name, county: inCounty, answer: each}));

/** 40 of 60 and 20 of 40 small ones, 20 of 40 and 12 of 20 large ones, one authority. */
const persons = [
  ...inClass("small", "01", {yes: 30, no: 8, "-": 2}),
  ...inClass("small", "02", {yes: 5, no: 15}),
  ...inClass("large", "01", {yes: 10, no: 10}),
  ...inClass("large", "02", {yes: 12}),
  ...inClass("authority", "01", {no: 1}),
];

describe("nonresponseBounds", () => {
  it("counts as silent who answered nothing, and who did not answer the question", () => {
    const found = known(silence(persons, {rows: answer}));
    expect([found.population, found.respondents]).toEqual([162, 91]);
    expect(found.responseRate).toBeCloseTo(91 / 162, 12);
    expect(found.band).toEqual({low: 57 / 162, high: (57 + 162 - 91) / 162});
    expect(known(silence(persons, {rows: answer}, [1, 0])).band).toEqual({low: 34 / 162, high: (34 + 71) / 162});
  });

  it("is about the units of the column, of the filters, and of both", () => {
    const units = (asked: Partial<TableRequest>, column = 0) => {
      const {population, respondents} = known(silence(persons, {rows: answer, ...asked}, [0, column]));
      return [population, respondents];
    };
    expect(units({columns: county}, 1)).toEqual([101, 59]);
    expect(units({columns: county}, 2)).toEqual([61, 32]);
    expect(units({columns: size}, 2)).toEqual([60, 32]);
    expect(units({columns: kind}, 1)).toEqual([160, 90]);
    expect(units({columns: kind}, 2)).toEqual([2, 1]);
    expect(units({filters: [filterFrom(county, "02")]})).toEqual([61, 32]);
    expect(units({filters: [filterFrom(county, "01", "02")]})).toEqual([162, 91]);
    expect(units({filters: [filterFrom(county, "02")], columns: size}, 1)).toEqual([40, 20]);
    expect(units({filters: [filterFrom(county, "02"), filterFrom(kind, "municipality")], columns: size})).toEqual([
      60, 32,
    ]);
    expect(units({filters: [filterFrom(kind, "municipality"), filterFrom(size, "large", "authority")]})).toEqual([
      60, 32,
    ]);
  });

  it("knows a group of which all answered: the band is a point", () => {
    const all = inClass("large", "02", {yes: 15, no: 5});
    const found = known(
      silence(
        [...all, ...inClass("small", "01", {yes: 40})],
        {rows: answer, columns: size},
        [0, 2],
        explorerFrom({small: 100, large: 20}, {regions: {"01": [60, 0], "02": [40, 20]}}),
      ),
    );
    expect(found.band).toEqual({low: 0.75, high: 0.75});
    expect(shareIfAsOften(parts(found), 17)).toBeCloseTo(0.75, 12);
  });

  it("starts from the table’s own share, of everybody and of each group, when the silent are like the others", () => {
    const groups: Partial<TableRequest>[] = [
      {},
      {columns: county},
      {columns: size},
      {columns: county, filters: [filterFrom(size, "large")]},
      {columns: size, filters: [filterFrom(county, "02")]},
    ];
    const compared = {everybody: 0, group: 0};
    const chosen = fc.record({
      rows: fc.constantFrom(answer, boxes),
      group: fc.constantFrom(...groups),
      row: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(people, chosen, (some, {rows, group, row}) => {
        const request = requestFrom({rows, ...group});
        const tabulated = tabulate(explorer, [tallyOf(some)], request);
        for (let column = 0; column <= (request.columns ? 2 : 0); column++) {
          const found = nonresponseBounds(explorer, request, tabulated, {row, column});
          const cell = tabulated.table.cells[row][column];
          if (cell.status !== "published" || cell.estimate === null) expect(known(found).response).toBeNull();
          else {
            expect(shareIfAsOften(parts(found))).toBeCloseTo(cell.estimate, 10);
            compared[column === 0 ? "everybody" : "group"]++;
          }
        }
      }),
    );
    expect(Math.min(compared.everybody, compared.group)).toBeGreaterThan(0);
  });

  it("never leaves the band, however often it is supposed, and grows with that", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(null, county, size),
        fc.double({min: 0, max: 10, noNaN: true}),
        (some, columns, times) => {
          for (let column = 0; column <= (columns ? 2 : 0); column++) {
            const {band, response, respondents, population} = known(
              silence(some, {rows: answer, columns}, [0, column]),
            );
            expect(band.high - band.low).toBeCloseTo((population - respondents) / population, 12);
            if (!response) expect(respondents).toBe(0);
            else {
              const share = shareIfAsOften([response], times);
              expect(share).toBeGreaterThanOrEqual(band.low - 1e-12);
              expect(share).toBeLessThanOrEqual(band.high + 1e-12);
              expect(share).toBeLessThanOrEqual(shareIfAsOften([response], times * 2 + 1) + 1e-12);
              expect(response).toMatchObject({population, respondents});
            }
          }
        },
      ),
    );
  });

  it("supposes of the silent what weights do: more are like those of the class that fewer answered in", () => {
    const some = [...inClass("small", "01", {yes: 50}), ...inClass("large", "01", {no: 20})];
    const found = silence(some, {rows: answer}, [0, 0], explorerFrom({small: 100, large: 60}));
    expect(known(found).response).toEqual({count: 50, respondents: 70, population: 160, supposed: 50});
    expect(shareIfAsOften(parts(found))).toBeCloseTo(100 / 160, 12);
  });

  it("takes the weights of the group’s own units", () => {
    const some = [...inClass("small", "01", {yes: 30}), ...inClass("small", "02", {yes: 5, no: 15})];
    const of = explorerFrom({small: 100}, {regions: {"01": [60], "02": [40]}});
    expect(known(silence(some, {rows: answer}, [0, 0], of)).response?.supposed).toBeCloseTo(35, 10);
    expect(known(silence(some, {rows: answer, columns: county}, [0, 2], of)).response?.supposed).toBeCloseTo(5, 10);
    const few = [...inClass("small", "01", {yes: 40}), ...inClass("small", "02", {yes: 1, no: 3})];
    const merged = known(silence(few, {rows: answer, columns: county}, [0, 2], of)).response;
    expect(merged).toMatchObject({count: 1, respondents: 4, population: 40});
    expect(merged?.supposed).toBeCloseTo(9, 10);
  });

  it("lets a supposition move the share of a group, though all of its class’s few respondents agree", () => {
    const few = [
      ...inClass("small", "02", {yes: 10, no: 10}),
      ...inClass("large", "02", {yes: 1}),
      ...inClass("large", "01", {yes: 10, no: 15}),
      ...inClass("small", "01", {no: 30}),
    ];
    const found = silence(few, {rows: answer, columns: county}, [0, 2]);
    const moved = [0.5, 2].map((times) => shareIfAsOften(parts(found), times));
    expect(moved[1] - moved[0]).toBeGreaterThan(0.2);
    const alone = silence(few, {rows: answer, columns: county, filters: [filterFrom(size, "large")]}, [0, 2]);
    expect(known(alone).response).toMatchObject({count: 1, respondents: 1, population: 20});
    expect(known(alone).response?.supposed).toBeCloseTo(19, 10);
    expect(known(alone).band).toEqual({low: 1 / 20, high: 1});
  });

  it("has the widest band and no share where nobody of the group answered", () => {
    const first = persons.filter((each) => each.county === "01");
    expect(known(silence(first, {rows: answer, columns: county}, [0, 2]))).toMatchObject({
      respondents: 0,
      population: 61,
      band: {low: 0, high: 1},
      response: null,
    });
    expect(known(silence([], {rows: answer}))).toMatchObject({
      population: 162,
      band: {low: 0, high: 1},
      response: null,
    });
  });

  it("counts each option of a multiple response by itself", () => {
    expect(known(silence(persons, {rows: boxes}, [0, 0])).band.low).toBeCloseTo(57 / 162, 12);
    expect(known(silence(persons, {rows: boxes}, [1, 0])).band).toEqual({low: 0, high: 71 / 162});
  });

  it("says why nothing is known", () => {
    const reason = (asked: Asked, place: [number, number] = [0, 0], of = explorer) => {
      const found = silence(persons, asked, place, of);
      return found.status === "unknown" ? found.reason : null;
    };
    expect(reason({rows: answer})).toBeNull();
    expect(reason({rows: answer, measure: "rowPercent"})).toBe("notColumnPercent");
    expect(reason({rows: answer, isWeighted: false})).toBe("notColumnPercent");
    expect(reason({rows: county})).toBe("knownRows");
    expect(reason({rows: routed})).toBe("notAskedOfAll");
    expect(reason({rows: boxes, columns: answer}, [0, 1])).toBe("groupNotKnown");
    expect(reason({rows: boxes, columns: county, filters: [filterFrom(answer, "yes")]}, [0, 1])).toBe("groupNotKnown");
    expect(reason({rows: boxes, columns: answer}, [0, 0])).toBeNull();
    expect(reason({rows: answer}, [0, 0], explorerFrom({small: null, large: null, authority: null}))).toBe("noUnits");
    expect(reason({rows: answer, filters: [filterFrom(size, "small")], columns: kind}, [0, 2])).toBe("noPopulation");
    expect(reason({rows: answer, filters: [filterFrom(county)]})).toBe("noPopulation");
  });

  it("says nothing of a cell that is not published", () => {
    const request = requestFrom({rows: answer});
    const tabulated = tabulate(explorer, [tallyOf(persons)], request);
    const cells = tabulated.table.cells.map((row) => row.map(() => ({status: "suppressed"}) as const));
    expect(
      nonresponseBounds(explorer, request, {...tabulated, table: {...tabulated.table, cells}}, {row: 0, column: 0}),
    ).toEqual({
      status: "unknown",
      reason: "notPublished",
    });
  });
});
