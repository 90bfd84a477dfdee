import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {runIn} from "./buildIn.js";
import type {LeisureSite} from "./buildLeisure.js";

/** Builds the site of a survey once more, from what DuckDB counted of the clean table that its first site publishes. */
export async function buildCounted({survey, project, site}: Pick<LeisureSite, "survey" | "project" | "site">): Promise<{
  site: string;
  stderr: string;
}> {
  const [table, counts] = [join(site, "data/respondents/leisure-2014.parquet"), join(survey, "counts")];
  const arguments_ = ["tools/counts-sql.ts", "--engine", "duckdb", "--table", `'${table}'`, counts];
  const database = await (await DuckDBInstance.create(":memory:")).connect();
  for (const file of ["1-values.sql", "2-combinations.sql"]) {
    const {stderr} = runIn(project, arguments_, {SURVEY: survey});
    if (stderr) return {site, stderr};
    await database.run(readFileSync(join(counts, file), "utf8"));
  }
  database.closeSync();
  const {stderr} = runIn(project, ["site/build.ts", "--to", "counted"], {SURVEY: survey, COUNTS: counts});
  return {site: join(project, "counted"), stderr};
}
