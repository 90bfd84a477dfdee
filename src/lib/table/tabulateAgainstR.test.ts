import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {type Case, readCaseFile} from "../../../test/reference/caseFile.js";
import {misses} from "../../../test/reference/compare.js";
import type {Condition} from "../../../test/reference/conditions.js";
import {columnOf, completeNumbersOf, type Frame, readFrame} from "../../../test/reference/frame.js";
import {readText} from "../../../test/reference/readText.js";
import {
  categoryFrom,
  classesFrom,
  columnFrom,
  explorerFrom,
  repeated,
  requestFrom,
  tallyFrom,
  variableFrom,
} from "../../../test/support/exampleExplored.js";
import {parseCondition} from "../respondents/condition.js";
import {noAnswer} from "../statistics/column.js";
import {shareIfAsOften} from "../statistics/nonresponse.js";
import type {ExplorerTally, TallyColumn} from "./counts/tally.js";
import {nonresponseBounds} from "./nonresponseBounds.js";
import type {Cell, Measure} from "./table.js";
import {type TableRequest, type Tabulated, tabulate} from "./tabulate.js";
import type {ExploredVariable} from "./variable.js";

/*
 * R's reference cases (test/reference/statistics), asked of an explorer: kommune_a as respondents of classes and
 * variables, each case as the table in which a reader would find the number. Limits of shares and tests follow rules that
 * these cases do not know: only what they have in common is compared.
 */

const file = "test/reference/statistics/cases.json";
const {data, cases} = readCaseFile(readText(file), file);
const frame: Frame = readFrame(readText(join("test/reference/statistics", data.kommune_a.file)), data.kommune_a);

type Missing = "domain" | "nonresponse";
interface Args {
  y: Condition;
  domain?: Condition[];
  missing?: Missing;
  row: string;
  col: string;
  var: string;
  options: string[];
  method?: string;
  k: number[];
  n: number[];
  N: number[];
}

/** With `domain`, R leaves who lacks a response in the design and out of the table: as if they had not been asked. */
const lackOf = (missing: Missing) => (missing === "domain" ? "/" : "-");

interface Lacking {
  /** Rows that lack a response, though the column has one. */
  lacks?: (row: number) => boolean;
  /** Rows that were not asked, whatever a lack means of the others. */
  isNotAsked?: (row: number) => boolean;
}

const nobody = () => false;

function tallyColumn(name: string, missing: Missing, {lacks = nobody, isNotAsked = nobody}: Lacking = {}): TallyColumn {
  const {codes, categories} = columnOf(frame, name);
  const responses = Array.from(codes, (code, row) => {
    if (isNotAsked(row)) return "/";
    return code === noAnswer || lacks(row) ? lackOf(missing) : categories[code];
  });
  return columnFrom(name, categories, responses);
}

/** The design’s classes as a column, and how many units they have. */
function classesOf({design}: Case) {
  const {strata, fpc} = design as {strata: string | null; fpc: string};
  const populations = completeNumbersOf(frame, fpc);
  const {codes, categories} = strata
    ? columnOf(frame, strata)
    : {codes: new Int32Array(frame.rows), categories: ["all"]};
  const responses = Array.from(codes, (code) => categories[code]);
  const populationOf = Object.fromEntries(categories.map((code) => [code, populations[responses.indexOf(code)]]));
  return {column: classesFrom(categories, responses), explorer: explorerFrom(populationOf)};
}

function chosen(condition: Condition): {name: string; codes: string[]} | null {
  if (!("var" in condition)) return null;
  const {categories} = columnOf(frame, condition.var);
  if ("in" in condition)
    return {name: condition.var, codes: condition.in.map(String).filter((code) => categories.includes(code))};
  if (condition.op !== ">=") return null;
  return {name: condition.var, codes: categories.filter((code) => Number(code) >= Number(condition.value))};
}

/** A variable whose only category is what a condition asks for. */
function yes(condition: Condition): ExploredVariable {
  const {name, codes} = filtered(condition);
  const isPutToAll = !columnOf(frame, name).codes.includes(noAnswer);
  const universe = isPutToAll ? [] : [parseCondition({variable: "who", codes: ["was asked"]})];
  return variableFrom(name, [], {universe, categories: [categoryFrom(name, "yes", codes)]});
}

function filtered(condition: Condition) {
  const found = chosen(condition);
  if (!found) throw new Error("a condition that is no filter");
  return found;
}

/** Tells whom filters leave out. */
function outsideOf(domain: readonly Condition[]): (row: number) => boolean {
  const filters = domain.map((condition) => {
    const {name, codes: wanted} = filtered(condition);
    const {codes, categories} = columnOf(frame, name);
    return (row: number) => codes[row] === noAnswer || !wanted.includes(categories[codes[row]]);
  });
  return (row) => filters.some((isLeftOut) => isLeftOut(row));
}

/** True where everybody that filters leave out lacks a response: they were not asked. */
function isRouted({y, domain = []}: Args): boolean {
  const {codes} = columnOf(frame, filtered(y).name);
  const isLeftOut = outsideOf(domain);
  return codes.every((code, row) => code === noAnswer || !isLeftOut(row));
}

const variableOf = (name: string, type: ExploredVariable["type"] = "single") =>
  variableFrom(name, columnOf(frame, name).categories, {type});

/** The table that a request makes of the columns that a case names. */
function tableOf(
  given: Case,
  request: Pick<TableRequest, "rows"> & Partial<TableRequest>,
  columns: TallyColumn[],
): Tabulated {
  const {column, explorer} = classesOf(given);
  const {domain = [], missing = "domain"} = given.args as Args;
  const filters = domain.map((condition) => {
    const of = yes(condition);
    return {variable: of.name, categories: of.categories, of};
  });
  const others = filters.map(({variable}) => tallyColumn(variable, missing));
  const tally = withColumns([column, ...columns, ...others]);
  return tabulate(explorer, [tally], requestFrom({filters, ...request}));
}

/** The same column twice is one. */
function withColumns(columns: readonly TallyColumn[]): ExplorerTally {
  return tallyFrom(...new Map(columns.map((column) => [column.name, column])).values());
}

/** A cell by the reference’s names. */
function members(given: Cell, shown: "estimate" | "count" = "estimate") {
  const cell = published(given);
  return {
    estimate: cell[shown],
    se: cell.standardError,
    ci_low: cell.interval?.low ?? null,
    ci_high: cell.interval?.high ?? null,
    n: cell.unweightedBase,
    count: cell.unweightedCount,
    N_hat: cell.base,
  };
}

type Got = Record<string, unknown>;

/** What tables give for each statistic, by the reference’s names: in more than one way where there are several. */
const statistics: Record<string, (given: Case) => Got[]> = {
  proportion: (given) => share(given, "columnPercent").map(withoutLimits),
  report_ci: (given) => share(given, "columnPercent").map(withoutLimits),
  ciprop: (given) => share(given, "columnPercent").map(withoutLimits),
  total: (given) => share(given, "count").map(isOfAll(given) ? withoutLimits : (got) => got),

  mean: (given) => {
    const {var: name, missing = "domain"} = given.args as Args;
    const {table} = tableOf(given, {rows: variableOf(name, "count"), measure: "mean"}, [tallyColumn(name, missing)]);
    return [members(table.cells[0][0])];
  },

  crosstab: (given) => {
    const {table} = twoWay(given);
    const cells = table.cells.map(([, ...row]) => row.map((cell) => published(cell)));
    return [
      {
        row_levels: table.rows.map(({code}) => code),
        col_levels: table.columns.slice(1).map(({code}) => code),
        n: cells.map((row) => row.map(({unweightedCount}) => unweightedCount)),
        N_hat: cells.map((row) => row.map(({count}) => count)),
        col_proportion: cells.map((row) => row.map(({estimate}) => estimate)),
        col_proportion_se: cells.map((row) => row.map(({standardError}) => standardError)),
        col_base_n: table.columns.slice(1).map(({unweightedBase}) => unweightedBase),
        total_base_n: table.unweightedBase,
      },
    ];
  },

  multi: (given) => {
    const {options, missing = "domain"} = given.args as Args;
    const answers = options.map((name) => columnOf(frame, name));
    const lacks = (row: number) => answers.some(({codes}) => codes[row] === noAnswer);
    const rows = variableFrom("options", [], {
      type: "multiple",
      categories: options.map((name) => categoryFrom(name, name, ["1"])),
    });
    const {table} = tableOf(
      given,
      {rows},
      options.map((name) => tallyColumn(name, missing, {lacks})),
    );
    const cells = table.cells.map(([cell]) => members(cell));
    const {n, N_hat} = cells[0];
    return [{estimate: cells.map(({estimate}) => estimate), se: cells.map(({se}) => se), n, N_hat}];
  },

  nonresponse: ({args}) => {
    const {k, n, N} = args as Args;
    const names = k.map((_, h) => `class ${h}`);
    const [populationOf, respondents] = [N, n].map((numbers) =>
      Object.fromEntries(names.map((name, h) => [name, numbers[h]])),
    );
    const rows = variableFrom("answer", ["yes", "no"]);
    const tally = tallyFrom(
      classesFrom(names, repeated(respondents)),
      columnFrom(
        "answer",
        ["yes", "no"],
        names.flatMap((_, h) => repeated({yes: k[h], no: n[h] - k[h]})),
      ),
    );
    const explorer = explorerFrom(populationOf);
    const request = requestFrom({rows});
    const silence = nonresponseBounds(explorer, request, tabulate(explorer, [tally], request), {row: 0, column: 0});
    if (silence.status === "unknown" || !silence.response) throw new Error("nothing is known of the silent");
    const {band, response} = silence;
    return [
      {
        worst_low: band.low,
        worst_high: band.high,
        mar: shareIfAsOften([response]),
        response_rate: silence.responseRate,
      },
    ];
  },
};

function published(cell: Cell) {
  if (cell.status !== "published") throw new Error(`not published: ${cell.status}`);
  return cell;
}

type Estimated = ReturnType<typeof members>;

const withoutLimits = ({ci_low, ci_high, ...rest}: Estimated): Got => rest;

/** Of a number of all units the limits are those of the share. */
const isOfAll = ({args}: Case) => ((args as Args).domain ?? []).length === 0;

/** A share or a count among those that filters leave; where there is one filter also in a column of that. */
function share(given: Case, measure: Measure): Estimated[] {
  const {y, domain = [], missing = "domain"} = given.args as Args;
  const rows = yes(y);
  const shown = measure === "count" ? "count" : "estimate";
  const column = tallyColumn(rows.name, missing, missing === "nonresponse" ? {isNotAsked: outsideOf(domain)} : {});
  const byFilter = members(tableOf(given, {rows, measure}, [column]).table.cells[0][0], shown);
  if (domain.length !== 1 || missing !== "domain") return [byFilter];
  const by = yes(domain[0]);
  const {table} = tableOf(given, {rows, columns: by, measure, filters: []}, [column, tallyColumn(by.name, missing)]);
  return [byFilter, members(table.cells[0][1], shown)];
}

function twoWay(given: Case): Tabulated {
  const {row, col, missing = "domain"} = given.args as Args;
  const columns = [tallyColumn(row, missing), tallyColumn(col, missing)];
  return tableOf(given, {rows: variableOf(row), columns: variableOf(col)}, columns);
}

/** R settles nonresponse within the filters, an explorer before them: the same only where nobody else was asked. */
function isExpressible({statistic, design, args}: Case): boolean {
  if (!(statistic in statistics)) return false;
  const {adjust = null, weights = null} = (design ?? {}) as {adjust?: unknown; weights?: unknown};
  if (adjust || weights) return false;
  const {method, domain = [], missing} = args as Args;
  if (missing === "nonresponse" && domain.length > 0) return isRouted(args as Args);
  return statistic !== "ciprop" || method === "xlogit";
}

/** True of a share that an explorer gives limits on the logit scale, as R does: ten or more said yes, and no. */
function isLogit(given: Case): boolean {
  if (given.statistic !== "report_ci" && given.statistic !== "ciprop") return false;
  return share(given, "columnPercent").every(({n, count}) => Math.min(count, n - count) >= 10);
}

const expressible = cases.filter(isExpressible);

describe("tables of kommune_a", () => {
  it.each(expressible)("give R’s numbers of $id", (given) => {
    const {expected, tolerance_rel: relative} = given;
    for (const got of statistics[given.statistic](given)) {
      const compared = Object.fromEntries(Object.entries(expected).filter(([member]) => member in got));
      expect(Object.keys(compared).length).toBeGreaterThan(0);
      expect(misses(got, compared, {relative})).toEqual([]);
    }
  });

  it.each(expressible.filter(isLogit))(
    "have R’s limits of $id, rounded outward to whole units and cut to what is possible",
    (given) => {
      const {ci_low, ci_high} = given.expected as {ci_low: number; ci_high: number};
      for (const {ci_low: low, ci_high: high, N_hat, n, count} of share(given, "columnPercent")) {
        const units = Math.ceil(N_hat - 1e-9);
        expect(low).toBeCloseTo(Math.max(Math.floor(ci_low * units), count) / units, 12);
        expect(high).toBeCloseTo(Math.min(Math.ceil(ci_high * units), count + units - n) / units, 12);
      }
    },
  );

  it("answer 28 of the 70 cases, 6 of them with limits on the logit scale", () => {
    expect([expressible.length, expressible.filter(isLogit).length, cases.length]).toEqual([28, 6, 70]);
  });

  it("are counted in the classes of the case, none of them merged", () => {
    const given = expressible.find(({id}) => id === "o02-prop-strat-fpc") as Case;
    const {table} = tableOf(given, {rows: variableOf("sm_now")}, [tallyColumn("sm_now", "domain")]);
    expect(table.classes.map(({code, population}) => [code, population])).toEqual([
      ["<2000", 100],
      ["2000-4999", 135],
      ["5000-19999", 166],
      ["20000+", 29],
    ]);
  });
});
