import type {Countable} from "../../../data-loaders/survey/explorer/countable.js";
import type {SqlColumn} from "../../../data-loaders/survey/explorer/tallySql.js";
import {meets} from "../../../src/lib/respondents/condition.js";
import {reasons} from "../../../src/lib/respondents/respondents.js";
import type {TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {columnsOf, type ExploredVariable, variableByName} from "../../../src/lib/table/variable.js";

/** Codes of the table that stand for the lack of a response. */
const missing = reasons.map((reason) => ({code: `!${reason}`, reason}));

/** A column of the table that `respondentsSql` makes. */
export function sqlColumn({name, categories}: TallyColumn): SqlColumn {
  return {name, categories, field: name, missing};
}

/**
 * SQL for as many made-up respondents as wanted, drawn as in `madeUpExplored`, by the database itself: from the same number
 * comes the same respondent.
 */
export function respondentsSql(found: Countable, count: number): string {
  const questions = found.variables.filter(({type}) => type !== "register");
  const fields = questions.flatMap((variable, at) => questionSql(variable, at, found));
  return `SELECT county, size, ${fields.join(",\n")}
FROM range(${count}) AS drawn(i)
JOIN (VALUES ${unitsSql(found)}) AS units(unit, county, size)
ON units.unit = CAST(floor(${drawnSql(0)} * ${unitCount(found)}) AS INTEGER)`;
}

/** A number from 0 up to 1 for each respondent, the same for the same `at`. */
const drawnSql = (at: number) => `((hash(i * 256 + ${at}) % 1000003) / 1000003.0)`;

const unitCount = ({units}: Countable) => (units.populations ?? []).reduce((sum, n) => sum + n, 0);

function unitsSql({units: {classes, regions, populations}}: Countable): string {
  const place = (cell: number) =>
    `'${regions[cell % regions.length].code}', '${classes[Math.floor(cell / regions.length)].code}'`;
  return (populations ?? [])
    .flatMap((n, cell) => new Array<string>(n).fill(place(cell)))
    .map((unit, at) => `(${at}, ${unit})`)
    .join(", ");
}

/** Who was not asked says nothing; of the rest a few give no answer. */
function questionSql(variable: ExploredVariable, at: number, {variables, columns}: Countable): string[] {
  const lack = drawnSql(2 * at + 1);
  return columnsOf(variable).map((name, option) => {
    const {categories} = columns.get(name) as TallyColumn;
    const whens = [
      ...variable.universe.map((asked) => `WHEN NOT (${askedSql(asked, variables)}) THEN '!notAsked'`),
      `WHEN ${lack} < 0.03 THEN '!noAnswer' WHEN ${lack} < 0.04 THEN '!dontKnow'`,
    ];
    return `CASE ${whens.join(" ")} ELSE ${answerSql(variable, categories, {at, option})} END AS "${name}"`;
  });
}

function askedSql(condition: ExploredVariable["universe"][number], variables: readonly ExploredVariable[]): string {
  const chosen = variableByName(variables, condition.variable).categories.filter(({code}) => meets(code, condition));
  return chosen.map(({column, of}) => `"${column}" IN (${listSql(of)})`).join(" OR ");
}

function answerSql(
  {type}: ExploredVariable,
  categories: readonly string[],
  {at, option}: {at: number; option: number},
): string {
  const drawn = drawnSql(100 + 16 * at + option);
  if (type === "multiple") return `CASE WHEN ${drawn} < ${0.8 / (1 + option / 4)} THEN 'yes' ELSE 'no' END`;
  return `[${listSql(categories)}][1 + CAST(floor(pow(${drawn}, 1.5) * ${categories.length}) AS INTEGER)]`;
}

const listSql = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(", ");
