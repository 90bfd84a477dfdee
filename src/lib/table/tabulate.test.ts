import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {tallySet} from "../../../data-loaders/survey/explorer/tallySet.js";
import {explorerInput, facts} from "../../../site/facts.js";
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
import {parseCondition} from "../respondents/condition.js";
import {parts} from "./counts/countRespondents.js";
import {type ExplorerTally, unpackTally} from "./counts/tally.js";
import {type Cell, type Measure, measures, type PublishedCell} from "./table.js";
import {populationWith} from "./tableWeights.js";
import {type TableRequest, type Tabulated, tabulate} from "./tabulate.js";
import {classColumn, regionColumn, registerColumns, variableByName} from "./variable.js";

const published = (cell: Cell): PublishedCell => {
  if (cell.status !== "published") throw new Error(`not published: ${cell.status}`);
  return cell;
};
const cellsOf = ({table}: Tabulated): PublishedCell[][] => table.cells.map((row) => row.map(published));
const estimates = (tabulated: Tabulated) => cellsOf(tabulated).map((row) => row.map(({estimate}) => estimate));

/** Two classes of 40 and 20 units; three responses, two groups, a multiple response, a number. */
const explorer = explorerFrom({small: 40, large: 20});
const colour = variableFrom("colour", ["red", "blue", "green"]);
const group = variableFrom("group", ["a", "b"]);
const size = registerFrom("size", ["small", "large"], classColumn);
const boxes = variableFrom("boxes", ["x", "y"], {type: "multiple"});
const pages = variableFrom("pages", ["0", "1", "2"], {type: "count"});

const region = registerFrom("region", ["north", "south"], regionColumn);

interface Person {
  class: string;
  region: string;
  colour: string;
  group: string;
  boxes: readonly [string, string];
  pages: string;
}

const person: fc.Arbitrary<Person> = fc.record({
  class: fc.constantFrom("small", "large"),
  region: fc.constantFrom("north", "south"),
  colour: fc.constantFrom("red", "blue", "green", "-", "/"),
  group: fc.constantFrom("a", "b", "-"),
  boxes: fc.constantFrom<[string, string][]>(
    ["yes", "yes"],
    ["yes", "no"],
    ["no", "yes"],
    ["no", "no"],
    ["-", "-"],
    ["/", "/"],
  ),
  pages: fc.constantFrom("0", "1", "2", "3", "9", "-"),
});
const people = fc.array(person, {minLength: 0, maxLength: 20});

function tallyOf(persons: readonly Person[]): ExplorerTally {
  const column = (name: string, categories: string[], response: (each: Person) => string) =>
    columnFrom(name, categories, persons.map(response));
  return tallyFrom(
    classesFrom(
      ["small", "large"],
      persons.map((each) => each.class),
    ),
    column(regionColumn, ["north", "south"], (each) => each.region),
    column("colour", ["red", "blue", "green"], (each) => each.colour),
    column("group", ["a", "b"], (each) => each.group),
    column("boxes_x", ["no", "yes"], (each) => each.boxes[0]),
    column("boxes_y", ["no", "yes"], (each) => each.boxes[1]),
    column("pages", ["0", "1", "2", "3", "9"], (each) => each.pages),
  );
}

const tabulated = (persons: readonly Person[], request: Partial<TableRequest> & Pick<TableRequest, "rows">) =>
  tabulate(explorer, [tallyOf(persons)], requestFrom(request));

/** Sixteen respondents of whom the counts are known by heart. */
const some: Person[] = repeated({red: 6, blue: 4, green: 2, "-": 3, "/": 1}).map((response, at) => ({
  class: at % 2 === 0 ? "small" : "large",
  region: at % 4 < 2 ? "north" : "south",
  colour: response,
  group: at % 3 === 0 ? "a" : "b",
  boxes: at % 4 === 0 ? ["yes", "no"] : ["no", "yes"],
  pages: "1",
}));

const cellOfPerson = (each: Person) => 2 * (each.class === "small" ? 0 : 1) + (each.region === "north" ? 0 : 1);

/** The same, if the questions were put to all. */
const asked = (each: Person): Person => ({
  ...each,
  colour: each.colour === "/" ? "red" : each.colour,
  boxes: each.boxes[0] === "/" ? ["no", "no"] : each.boxes,
});

/** Respondents of two classes in two regions, and an explorer of these and of some that did not answer. */
const surveys = fc
  .record({
    persons: fc.array(fc.record({person, times: fc.integer({min: 1, max: 8})}), {maxLength: 12}),
    silent: fc.array(fc.nat(12), {minLength: 4, maxLength: 4}),
  })
  .map(({persons: drawn, silent}) => {
    const persons = drawn.flatMap(({person: each, times}) => new Array<Person>(times).fill(each));
    const units = silent.map((n, cell) => n + persons.filter((each) => cellOfPerson(each) === cell).length);
    const regions = {north: [units[0], units[2]], south: [units[1], units[3]]};
    return {persons, explorer: explorerFrom({small: units[0] + units[1], large: units[2] + units[3]}, {regions})};
  });

describe("tabulate", () => {
  it("makes weights anew for those who answered the rows: all they stand for is everybody", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(group, null), (persons, columns) => {
        const {table, weights} = tabulated(persons, {rows: colour, columns});
        const answered = persons.filter((each) => each.colour !== "-");
        expect((weights?.classes ?? []).reduce((sum, {respondents}) => sum + respondents, 0)).toBe(answered.length);
        const whole = table.classes.reduce((sum, {respondents, weight}) => sum + respondents * weight, 0);
        expect(whole).toBeCloseTo(answered.length === 0 ? 0 : 60, 9);
        expect(table.unweightedBase).toBe(answered.filter((each) => each.colour !== "/").length);
        expect(table.unanswered).toBe(persons.length - answered.length);
      }),
    );
  });

  it("leaves out of a table of all who answered but one of its two questions, and of row per cent who left the columns open", () => {
    fc.assert(
      fc.property(people, (persons) => {
        const of = (measure: Measure) => tabulated(persons, {rows: colour, columns: group, measure}).table;
        const open = persons.filter((each) => each.colour === "-" || each.group === "-");
        expect(of("totalPercent").unanswered).toBe(open.length);
        expect(of("totalPercent").unweightedBase).toBe(
          persons.filter((each) => each.colour !== "/" && !open.includes(each)).length,
        );
        const grouped = persons.filter((each) => each.group !== "-");
        expect(of("rowPercent").unanswered).toBe(persons.length - grouped.length);
        expect(of("rowPercent").unweightedBase).toBe(grouped.length);
      }),
    );
  });

  it("counts what it says it counts", () => {
    const {table} = tabulated(some, {rows: colour, measure: "count"});
    expect(table.rows.map(({code, unweightedBase}) => [code, unweightedBase])).toEqual([
      ["red", 6],
      ["blue", 4],
      ["green", 2],
    ]);
    expect([table.unweightedBase, table.unanswered]).toEqual([12, 3]);
    expect(table.columns.map(({code}) => code)).toEqual(["all"]);
    expect(table.rows.map((_, row) => published(table.cells[row][0]).unweightedCount)).toEqual([6, 4, 2]);
  });

  it("says what the respondents of each row and column stand for, with weights", () => {
    const {table} = tabulated(some, {rows: colour, columns: group});
    const {base} = published(table.cells[0][0]);
    expect(base).not.toBeCloseTo(12, 6);
    expect(table.columns[0].base).toBeCloseTo(base, 9);
    expect(table.rows.reduce((sum, row) => sum + (row.base ?? 0), 0)).toBeCloseTo(base, 9);
  });

  it("has no number in a column, or under a filter, of those that the question was never put to", () => {
    const askedOfA = {...colour, universe: [parseCondition({variable: "group", codes: ["a"]})]};
    const statuses = ({table}: Tabulated) => table.cells.map((row) => row.map(({status}) => status));
    expect(new Set(statuses(tabulated(some, {rows: askedOfA, columns: group})).map(String))).toEqual(
      new Set(["published,published,notApplicable"]),
    );
    const filters = [filterFrom(group, "b")];
    expect(new Set(statuses(tabulated(some, {rows: askedOfA, filters})).map(String))).toEqual(
      new Set(["notApplicable"]),
    );
  });

  it("has columns that add up to one, rows that do, and a table that does", () => {
    const sum = (cells: readonly PublishedCell[]) => cells.reduce((total, {estimate}) => total + (estimate ?? 0), 0);
    fc.assert(
      fc.property(people, fc.boolean(), (persons, isWeighted) => {
        const of = (measure: Measure) =>
          cellsOf(tabulated(persons, {rows: colour, columns: group, measure, isWeighted}));
        const [column, row, total] = [of("columnPercent"), of("rowPercent"), of("totalPercent")];
        for (const c of [0, 1, 2]) {
          const cells = column.map((line) => line[c]);
          expect(sum(cells)).toBeCloseTo(cells[0].unweightedBase === 0 ? 0 : 1, 9);
        }
        for (const [, ...cells] of row) expect(sum(cells)).toBeCloseTo(cells[0].unweightedBase === 0 ? 0 : 1, 9);
        const inTable = total.flatMap(([, ...cells]) => cells);
        expect(sum(inTable)).toBeCloseTo(inTable[0].unweightedBase === 0 ? 0 : 1, 9);
      }),
    );
  });

  it("makes each estimate of a count and its base, whatever it shows", () => {
    fc.assert(
      fc.property(people, fc.boolean(), fc.constantFrom(colour, boxes), (persons, isWeighted, rows) => {
        for (const measure of ["columnPercent", "rowPercent", "totalPercent", "count"] as const)
          for (const {estimate, count, base} of cellsOf(
            tabulated(persons, {rows, columns: group, measure, isWeighted}),
          ).flat())
            if (estimate !== null) expect(estimate).toBeCloseTo(count / base, 9);
      }),
    );
  });

  it("has the same cells in a table of all as in one of columns, where all have answered both", () => {
    fc.assert(
      fc.property(people, fc.boolean(), (everyone, isWeighted) => {
        const persons = everyone.filter((each) => each.colour !== "-" && each.group !== "-");
        const each = (["columnPercent", "rowPercent", "totalPercent", "count"] as const).map((measure) =>
          cellsOf(tabulated(persons, {rows: colour, columns: group, measure, isWeighted})).flatMap(([, ...row]) => row),
        );
        for (const cells of each)
          for (const [at, {count, unweightedCount}] of cells.entries()) {
            expect(unweightedCount).toBe(each[0][at].unweightedCount);
            expect(count).toBeCloseTo(each[0][at].count, 9);
          }
      }),
    );
  });

  it("shows in the column of everybody the columns together, and who left the question of the columns open", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(colour, boxes), (persons, rows) => {
        const table = cellsOf(tabulated(persons, {rows, columns: group}));
        const open = tabulated(
          persons.map((each): Person => ({...each, group: each.group === "-" ? "a" : "-"})),
          {rows, columns: group},
        );
        for (const [r, [all, ...columns]] of table.entries()) {
          const [, left] = cellsOf(open)[r];
          const together = [...columns, left];
          expect(all.unweightedCount).toBe(together.reduce((sum, {unweightedCount}) => sum + unweightedCount, 0));
          expect(all.base).toBeCloseTo(
            together.reduce((sum, {base}) => sum + base, 0),
            9,
          );
        }
      }),
    );
  });

  it("has the same column of everybody, and the same weights, whatever the columns are", () => {
    fc.assert(
      fc.property(
        surveys,
        fc.constantFrom(colour, boxes, pages),
        fc.constantFrom(...(["columnPercent", "count", "mean"] as const)),
        fc.subarray([filterFrom(group, "a"), filterFrom(region, "south")]),
        ({persons, explorer: of}, rows, shown, filters) => {
          const measure = shown === "mean" && rows !== pages ? "count" : shown;
          const tallies = [tallyOf(persons)];
          const [alone, ...others] = [null, group, boxes, size, region].map((columns) =>
            tabulate(of, tallies, requestFrom({rows, columns, filters, measure})),
          );
          for (const {table, weights, columnWeights} of others) {
            expect(table.cells.map(([all]) => all)).toEqual(alone.table.cells.map(([all]) => all));
            expect(table.columns[0]).toEqual(alone.table.columns[0]);
            expect(weights).toEqual(alone.weights);
            expect(columnWeights[0]).toEqual(alone.columnWeights[0]);
          }
        },
      ),
    );
  });

  it("turns row per cent into column per cent when rows and columns change places", () => {
    fc.assert(
      fc.property(people, fc.boolean(), (persons, isWeighted) => {
        const upright = tabulated(persons, {rows: colour, columns: group, measure: "rowPercent", isWeighted});
        const turned = tabulated(persons, {rows: group, columns: colour, measure: "columnPercent", isWeighted});
        for (const r of [0, 1, 2])
          for (const c of [1, 2]) {
            const [a, b] = [cellsOf(upright)[r][c], cellsOf(turned)[c - 1][r + 1]];
            expect(a.unweightedCount).toBe(b.unweightedCount);
            expect(a.estimate === null).toBe(b.estimate === null);
            if (a.estimate !== null) expect(a.estimate).toBeCloseTo(b.estimate ?? Number.NaN, 12);
            expect(a.interval === null).toBe(b.interval === null);
            if (a.interval) expect(a.interval.low).toBeCloseTo(b.interval?.low ?? Number.NaN, 9);
          }
      }),
    );
  });

  it("adds up the categories of a net", () => {
    const net = {...colour, categories: [categoryFrom("colour", "warm", ["red", "green"]), colour.categories[1]]};
    fc.assert(
      fc.property(people, fc.constantFrom("columnPercent" as const, "count" as const), (persons, measure) => {
        const [apart, together] = [colour, net].map((rows) =>
          cellsOf(tabulated(persons, {rows, columns: group, measure})),
        );
        for (const c of [0, 1, 2]) {
          const [red, blue, green] = apart.map((row) => row[c]);
          expect(together[0][c].unweightedCount).toBe(red.unweightedCount + green.unweightedCount);
          expect(together[0][c].count).toBeCloseTo(red.count + green.count, 9);
          expect(together[0][c].estimate ?? 0).toBeCloseTo((red.estimate ?? 0) + (green.estimate ?? 0), 9);
          expect(together[1][c]).toEqual(blue);
        }
      }),
    );
  });

  it("keeps the base of a row that is one of several, whichever are shown", () => {
    fc.assert(
      fc.property(people, (persons) => {
        const one = {...colour, categories: [colour.categories[1]]};
        const [whole, part] = [colour, one].map((rows) => cellsOf(tabulated(persons, {rows, columns: group})));
        expect(part).toEqual([whole[1]]);
      }),
    );
  });

  it("is not changed by a filter that leaves all in, nor by the order of filters", () => {
    fc.assert(
      fc.property(people, (persons) => {
        const all = filterFrom(size, "small", "large");
        const [a, b] = [filterFrom(group, "a"), filterFrom(colour, "red", "blue")];
        const cells = (...filters: TableRequest["filters"]) =>
          cellsOf(tabulated(persons, {rows: boxes, columns: size, filters}));
        expect(cells(all)).toEqual(cells());
        expect(cells(a, b)).toEqual(cells(b, a));
        expect(cells(a, a)).toEqual(cells(a));
      }),
    );
  });

  it("has the same cell of a group by filter, by column and by layer", () => {
    const groups = [size, region, group, boxes].flatMap((of) => of.categories.map(({code}) => ({of, code})));
    const ofFilters = fc.subarray([
      filterFrom(size, "small", "large"),
      filterFrom(region, "south"),
      filterFrom(group, "a", "b"),
      filterFrom(boxes, "x", "y"),
    ]);
    fc.assert(
      fc.property(
        surveys,
        fc.constantFrom(...groups),
        ofFilters,
        fc.constantFrom(colour, boxes, pages, size),
        fc.constantFrom(...(["columnPercent", "count", "mean"] as const)),
        fc.boolean(),
        ({persons, explorer: of}, {of: by, code}, filters, rows, shown, isWeighted) => {
          const measure = shown === "mean" && rows !== pages ? "count" : shown;
          const cells = (request: Partial<TableRequest>) =>
            tabulate(of, [tallyOf(persons)], requestFrom({rows, measure, isWeighted, ...request})).table;
          const byColumn = cells({columns: by, filters});
          const at = byColumn.columns.findIndex((column) => column.code === code);
          const chosen = filterFrom(by, code);
          for (const inFilters of [
            [...filters, chosen],
            [chosen, ...filters],
          ]) {
            const byFilter = cells({filters: inFilters});
            expect(byFilter.cells.map(([all]) => all)).toEqual(byColumn.cells.map((row) => row[at]));
            expect(byFilter.columns[0].base).toBe(byColumn.columns[at].base);
          }
        },
      ),
      {numRuns: 200},
    );
  });

  it("lets the respondents of any group of the register stand for all its units, if the question was put to all", () => {
    fc.assert(
      fc.property(surveys, fc.boolean(), ({persons: everyone, explorer: of}, isFiltered) => {
        const persons = everyone.map(asked);
        for (const columns of [size, region]) {
          const filters = isFiltered ? [filterFrom(columns === size ? region : size, "south", "large")] : [];
          const {table} = tabulate(of, [tallyOf(persons)], requestFrom({rows: colour, columns, filters}));
          const groups = [[], ...columns.categories.map((category) => [[category]])];
          for (const [at, {base, unweightedBase}] of table.columns.entries()) {
            const conditions = [...filters.map(({categories}) => categories), ...groups[at]];
            const units = unweightedBase === 0 ? 0 : (populationWith(of.units, conditions) ?? Number.NaN);
            expect(base).toBeCloseTo(units, 8);
            for (const [cell] of table.cells.map((row) => [published(row[at])]))
              expect(cell.base).toBeCloseTo(units, 8);
          }
        }
      }),
    );
  });

  it("has the share of a group in which all answered as a fact", () => {
    fc.assert(
      fc.property(
        surveys,
        fc.constantFrom(...(["columnPercent", "count"] as const)),
        ({persons: everyone, explorer: of}, measure) => {
          const persons = everyone.map(asked).filter((each) => each.region === "north" || each.colour !== "-");
          const populations = (of.units.populations ?? []).map((n, cell) =>
            cell % 2 === 0 ? n : persons.filter((each) => cellOfPerson(each) === cell).length,
          );
          const complete = {...of, units: {...of.units, populations}};
          const request = requestFrom({rows: colour, columns: region, measure});
          const {table} = tabulate(complete, [tallyOf(persons)], request);
          for (const {estimate, interval, count, unweightedBase, unweightedCount} of table.cells.map((row) =>
            published(row[2]),
          )) {
            expect(count).toBe(unweightedCount);
            if (unweightedBase === 0) continue;
            const shown = measure === "count" ? unweightedCount : unweightedCount / unweightedBase;
            expect(estimate).toBeCloseTo(unweightedCount / unweightedBase, 12);
            expect(interval?.low).toBeCloseTo(shown, 12);
            expect(interval?.high).toBeCloseTo(shown, 12);
          }
        },
      ),
    );
  });

  it("never leaves what is possible of a group of the register: what was seen, and what nobody knows", () => {
    fc.assert(
      fc.property(
        surveys,
        fc.constantFrom(size, region),
        fc.boolean(),
        ({persons: everyone, explorer: of}, columns, isWeighted) => {
          const persons = everyone.map(asked);
          const {table} = tabulate(of, [tallyOf(persons)], requestFrom({rows: colour, columns, isWeighted}));
          const units = [[], ...columns.categories.map((category) => [[category]])].map(
            (conditions) => populationWith(of.units, conditions) ?? Number.NaN,
          );
          for (const [at, {interval, unweightedCount: k, unweightedBase: n}] of table.cells.flatMap((row) => [
            ...row.map(published).entries(),
          ])) {
            if (!interval) continue;
            expect(interval.low).toBeGreaterThanOrEqual(k / units[at] - 1e-12);
            expect(interval.high).toBeLessThanOrEqual((k + units[at] - n) / units[at] + 1e-12);
          }
        },
      ),
    );
  });

  it("has each estimate within its interval, of groups that the register knows and of others", () => {
    fc.assert(
      fc.property(
        surveys,
        fc.constantFrom(colour, boxes),
        fc.boolean(),
        fc.constantFrom(...(["columnPercent", "rowPercent", "totalPercent", "count"] as const)),
        fc.subarray([filterFrom(group, "a"), filterFrom(size, "large")]),
        ({persons: everyone, explorer: of}, question, isPutToAll, measure, filters) => {
          const persons = isPutToAll ? everyone.map(asked) : everyone;
          const rows = isPutToAll
            ? question
            : {...question, universe: [parseCondition({variable: "other", codes: ["yes"]})]};
          for (const columns of [null, group, region]) {
            const {table} = tabulate(of, [tallyOf(persons)], requestFrom({rows, columns, filters, measure}));
            for (const {estimate, count, interval} of table.cells.flat().map(published)) {
              if (!interval) continue;
              const shown = measure === "count" ? count : (estimate ?? Number.NaN);
              expect(interval.low).toBeLessThanOrEqual(shown + 1e-9);
              expect(interval.high).toBeGreaterThanOrEqual(shown - 1e-9);
            }
          }
        },
      ),
      {numRuns: 500},
    );
  });

  it("takes no group for a fact whose respondents stand for others too, be these less than one", () => {
    const persons = [
      ...new Array<Person>(10).fill({...some[0], class: "small", colour: "red", group: "b"}),
      ...new Array<Person>(20).fill({...some[0], class: "large", colour: "blue", group: "b"}),
    ].map((each, at): Person => (at > 7 && at < 12 ? {...each, group: "a"} : each));
    const of = explorerFrom({small: 10, large: 22});
    const {table} = tabulate(of, [tallyOf(persons)], requestFrom({rows: colour, columns: group}));
    const [{estimate, base, interval}] = [published(table.cells[0][1])];
    expect(base).toBeCloseTo(4.2, 12);
    expect(estimate).toBeCloseTo(2 / 4.2, 12);
    expect(interval?.low).toBeLessThan(2 / 4.2);
    expect(interval?.high).toBeGreaterThan(2 / 4.2);
  });

  it("shows nobody’s answers as no number, of any measure", () => {
    const nobody = filterFrom(group);
    for (const persons of [[], some])
      for (const measure of measures) {
        const {table} = tabulated(persons, {rows: pages, columns: colour, filters: [nobody], measure});
        for (const cell of table.cells.flat())
          expect(cell).toEqual({
            status: "published",
            unweightedCount: 0,
            unweightedBase: 0,
            count: 0,
            base: 0,
            estimate: null,
            interval: null,
            standardError: null,
            lowPrecision: false,
          });
        expect(table.unweightedBase).toBe(0);
      }
  });

  it("never has a number that is none", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...measures),
        fc.boolean(),
        fc.subarray([filterFrom(group, "a"), filterFrom(boxes, "x", "y")]),
        (persons, measure, isWeighted, filters) => {
          for (const columns of [null, group, boxes, size]) {
            const {table} = tabulated(persons, {rows: pages, columns, filters, measure, isWeighted});
            for (const {unweightedBase, estimate, interval, standardError, count, base} of table.cells
              .flat()
              .map(published)) {
              if (unweightedBase === 0) expect([estimate, interval, standardError]).toEqual([null, null, null]);
              for (const value of [estimate, interval?.low, interval?.high, standardError, count, base])
                expect(value === null || value === undefined || Number.isFinite(value)).toBe(true);
              if (interval && measure !== "count") {
                expect(interval.low).toBeLessThanOrEqual((estimate ?? 0) + 1e-9);
                expect(interval.high).toBeGreaterThanOrEqual((estimate ?? 0) - 1e-9);
              }
            }
          }
        },
      ),
    );
  });

  it("knows of one respondent’s answer no more than that one of all gave it", () => {
    const one = tabulated(some.slice(0, 1), {rows: colour, columns: group});
    const [[all, , b]] = cellsOf(one);
    expect(all).toMatchObject({estimate: 1, unweightedBase: 1, standardError: null, lowPrecision: true});
    expect(all.interval?.high).toBe(1);
    expect(all.interval?.low).toBeGreaterThanOrEqual(1 / 60);
    expect(all.interval?.low).toBeLessThan(0.05);
    expect(all.base).toBeCloseTo(60, 12);
    expect(b).toMatchObject({estimate: null, unweightedBase: 0, lowPrecision: false});
  });

  it("flags a share whose interval is wider than thirty points, and no other", () => {
    const few = cellsOf(tabulated(some, {rows: colour}))[0][0];
    expect(few.lowPrecision).toBe(true);
    const most = [...some, ...some, ...some].map((each, at): Person => ({...each, class: at < 32 ? "small" : "large"}));
    const many = cellsOf(tabulated(most, {rows: colour}))[0][0];
    for (const {interval, lowPrecision} of [few, many])
      expect(lowPrecision).toBe((interval?.high ?? 0) - (interval?.low ?? 0) > 0.3);
    expect(many.lowPrecision).toBe(false);
  });

  it("never estimates fewer than were seen", () => {
    const rare = some.map((each, at): Person => ({...each, colour: at === 0 ? "green" : "red"}));
    const [, , [cell]] = cellsOf(tabulated(rare, {rows: colour, measure: "count"}));
    expect(cell.unweightedCount).toBe(1);
    expect(cell.interval?.low).toBe(1);
    expect(cell.interval?.high).toBeGreaterThan(cell.count);
    const filters = [filterFrom(group, "a")];
    const [, , [ofGroup]] = cellsOf(tabulated(rare, {rows: colour, measure: "count", filters}));
    expect(ofGroup.unweightedCount).toBe(1);
    expect(ofGroup.interval?.low).toBe(1);
  });

  it("looks for a tally that has what is filtered by", () => {
    const whole = tallyOf(some);
    const without: ExplorerTally = {
      ...whole,
      columns: new Map([...whole.columns].filter(([name]) => name !== "group")),
    };
    const request = requestFrom({rows: colour, filters: [filterFrom(group, "a")]});
    expect(tabulate(explorer, [without, whole], request)).toEqual(tabulate(explorer, [whole], request));
  });

  it("keeps a category that nobody gave, at none of those who answered", () => {
    const {table} = tabulated(
      some.filter(({colour: response}) => response !== "green"),
      {rows: colour},
    );
    expect(table.rows[2]).toMatchObject({code: "green", unweightedBase: 0, base: 0});
    const cell = published(table.cells[2][0]);
    expect(cell).toMatchObject({unweightedCount: 0, estimate: 0});
    expect(cell.interval?.low).toBe(0);
    expect(cell.interval?.high).toBeGreaterThan(0.1);
  });

  it("counts as unanswered who is in the group, was asked about the rows and left it open", () => {
    const filters = [filterFrom(group, "a")];
    const ofGroup = some.filter((each) => each.group === "a");
    const {table} = tabulated(some, {rows: colour, columns: boxes, filters});
    expect(table.unanswered).toBe(ofGroup.filter((each) => each.colour === "-").length);
    expect(table.unanswered).toBeGreaterThan(0);
    expect(table.unweightedBase).toBe(ofGroup.filter((each) => !/[-/]/.test(each.colour)).length);
    const silent = some.map((each): Person => ({...each, group: "-", boxes: ["-", "-"]}));
    expect(tabulated(silent, {rows: colour, columns: boxes, filters}).table.unanswered).toBe(0);
    expect(tabulated(silent, {rows: boxes, columns: colour}).table.unanswered).toBe(some.length);
    expect(tabulated(silent, {rows: colour, columns: boxes}).table.unanswered).toBe(3);
  });
});

describe("tabulate of what the register knows", () => {
  const persons = [...some, ...some];
  const of = explorerFrom({small: 40, large: 20}, {regions: {north: [30, 8], south: [10, 12]}});
  const asked = (request: Partial<TableRequest>) =>
    cellsOf(tabulate(of, [tallyOf(persons)], requestFrom({rows: region, ...request})));
  const shown = (cells: PublishedCell[][]) => cells.map((row) => row.map(({estimate}) => estimate));

  it("has rows from the register itself, of all, of a column and of a filter", () => {
    const near = (rows: number[][]) => rows.map((row) => row.map((share) => expect.closeTo(share, 12)));
    expect(shown(asked({columns: size}))).toEqual(
      near([
        [38 / 60, 30 / 40, 8 / 20],
        [22 / 60, 10 / 40, 12 / 20],
      ]),
    );
    expect(shown(asked({filters: [filterFrom(size, "large")]}))).toEqual([[8 / 20], [12 / 20]]);
    expect(shown(asked({columns: size, measure: "totalPercent"}))).toEqual(
      near([
        [38 / 60, 30 / 60, 8 / 60],
        [22 / 60, 10 / 60, 12 / 60],
      ]),
    );
    expect(asked({columns: size, measure: "count"}).map((row) => row.map(({count}) => count))).toEqual([
      [38, 30, 8],
      [22, 10, 12],
    ]);
  });

  it("is certain of them, and counts beside them how many answered", () => {
    for (const measure of ["columnPercent", "totalPercent", "count"] as const)
      for (const cell of asked({columns: size, measure}).flat()) {
        const point = measure === "count" ? cell.count : cell.estimate;
        expect(cell).toMatchObject({standardError: 0, interval: {low: point, high: point}, lowPrecision: false});
      }
    const [[{unweightedCount, unweightedBase}]] = asked({});
    expect([unweightedCount, unweightedBase]).toEqual([16, 32]);
  });

  it("estimates them of a group that answers tell apart", () => {
    const [[all, a]] = asked({columns: group});
    expect(all.standardError).toBe(0);
    expect(a.standardError).toBeGreaterThan(0);
    const [[filtered]] = asked({filters: [filterFrom(group, "a")]});
    expect(filtered).toEqual(a);
  });

  it("tells without weights how those that answered are spread", () => {
    const [[{estimate, interval, count, base}]] = asked({columns: size, isWeighted: false});
    expect([estimate, interval, count, base]).toEqual([0.5, null, 16, 32]);
  });
});

describe("tabulate without weights", () => {
  it("counts each respondent once", () => {
    fc.assert(
      fc.property(people, (persons) => {
        for (const measure of ["columnPercent", "rowPercent", "totalPercent", "count"] as const) {
          const made = tabulated(persons, {rows: colour, columns: group, measure, isWeighted: false});
          for (const {count, unweightedCount, base, unweightedBase} of cellsOf(made).flat()) {
            expect(count).toBe(unweightedCount);
            expect(base).toBe(unweightedBase);
          }
          for (const {base, unweightedBase} of [...made.table.rows, ...made.table.columns])
            expect(base).toBe(unweightedBase);
        }
      }),
    );
  });

  it("tells how many answered as a fact, and estimates only of whom they stand for", () => {
    const [counted, weighted] = [false, true].map(
      (isWeighted) => cellsOf(tabulated(some, {rows: colour, measure: "count", isWeighted}))[0][0],
    );
    expect(counted).toMatchObject({count: 6, interval: null, standardError: null});
    expect(weighted.interval?.high).toBeGreaterThan(weighted.count);
  });

  it("does not take none of a few for none of all", () => {
    const none = some.filter(({colour: response}) => response !== "green");
    const cell = cellsOf(tabulated(none, {rows: colour, isWeighted: false}))[2][0];
    expect(cell.estimate).toBe(0);
    expect(cell.interval?.high).toBeGreaterThan(0.1);
  });

  it("is what weights give where all classes answered alike", () => {
    const even = [...some.slice(0, 12), ...some.slice(0, 12)].map(
      (each, at): Person => ({...each, class: at % 3 === 0 ? "large" : "small"}),
    );
    const [plain, weighted] = [false, true].map((isWeighted) => estimates(tabulated(even, {rows: colour, isWeighted})));
    for (const [r, [estimate]] of plain.entries()) expect(estimate).toBeCloseTo(weighted[r][0] ?? Number.NaN, 12);
  });
});

describe("tabulate of a multiple response", () => {
  it("has as rows the share of respondents that chose each option", () => {
    const rows = cellsOf(tabulated(some, {rows: boxes, isWeighted: false}));
    expect(
      rows.map(([{unweightedCount, unweightedBase, estimate}]) => [unweightedCount, unweightedBase, estimate]),
    ).toEqual([
      [4, 16, 0.25],
      [12, 16, 0.75],
    ]);
  });

  it("has as columns those that chose each option, be they in several", () => {
    const ticks = [...repeated({both: 4, y: 2}), ...new Array<string>(10).fill("none")];
    const boxesOf: Record<string, Person["boxes"]> = {both: ["yes", "yes"], y: ["no", "yes"], none: ["no", "no"]};
    const persons = some.map((each, at): Person => ({...each, boxes: boxesOf[ticks[at]]}));
    const made = tabulated(persons, {rows: colour, columns: boxes});
    expect(made.table.columns.map(({code, unweightedBase}) => [code, unweightedBase])).toEqual([
      ["all", 12],
      ["x", 4],
      ["y", 6],
    ]);
    expect(cellsOf(made).map((row) => row.map(({unweightedCount}) => unweightedCount))).toEqual([
      [6, 4, 6],
      [4, 0, 0],
      [2, 0, 0],
    ]);
  });

  it("is the same from one tally of all options as from one for each", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...(["columnPercent", "rowPercent", "count"] as const)),
        (persons, measure) => {
          const joint = tallyOf(persons);
          const only = (names: string[]): ExplorerTally => ({
            counts: joint.counts,
            columns: new Map([...joint.columns].filter(([name]) => names.includes(name))),
          });
          const apart = ["boxes_x", "boxes_y"].map((name) => only([classColumn, "group", name]));
          const request = requestFrom({rows: boxes, columns: group, measure});
          expect(tabulate(explorer, apart, request)).toEqual(tabulate(explorer, [joint], request));
        },
      ),
    );
  });
});

describe("tabulate of means", () => {
  it("weighs the numbers of those who gave one", () => {
    const persons = [...some, ...some].map((each, at): Person => ({...each, pages: ["0", "2", "9", "-"][at % 4]}));
    const {table} = tabulated(persons, {rows: pages, columns: size, measure: "mean"});
    expect(table.rows.map(({code}) => code)).toEqual(["mean"]);
    const [all, small, large] = table.cells[0].map(published);
    expect([small.estimate, large.estimate]).toEqual([4.5, 2]);
    expect([all.unweightedBase, small.unweightedBase, large.unweightedBase]).toEqual([24, 16, 8]);
    expect(all.estimate).toBeCloseTo((small.base * 4.5 + large.base * 2) / 60, 12);
  });

  const meanOf = (...numbers: string[]) =>
    published(
      tabulated(
        numbers.map((each, at): Person => ({...some[at % some.length], class: "small", pages: each})),
        {rows: pages, measure: "mean"},
      ).table.cells[0][0],
    );

  it("tells none of fewer than five, and marks one of fewer than ten", () => {
    expect(meanOf("1", "2", "1", "2")).toMatchObject({
      unweightedBase: 4,
      estimate: null,
      interval: null,
      standardError: null,
      lowPrecision: false,
    });
    expect(meanOf("1", "1", "1", "1", "2")).toMatchObject({unweightedBase: 5, estimate: 1.2, lowPrecision: true});
    const of = (n: number) => meanOf(...new Array<string>(n - 1).fill("1"), "2");
    expect([9, 10].map((n) => of(n).lowPrecision)).toEqual([true, false]);
  });

  it("marks one whose interval is wider than half of what can be answered", () => {
    const apart = meanOf(...new Array<string>(5).fill("0"), ...new Array<string>(5).fill("9"));
    expect((apart.interval?.high ?? 0) - (apart.interval?.low ?? 0)).toBeGreaterThan(4.5);
    expect(apart.lowPrecision).toBe(true);
    const together = meanOf(...new Array<string>(10).fill("0"), ...new Array<string>(20).fill("9"));
    expect((together.interval?.high ?? 9) - (together.interval?.low ?? 0)).toBeLessThan(4.5);
    expect(together.lowPrecision).toBe(false);
  });

  it("has no interval beyond the least and the greatest answer", () => {
    expect(meanOf("0", "0", "0", "0", "0", "1").interval?.low).toBe(0);
    expect(meanOf("9", "9", "9", "9", "9", "1").interval?.high).toBe(9);
  });

  it("takes every number for itself, also those that a net shows as one", () => {
    const net = {...pages, categories: [categoryFrom("pages", "0+", ["0", "1", "2", "3", "9"])]};
    const persons = some.map((each, at): Person => ({...each, pages: at % 2 ? "9" : "1"}));
    expect(estimates(tabulated(persons, {rows: net, measure: "mean", isWeighted: false}))).toEqual([[5]]);
  });

  it("refuses what is no number, and numbers that the tally does not tell apart", () => {
    expect(() => tabulated(some, {rows: colour, measure: "mean"})).toThrow("no mean of what is no number: colour");
    const net = {...pages, categories: [categoryFrom("pages", "0+", ["0", "12"])]};
    expect(() => tabulated(some, {rows: net, measure: "mean"})).toThrow(
      "no mean of numbers that are counted as one: pages",
    );
  });
});

describe("tabulate, asked for what no tally has,", () => {
  it("says so", () => {
    expect(() => tabulate(explorer, [], requestFrom({rows: colour}))).toThrow(
      "no tally of these columns: size, colour",
    );
  });
});

describe("a table of the report’s survey", async () => {
  const {countable, explorer: everything} = explorerInput;
  const {distributions} = facts.survey;

  it.each(distributions)("has the distribution of $variable", ({variable, cells, unweightedBase, missing}) => {
    const rows = variableByName(countable.variables, variable);
    const tallies = tallySet(countable, registerColumns(everything.units), [rows]).map(unpackTally);
    const {table} = tabulate(everything, tallies, requestFrom({rows}));
    expect(table.rows.map(({code, label}) => ({code, label}))).toEqual(cells.map(({code, label}) => ({code, label})));
    expect(table.unweightedBase).toBe(unweightedBase);
    expect(table.unanswered).toBe(
      Object.entries(missing).reduce((sum, [reason, n]) => sum + (reason === "notAsked" ? 0 : n), 0),
    );
    for (const [row, {count, proportion, interval}] of cells.entries()) {
      const cell = published(table.cells[row][0]);
      expect(cell.unweightedCount).toBe(count);
      expect(cell.estimate).toBeCloseTo(proportion ?? Number.NaN, 12);
      expect(cell.interval?.low).toBeCloseTo(interval?.low ?? Number.NaN, 12);
      expect(cell.interval?.high).toBeCloseTo(interval?.high ?? Number.NaN, 12);
    }
  });

  it("is compared with every question", () => {
    expect(distributions.map(({variable}) => variable)).toEqual(
      everything.variables.filter(({type}) => type !== "register").map(({name}) => name),
    );
  });

  it("is the same from one tally of two questions as from many, each with only the options that it needs", () => {
    const [rows, columns] = ["channels", "use_focus"].map((name) => variableByName(countable.variables, name));
    const request = requestFrom({rows, columns});
    const pairs = parts(rows.categories).flatMap(([a]) =>
      parts(columns.categories).flatMap(([b]) =>
        tallySet(countable, [...registerColumns(everything.units), a.column, b.column], []),
      ),
    );
    const joint = tallySet(
      countable,
      [
        ...registerColumns(everything.units),
        ...[rows, columns].flatMap(({categories}) => categories.map(({column}) => column)),
      ],
      [],
    );
    expect(tabulate(everything, pairs.map(unpackTally), request)).toEqual(
      tabulate(everything, joint.map(unpackTally), request),
    );
  });
});
