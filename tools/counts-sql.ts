import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readArguments, runCommand, UsageError} from "../data-loaders/command.js";
import {readCodebook} from "../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../data-loaders/inputs/readSource.js";
import {combinationsSql} from "../data-loaders/survey/counts/combinationsSql.js";
import {filesOfTable, refuseUnits} from "../data-loaders/survey/counts/countsFolder.js";
import {countsPlan} from "../data-loaders/survey/counts/countsPlan.js";
import {dialects, type Engine} from "../data-loaders/survey/counts/dialects.js";
import {readValues} from "../data-loaders/survey/counts/readValues.js";
import {valuesSql} from "../data-loaders/survey/counts/valuesSql.js";
import {settings as own} from "../src/lib/settings.js";

const usage = `npm run counts-sql -- --engine ${Object.keys(dialects).join("|")} --table TABLE FOLDER`;

/**
 * `npm run counts-sql`: writes the SQL with which a database counts a clean table for a build, to a folder of counts. First
 * that of the values of each column; when the database has counted these, that of their combinations.
 */
await runCommand(async () => {
  const {values: given, positionals} = readArguments({
    usage,
    options: {engine: {type: "string"}, table: {type: "string"}},
    least: 1,
  });
  const [folder] = positionals;
  if (!given.engine || !Object.hasOwn(dialects, given.engine))
    throw new UsageError(usage, given.engine ? `unknown engine: ${given.engine}` : undefined);
  if (!given.table) throw new UsageError(usage);
  const dialect = dialects[given.engine as Engine];
  const codebook = readCodebook(sourceReader());
  refuseUnits(codebook);
  if (!existsSync(folder)) mkdirSync(folder, {recursive: true});
  const of = {table: given.table, folder};
  const write = (file: string, sql: string, next: string) => {
    writeFileSync(join(folder, file), sql);
    console.log(`written: ${join(folder, file)}; run ${dialect.run(folder, file)}, and then ${next}`);
  };
  if (filesOfTable(folder, "values").length === 0) {
    write("1-values.sql", valuesSql(codebook, of, dialect), "this command once more");
    return;
  }
  const values = await readValues(folder, codebook, own);
  const plan = countsPlan(codebook, values);
  const sql = combinationsSql(plan, {...of, accepted: values.accepted}, dialect);
  write("2-combinations.sql", sql, `COUNTS=${folder} npm run build`);
});
