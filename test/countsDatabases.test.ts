import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {respondentsCsv} from "../data-loaders/downloads/respondentsCsv.js";
import {tableColumns} from "../data-loaders/downloads/tableColumns.js";
import type {Survey} from "../data-loaders/survey/buildSurvey.js";
import {combinationsSql} from "../data-loaders/survey/counts/combinationsSql.js";
import {countsPlan} from "../data-loaders/survey/counts/countsPlan.js";
import {dialects, type Engine} from "../data-loaders/survey/counts/dialects.js";
import {readValues} from "../data-loaders/survey/counts/readValues.js";
import {valuesSql} from "../data-loaders/survey/counts/valuesSql.js";
import {countedCodebook, countedSettings, countInDuckDb, leisureSurvey, writeCounts} from "./support/countedSurvey.js";
import {fromDebian} from "./support/debianPackage.js";
import {startPostgres} from "./support/postgres.js";

/*
 * Databases that `npm run test:all` installs: PostgreSQL counts, and the SQL of the others, which are not there, is parsed.
 */

const place = mkdtempSync(join(tmpdir(), "databases-"));
const inDuckDb = join(place, "duckdb");
let survey: Survey;
beforeAll(async () => {
  survey = await leisureSurvey(3000);
  await countInDuckDb(survey, inDuckDb);
});
afterAll(() => rmSync(place, {recursive: true}));

const linesOf = (folder: string, table: string) =>
  readFileSync(join(folder, `${table}.csv`), "utf8")
    .replaceAll('"', "")
    .trim()
    .split("\n")
    .sort();

describe("PostgreSQL", () => {
  it("counts what DuckDB counts, line by line", async () => {
    const server = startPostgres();
    try {
      const columns = tableColumns(survey);
      const table = join(place, "clean.csv");
      writeFileSync(table, [...respondentsCsv(columns, survey.respondents.count)].join("").replace("\ufeff", ""));
      server.psql({sql: `CREATE TABLE clean (${columns.map(({name}) => `"${name}" TEXT`).join(", ")})`});
      server.psql({sql: `\\copy clean FROM '${table}' WITH (FORMAT csv, HEADER)`});
      const folder = join(place, "postgres");
      const file = join(place, "run.sql");
      await writeCounts({table: "clean", folder}, "postgres", async (sql) => {
        writeFileSync(file, sql);
        server.psql({file});
      });
      for (const name of ["values", "combinations"]) expect(linesOf(folder, name)).toEqual(linesOf(inDuckDb, name));
    } finally {
      server.stop();
    }
  });
});

/** Prints what sqlglot makes of each statement in a file. Debian’s is of 2023 and knows less of how rows are written to files. */
const parse = `
import json, sys, sqlglot
engine, statements = sys.argv[1], json.load(sys.stdin)
for each in statements:
    found = sqlglot.parse_one(each, read=engine, error_level=sqlglot.ErrorLevel.RAISE)
    print(type(found).__name__)
`;

describe("sqlglot", () => {
  it.each(Object.keys(dialects) as Engine[])(
    "parses the SQL for %s, but for how its rows are written to a file",
    async (engine) => {
      fromDebian("python3-sqlglot", () =>
        existsSync("/usr/lib/python3/dist-packages/sqlglot") ? "/usr/bin/python3" : undefined,
      );
      const values = await readValues(inDuckDb, countedCodebook, countedSettings);
      const of = {table: "survey.clean", folder: "counts"};
      const plain = {
        ...dialects[engine],
        write: (query: string) => `${query};`,
        ...(engine === "clickhouse" && {create: dialects.duckdb.create}), // without its ENGINE
      };
      const sql = [
        valuesSql(countedCodebook, of, plain),
        combinationsSql(countsPlan(countedCodebook, values), {...of, ...values}, plain),
      ];
      const statements = sql.flatMap((text) => text.split(/;\n/).filter((each) => each.trim() !== ""));
      const input = JSON.stringify(statements);
      const kinds = execFileSync("/usr/bin/python3", ["-c", parse, engine], {input, encoding: "utf8"})
        .trim()
        .split("\n");
      expect(kinds).toHaveLength(statements.length);
      expect(new Set(kinds)).toEqual(new Set(["Union", "Drop", "Create", "Insert", "Select"]));
    },
  );
});
