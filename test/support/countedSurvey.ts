import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {respondentsParquet} from "../../data-loaders/downloads/respondentsParquet.js";
import {tableColumns} from "../../data-loaders/downloads/tableColumns.js";
import {parseCodebook} from "../../data-loaders/inputs/readCodebook.js";
import {buildSurvey, type Survey} from "../../data-loaders/survey/buildSurvey.js";
import {combinationsSql} from "../../data-loaders/survey/counts/combinationsSql.js";
import {countsPlan} from "../../data-loaders/survey/counts/countsPlan.js";
import {dialects, type Engine} from "../../data-loaders/survey/counts/dialects.js";
import {type ReadCounts, readCounts} from "../../data-loaders/survey/counts/readCounts.js";
import {readValues} from "../../data-loaders/survey/counts/readValues.js";
import {valuesSql} from "../../data-loaders/survey/counts/valuesSql.js";
import {settings as own} from "../../src/lib/settings.js";
import {leisureCodebookText} from "../../tools/leisure/leisureCodebook.js";
import {writeRespondents} from "../../tools/leisure/writeRespondents.js";

/** A question of each kind, asked of all and of some. */
const asked = ["serial", "reads", "news", "walks", "company_home", "company_woods", "books", "tours", "household"];
const leisure = JSON.parse(leisureCodebookText());
const variables = leisure.variables.filter(({name}: {name: string}) => asked.includes(name));

/** The codebook of a made-up survey of individuals, as its file has it. */
export const countedCodebookText = JSON.stringify({...leisure, variables});
export const countedCodebook = parseCodebook(countedCodebookText, "codebook.json");
export const countedSettings = {...own, access: "open" as const, accept: [], waves: [], design: null};

/** Some of its respondents, from a file. */
export async function leisureSurvey(rows: number): Promise<Survey> {
  const folder = mkdtempSync(join(tmpdir(), "leisure-"));
  const file = join(folder, "answers.csv");
  await writeRespondents(file, rows);
  const settings = {rank: "estimated", access: "open", received: null, note: null} as const;
  const survey = await buildSurvey(file, {codebook: countedCodebook, settings});
  rmSync(folder, {recursive: true});
  return survey;
}

/** Has a database write a folder of counts, step by step as its owner does. @param run runs a file of SQL */
export async function writeCounts(
  {table, folder}: {table: string; folder: string},
  engine: Engine,
  run: (sql: string) => Promise<void>,
): Promise<void> {
  mkdirSync(folder, {recursive: true});
  const dialect = dialects[engine];
  await run(valuesSql(countedCodebook, {table, folder}, dialect));
  const values = await readValues(folder, countedCodebook, countedSettings);
  await run(combinationsSql(countsPlan(countedCodebook, values), {table, folder, ...values}, dialect));
}

/** The counts of a folder. @throws InputError as `readCounts` */
export const countsIn = (folder: string, accept: readonly string[] = []): Promise<ReadCounts> =>
  readCounts(folder, {...countedSettings, accept}, () => countedCodebookText);

/** Has DuckDB count the clean table of a survey, after some statements that change it. */
export async function countInDuckDb(survey: Survey, folder: string, changes = ""): Promise<void> {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, "clean.parquet");
  writeFileSync(file, respondentsParquet(tableColumns(survey), survey.respondents));
  const database = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    await database.run(`CREATE TABLE clean AS SELECT * FROM '${file}'; ${changes}`);
    await writeCounts({table: "clean", folder}, "duckdb", async (sql) => void (await database.run(sql)));
  } finally {
    database.closeSync();
  }
}
