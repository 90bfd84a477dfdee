import {columnsOfTable, type DatabaseColumn} from "../../../data-loaders/survey/counts/countedColumns.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {meets} from "../../../src/lib/respondents/condition.js";
import {reasons} from "../../../src/lib/respondents/respondents.js";

/**
 * A query with which DuckDB makes a clean table of so many respondents of the made-up survey, answers drawn as in its file: of
 * the same row the same respondent, however many there are.
 */
export function leisureSql(codebook: Codebook, rows: number): string {
  const columns = columnsOfTable(codebook);
  const fields = columns.map((column, at) => `${answerSql(column, at, columns)} AS "${column.name}"`);
  return `SELECT\n${fields.join(",\n")}\nFROM range(${rows}) AS drawn(i)`;
}

/** A number from 0 up to 1 for each respondent, the same for the same `at`. */
const drawnSql = (at: number) => `((hash(i * 256 + ${at}) % 1000003) / 1000003.0)`;

/** One in a hundred does not answer, another does not know. Who was asked follows from an answer in the same row. */
function answerSql({of, missing, codes}: DatabaseColumn, at: number, columns: readonly DatabaseColumn[]): string {
  const [none, notAsked, unknown] = ["noAnswer", "notAsked", "dontKnow"].map(
    (reason) => missing[reasons.indexOf(reason as (typeof reasons)[number])],
  );
  const whens = of.universe.map((condition) => {
    const asking = columns.find(({name}) => name === condition.variable);
    const leading = (asking?.codes ?? []).map((code) => [code, meets(code, condition)] as const);
    const listed = (isAsked: boolean) => leading.filter(([, is]) => is === isAsked).map(([code]) => `'${code}'`);
    return `WHEN "${condition.variable}" IN (${listed(false)}) THEN '${notAsked}' WHEN "${condition.variable}" NOT IN (${listed(true)}) THEN '${none}'`;
  });
  const first = columns.findIndex((column) => column.of === of); // options are unanswered together
  const lack = of.universe.length > 0 || of.type !== "multiple" ? drawnSql(100 + first) : "1";
  const lacks = `WHEN ${lack} < 0.01 THEN '${none}' WHEN ${lack} < 0.02 THEN '${unknown}'`;
  const drawn = drawnSql(at);
  const answer =
    of.type === "count"
      ? `CAST(CAST(floor(pow(${drawn}, 4) * 300) AS INTEGER) AS VARCHAR)`
      : of.type === "multiple"
        ? `CASE WHEN ${drawn} < 0.4 THEN 'yes' ELSE 'no' END`
        : `[${codes?.map((code) => `'${code}'`)}][1 + CAST(floor(${drawn} * ${codes?.length}) AS INTEGER)]`;
  return `CASE ${whens.join(" ")} ${lacks} ELSE ${answer} END`;
}
