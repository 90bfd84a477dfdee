import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {crosstab} from "../../../test/reference/beyond/crosstab.js";
import {difference} from "../../../test/reference/beyond/difference.js";
import {letters} from "../../../test/reference/beyond/letters.js";
import {multipleResponse} from "../../../test/reference/beyond/multipleResponse.js";
import {type Tally, tallyRows} from "../../../test/reference/beyond/tallyRows.js";
import {baseOf} from "./base.js";
import {calibrate} from "./calibration/calibrate.js";
import {type Column, chose, everyone, indicator, noAnswer} from "./column.js";
import {countTable} from "./countTable.js";
import {buildDesign, type Design, designOfWeights, ofProcess} from "./design.js";
import {mean, share, total} from "./mean.js";
import {reportInterval} from "./reportInterval.js";
import {raoScott} from "./tests/raoScott.js";

type Name = "responseClass" | "cell" | "opinion" | "group";
type Survey = Tally<Name> & {silent: number[]};

const categories: Record<Name, string[]> = {
  responseClass: ["small", "middle", "large"],
  cell: ["north", "south"],
  opinion: ["yes", "no", "neither"],
  group: ["a", "b"],
};

const respondent = fc.record({
  responseClass: fc.nat(2),
  cell: fc.nat(1),
  opinion: fc.integer({min: noAnswer, max: 2}),
  group: fc.integer({min: noAnswer, max: 1}),
});

/** One respondent of every class and cell, so that every design can be made, and up to sixty more. */
const everyKind = [0, 1, 2].flatMap((responseClass) =>
  [0, 1].map((cell) => ({responseClass, cell, opinion: responseClass, group: cell})),
);

const surveys = fc
  .record({more: fc.array(respondent, {maxLength: 60}), silent: fc.array(fc.nat(40), {minLength: 3, maxLength: 3})})
  .map(({more, silent}): Survey => surveyOf([...everyKind, ...more], silent));

function surveyOf(people: Record<Name, number>[], silent: number[]): Survey {
  const column = (name: Name): Column => ({
    codes: Int32Array.from(people, (person) => person[name]),
    categories: categories[name],
  });
  const columns = {
    responseClass: column("responseClass"),
    cell: column("cell"),
    opinion: column("opinion"),
    group: column("group"),
  };
  return {count: new Float64Array(people.length).fill(1), columns, silent};
}

/** A survey whose tally has rows of several respondents. */
const tallied = (survey: Survey): Survey => ({...tallyRows(survey), silent: survey.silent});

type MakeDesign = (survey: Survey, lonely?: Design["lonely"]) => Design;

const stratified: MakeDesign = ({count, columns: {responseClass}, silent}, lonely) => {
  const respondents = countTable(buildDesign(count), {row: responseClass, column: responseClass}).unweightedBase;
  const classes = responseClass.categories.map((name, h) => ({name, population: respondents[h] + silent[h]}));
  return buildDesign(count, {classOf: responseClass.codes, classes, lonely});
};

const poststratified: MakeDesign = (survey, lonely) =>
  calibrate(buildDesign(survey.count, {classes: [{name: "all", population: 500}], lonely}), [
    {cells: survey.columns.cell, population: [200, 300]},
  ]);

const raked: MakeDesign = (survey, lonely) => {
  const {cell, responseClass} = survey.columns;
  const margins = [
    {cells: cell, population: [120, 180]},
    {cells: responseClass, population: [100, 90, 110]},
  ];
  return calibrate(buildDesign(survey.count, {lonely}), margins);
};

/** By class and cell; all of the first class answered. */
const weighed: MakeDesign = ({count, columns: {responseClass, cell}}) => {
  const weight = Float64Array.from(count, (_, i) => 1 + responseClass.codes[i] * (0.4 + cell.codes[i]));
  const population = responseClass.categories.map((_, h) =>
    count.reduce((sum, n, i) => (responseClass.codes[i] === h ? sum + n * weight[i] : sum), 0),
  );
  const classes = responseClass.categories.map((name, h) => ({name, population: population[h]}));
  return designOfWeights(count, weight, {classOf: responseClass.codes, classes});
};

const designs: [string, MakeDesign][] = [
  ["weighed by class and cell", weighed],
  ["in classes", stratified],
  ["post-stratified", poststratified],
  ["raked", raked],
];

/** All statistics of a survey, as one list of numbers. */
function allStatistics(design: Design, {count, columns}: Survey): number[] {
  const {opinion, group} = columns;
  const yes = indicator(opinion, [0]);
  const [a, b] = [0, 1].map((code) => ({answers: yes, domain: chose(everyone(count.length), group, code)}));
  const table = crosstab(design, {row: opinion, column: group});
  const numbers = [
    Object.values(share(design, yes)),
    Object.values(total(design, yes)),
    Object.values(reportInterval(design, yes, {domain: a.domain})).flatMap((value) => Object.values([value].flat())),
    multipleResponse(design, [yes, indicator(opinion, [2])]).covariance.flat(),
    Object.values(difference(design, a, b)).flatMap((value) => [value].flat()),
    Object.values(raoScott(design, {row: opinion, column: group}) ?? {}),
    table.proportion.flat(),
    table.standardError.flat(),
    letters(design, {row: opinion, column: group, minimumBase: 2}).tests.flatMap(({t, p}) => [t, p]),
  ];
  return numbers.flat().filter((value) => typeof value === "number");
}

function expectClose(got: readonly number[], expected: readonly number[]): void {
  expect(got.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) {
    if (Number.isNaN(value)) expect(got[i]).toBeNaN();
    else expect(Math.abs(got[i] - value), `number ${i}`).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(value)));
  }
}

const shuffled = (survey: Survey): fc.Arbitrary<Survey> => {
  const rows = [...survey.count.keys()];
  return fc.shuffledSubarray(rows, {minLength: rows.length}).map((order) => reorder(survey, order));
};

function reorder({count, columns, silent}: Survey, order: readonly number[]): Survey {
  const moved = Object.entries(columns).map(([name, column]) => {
    const codes = Int32Array.from(order, (i) => column.codes[i]);
    return [name, {...column, codes}];
  });
  return {count: Float64Array.from(order, (i) => count[i]), columns: Object.fromEntries(moved), silent};
}

/** The same column with its categories in the opposite order. */
function reversed({codes, categories: names}: Column): Column {
  const last = names.length - 1;
  return {codes: codes.map((code) => (code === noAnswer ? code : last - code)), categories: [...names].reverse()};
}

describe.each(designs)("with respondents %s", (_, make) => {
  it("shares of all categories sum to one", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const design = make(survey, "adjust");
        const shares = categories.opinion.map((_, code) => share(design, indicator(survey.columns.opinion, [code])));
        expect(shares.reduce((sum, {proportion}) => sum + proportion, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("column shares of a table sum to one where there are respondents", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const {opinion, group} = survey.columns;
        const {proportion, base} = crosstab(make(survey, "adjust"), {row: opinion, column: group});
        for (const [c, size] of base.entries()) {
          const column = proportion.map((row) => row[c]);
          if (size === 0) expect(column).toEqual(column.map(() => null));
          else expect(column.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("a file of rows and its tally give the same", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const tally = tallied(survey);
        const fromTally = allStatistics(make(tally, "adjust"), tally);
        expectClose(fromTally, allStatistics(make(survey, "adjust"), survey));
      }),
    );
  });

  it("the order of rows does not matter, of a file or of a tally", () => {
    const pairs = fc
      .tuple(surveys, fc.boolean())
      .map(([survey, isTally]) => (isTally ? tallied(survey) : survey))
      .chain((survey) => fc.tuple(fc.constant(survey), shuffled(survey)));
    fc.assert(
      fc.property(pairs, ([survey, other]) => {
        expectClose(allStatistics(make(other, "adjust"), other), allStatistics(make(survey, "adjust"), survey));
      }),
    );
  });

  it("the order of categories does not matter", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const design = make(survey, "adjust");
        const {opinion, group} = survey.columns;
        const table = crosstab(design, {row: opinion, column: group});
        const other = crosstab(design, {row: reversed(opinion), column: reversed(group)});
        const numbers = (matrix: (number | null)[][]) => matrix.flat().map((value) => value ?? Number.NaN);
        expectClose(numbers(other.proportion), numbers(table.proportion).reverse());
        expectClose(numbers(other.standardError), numbers(table.standardError).reverse());
        const test = raoScott(design, {row: opinion, column: group});
        const again = raoScott(design, {row: reversed(opinion), column: reversed(group)});
        expectClose(Object.values(again ?? {}), Object.values(test ?? {}));
      }),
    );
  });

  it("counts, bases and totals add up over groups", () => {
    fc.assert(
      fc.property(surveys, fc.boolean(), (rows, isTally) => {
        const survey = isTally ? tallied(rows) : rows;
        const design = make(survey, "adjust");
        const {group, opinion, cell} = survey.columns;
        const yes = indicator(opinion, [0]);
        const parts = [0, 1].map((code) => chose(everyone(survey.count.length), cell, code));
        const whole = total(design, yes);
        const totals = parts.map((domain) => total(design, yes, {domain}));
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expectClose(
          [sum(totals.map(({estimate}) => estimate)), sum(totals.map(({base}) => base))],
          [whole.estimate, whole.base],
        );
        expect(sum(totals.map(({unweightedBase}) => unweightedBase))).toBe(whole.unweightedBase);
        const tables = parts.map((domain) => countTable(design, {row: opinion, column: group, domain}));
        const all = countTable(design, {row: opinion, column: group});
        const flat = (rowsOf: Float64Array[]) => rowsOf.flatMap((row) => [...row]);
        const added = flat(tables[0].count).map((value, i) => value + flat(tables[1].count)[i]);
        expectClose(added, flat(all.count));
        expect(sum([...all.unweightedBase])).toBe(sum(flat(all.unweightedCount)));
      }),
    );
  });
});

describe("weights", () => {
  it("scaled by a constant change no share, interval or test", () => {
    const given = fc.tuple(surveys, fc.double({min: 1e-3, max: 1e3, noNaN: true}), fc.boolean());
    fc.assert(
      fc.property(given, ([rows, constant, isTally]) => {
        const survey = isTally ? tallied(rows) : rows;
        const weight = Float64Array.from(survey.columns.responseClass.codes, (h) => 1 + h / 3);
        const designOf = (scale: number) => buildDesign(survey.count, {weight: weight.map((w) => w * scale)});
        const statistics = (design: Design) => {
          const yes = indicator(survey.columns.opinion, [0]);
          const {base, ...estimate} = share(design, yes);
          const {row, column} = {row: survey.columns.opinion, column: survey.columns.group};
          const reported = reportInterval(design, yes);
          const test = raoScott(design, {row, column});
          const interval = "interval" in reported ? reported.interval : {};
          const table = crosstab(design, {row, column});
          const cells = [table.proportion, table.standardError].flat(2).map((value) => value ?? Number.NaN);
          return [estimate, interval, test ?? {}].flatMap((each) => Object.values<number>(each)).concat(cells);
        };
        expectClose(statistics(designOf(constant)), statistics(designOf(1)));
      }),
    );
  });

  it("meet every margin after raking, and every cell after post-stratification", () => {
    fc.assert(
      fc.property(surveys, fc.boolean(), (rows, isTally) => {
        const survey = isTally ? tallied(rows) : rows;
        const {cell, responseClass} = survey.columns;
        const sizes = (design: Design, column: Column) => [...countTable(design, {row: column, column}).base];
        const design = raked(survey);
        expectClose([...sizes(design, cell), ...sizes(design, responseClass)], [120, 180, 100, 90, 110]);
        expectClose(sizes(poststratified(survey), cell), [200, 300]);
      }),
    );
  });
});

describe("an interval", () => {
  it("shrinks as more of the population has answered, and is a point when all have", () => {
    fc.assert(
      fc.property(surveys, fc.boolean(), (rows, isTally) => {
        const survey = isTally ? tallied(rows) : rows;
        const yes = indicator(survey.columns.opinion, [0]);
        const widths = [64, 16, 4, 1, 0].map((times) => {
          const {unweightedBase} = baseOf(buildDesign(survey.count), everyone(survey.count.length));
          const population = unweightedBase * (1 + times / 4);
          const design = buildDesign(survey.count, {classes: [{name: "all", population}]});
          const reported = reportInterval(design, yes);
          return "interval" in reported ? reported.interval.high - reported.interval.low : Number.NaN;
        });
        for (const [i, width] of widths.slice(1).entries()) expect(width).toBeLessThan(widths[i]);
        expect(widths.at(-1)).toBe(0);
      }),
    );
  });

  it("of a share is the mirror of that of the rest, and holds the share", () => {
    fc.assert(
      fc.property(surveys, fc.constantFrom(...designs), (survey, [, make]) => {
        const design = make(survey, "adjust");
        const yes = reportInterval(design, indicator(survey.columns.opinion, [0]));
        const others = reportInterval(design, indicator(survey.columns.opinion, [1, 2]));
        if (!("interval" in yes) || !("interval" in others)) throw new Error(`no interval: ${yes.rule}`);
        expectClose([1 - others.interval.high, 1 - others.interval.low], [yes.interval.low, yes.interval.high]);
        expect(yes.interval.low).toBeLessThanOrEqual(yes.proportion + 1e-12);
        expect(yes.interval.high).toBeGreaterThanOrEqual(yes.proportion - 1e-12);
      }),
    );
  });
});

describe("a standard error", () => {
  it("is greater about the process than about the units, but for those that nobody knows the number of", () => {
    fc.assert(
      fc.property(surveys, (survey) => {
        const yes = indicator(survey.columns.opinion, [0]);
        const error = (design: Design) => share(design, yes).standardError;
        const design = weighed(survey);
        expect(error(ofProcess(design))).toBeGreaterThan(error(design));
        const endless = raked(survey, "adjust");
        expect(error(ofProcess(endless))).toBe(error(endless));
      }),
    );
  });

  it("of the rest is that of the share, and that of a constant is zero", () => {
    fc.assert(
      fc.property(surveys, fc.constantFrom(...designs), (survey, [, make]) => {
        const design = make(survey, "adjust");
        const yes = share(design, indicator(survey.columns.opinion, [0]));
        const others = share(design, indicator(survey.columns.opinion, [1, 2]));
        expectClose([others.standardError], [yes.standardError]);
        expect(mean(design, {codes: new Int32Array(survey.count.length), values: [7]}).standardError).toBeLessThan(
          1e-12,
        );
      }),
    );
  });
});
