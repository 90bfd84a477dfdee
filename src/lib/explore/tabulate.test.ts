import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exploring} from "../../../data-loaders/explorer/buildExplorer.js";
import {tallySet} from "../../../data-loaders/explorer/tallySet.js";
import {readRegister} from "../../../data-loaders/readRegister.js";
import {sourceReader} from "../../../data-loaders/readSource.js";
import {facts, survey} from "../../../site/facts.js";
import {parts} from "./countRespondents.js";
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
import {type Cell, type Measure, measures, type PublishedCell} from "./table.js";
import {type TableRequest, type Tabulated, tabulate} from "./tabulate.js";
import {type ExplorerTally, unpackTally} from "./tally.js";
import {classColumn, variableByName} from "./variable.js";

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

interface Person {
  class: string;
  colour: string;
  group: string;
  boxes: readonly [string, string];
  pages: string;
}

const person: fc.Arbitrary<Person> = fc.record({
  class: fc.constantFrom("small", "large"),
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
    column("colour", ["red", "blue", "green"], (each) => each.colour),
    column("group", ["a", "b"], (each) => each.group),
    column("boxes.x", ["no", "yes"], (each) => each.boxes[0]),
    column("boxes.y", ["no", "yes"], (each) => each.boxes[1]),
    column("pages", ["0", "1", "2", "3", "9"], (each) => each.pages),
  );
}

const tabulated = (persons: readonly Person[], request: Partial<TableRequest> & Pick<TableRequest, "rows">) =>
  tabulate(explorer, [tallyOf(persons)], requestFrom(request));

/** Sixteen respondents of whom the counts are known by heart. */
const some: Person[] = repeated({red: 6, blue: 4, green: 2, "-": 3, "/": 1}).map((response, at) => ({
  class: at % 2 === 0 ? "small" : "large",
  colour: response,
  group: at % 3 === 0 ? "a" : "b",
  boxes: at % 4 === 0 ? ["yes", "no"] : ["no", "yes"],
  pages: "1",
}));

describe("tabulate", () => {
  it("makes weights anew for those who answered: all they stand for is everybody", () => {
    fc.assert(
      fc.property(people, (persons) => {
        const {table, classes} = tabulated(persons, {rows: colour, columns: group});
        const answered = persons.filter((each) => each.colour === "/" || (each.colour !== "-" && each.group !== "-"));
        expect((classes?.classes ?? []).reduce((sum, {respondents}) => sum + respondents, 0)).toBe(answered.length);
        const whole = table.classes.reduce((sum, {respondents, weight}) => sum + respondents * weight, 0);
        expect(whole).toBeCloseTo(answered.length === 0 ? 0 : 60, 9);
        expect(table.unweightedBase).toBe(answered.filter((each) => each.colour !== "/").length);
        expect(table.unanswered).toBe(persons.length - answered.length);
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
    const askedOfA = {...colour, universe: [{variable: "group", codes: ["a"]}]};
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

  it("has counts and bases of the same cell whatever it shows, and each estimate is the one over the other", () => {
    fc.assert(
      fc.property(people, fc.boolean(), fc.constantFrom(colour, boxes), (persons, isWeighted, rows) => {
        const each = (["columnPercent", "rowPercent", "totalPercent", "count"] as const).map((measure) =>
          cellsOf(tabulated(persons, {rows, columns: group, measure, isWeighted})).flat(),
        );
        for (const cells of each)
          for (const [at, {estimate, count, base, unweightedCount}] of cells.entries()) {
            expect(unweightedCount).toBe(each[0][at].unweightedCount);
            expect(count).toBeCloseTo(each[0][at].count, 9);
            if (estimate !== null) expect(estimate).toBeCloseTo(count / base, 9);
          }
      }),
    );
  });

  it("shows the column of everybody as the columns together", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(colour, boxes), (persons, rows) => {
        for (const [all, ...columns] of cellsOf(tabulated(persons, {rows, columns: group}))) {
          expect(all.unweightedCount).toBe(columns.reduce((sum, {unweightedCount}) => sum + unweightedCount, 0));
          expect(all.base).toBeCloseTo(
            columns.reduce((sum, {base}) => sum + base, 0),
            9,
          );
        }
      }),
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

  it("has in a column what a filter by that column leaves of everybody, where all have answered", () => {
    fc.assert(
      fc.property(people, (everyone) => {
        const persons = everyone.map((each): Person => (each.colour === "-" ? {...each, colour: "green"} : each));
        const columns = cellsOf(tabulated(persons, {rows: colour, columns: size}));
        for (const [at, code] of ["small", "large"].entries()) {
          const filtered = cellsOf(tabulated(persons, {rows: colour, filters: [filterFrom(size, code)]}));
          expect(filtered.map(([all]) => all)).toEqual(columns.map((row) => row[at + 1]));
        }
      }),
    );
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

  it("gives one respondent’s answer without an interval, and says how uncertain it is", () => {
    const one = tabulated(some.slice(0, 1), {rows: colour, columns: group});
    expect(cellsOf(one)[0][0]).toMatchObject({estimate: 1, unweightedBase: 1, interval: null, lowPrecision: true});
    expect(cellsOf(one)[0][0].base).toBeCloseTo(60, 12);
    expect(cellsOf(one)[0][2]).toMatchObject({estimate: null, unweightedBase: 0, lowPrecision: false});
    expect(published(tabulated(some.slice(0, 1), {rows: pages, measure: "mean"}).table.cells[0][0])).toMatchObject({
      estimate: 1,
      interval: null,
      standardError: null,
    });
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

  it("never estimates fewer than none", () => {
    const rare = some.map((each, at): Person => ({...each, colour: at === 0 ? "green" : "red"}));
    const [, , [cell]] = cellsOf(tabulated(rare, {rows: colour, measure: "count"}));
    expect(cell.unweightedCount).toBe(1);
    expect(cell.interval?.low).toBe(0);
    expect(cell.interval?.high).toBeGreaterThan(cell.count);
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

  it("tells who does not belong to a group from who did not answer", () => {
    const persons = some.slice(0, 12);
    const {table} = tabulated(persons, {rows: boxes, columns: colour, filters: [filterFrom(group, "a")]});
    expect(table.unweightedBase).toBe(persons.filter((each) => each.group === "a").length);
    expect(table.unanswered).toBe(0);
    const silent = persons.map((each, at): Person => (at < 2 ? {...each, group: "-"} : each));
    expect(tabulated(silent, {rows: boxes, filters: [filterFrom(group, "a")]}).table.unanswered).toBe(2);
  });
});

describe("tabulate without weights", () => {
  it("counts each respondent once", () => {
    fc.assert(
      fc.property(people, (persons) => {
        for (const row of cellsOf(tabulated(persons, {rows: colour, columns: group, isWeighted: false})))
          for (const {count, unweightedCount, base, unweightedBase} of row) {
            expect(count).toBe(unweightedCount);
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
          const apart = ["boxes.x", "boxes.y"].map((name) => only([classColumn, "group", name]));
          const request = requestFrom({rows: boxes, columns: group, measure});
          expect(tabulate(explorer, apart, request)).toEqual(tabulate(explorer, [joint], request));
        },
      ),
    );
  });
});

describe("tabulate of means", () => {
  it("weighs the numbers of those who gave one", () => {
    const persons = some.map((each, at): Person => ({...each, pages: ["0", "2", "9", "-"][at % 4]}));
    const {table} = tabulated(persons, {rows: pages, columns: size, measure: "mean"});
    expect(table.rows.map(({code}) => code)).toEqual(["mean"]);
    const [all, small, large] = table.cells[0].map(published);
    expect([small.estimate, large.estimate]).toEqual([4.5, 2]);
    expect([all.unweightedBase, small.unweightedBase, large.unweightedBase]).toEqual([12, 8, 4]);
    expect(all.estimate).toBeCloseTo((small.base * 4.5 + large.base * 2) / 60, 12);
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
      "no tally of these columns: class, colour",
    );
  });
});

describe("a table of the report’s survey", async () => {
  const units = readRegister(sourceReader());
  const {explored, explorer: everything} = exploring(survey, units);
  const {distributions} = facts.survey;

  it.each(distributions)("has the distribution of $variable", ({variable, cells, unweightedBase, missing}) => {
    const rows = variableByName(explored.variables, variable);
    const tallies = tallySet(explored, [classColumn], [rows]).map(unpackTally);
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
    const [rows, columns] = ["channels", "use_focus"].map((name) => variableByName(explored.variables, name));
    const request = requestFrom({rows, columns});
    const pairs = parts(rows.categories).flatMap(([a]) =>
      parts(columns.categories).flatMap(([b]) =>
        tallySet({...explored, columns: explored.columns}, [classColumn, a.column, b.column], []),
      ),
    );
    const joint = tallySet(
      explored,
      [classColumn, ...[rows, columns].flatMap(({categories}) => categories.map(({column}) => column))],
      [],
    );
    expect(tabulate(everything, pairs.map(unpackTally), request)).toEqual(
      tabulate(everything, joint.map(unpackTally), request),
    );
  });
});
