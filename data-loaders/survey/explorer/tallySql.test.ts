import {DuckDBInstance} from "@duckdb/node-api";
import {randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {reasons} from "../../../src/lib/respondents/respondents.js";
import {missingCodes, packTally, type TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {type CountedKey, type SqlColumn, tallyOfKeys, tallySql} from "./tallySql.js";

const missing = reasons.map((reason) => ({code: `!${reason}`, reason}));

/** Columns of made-up respondents, with names and codes that SQL must be told to take as they are. */
function madeUp(rows: number): TallyColumn[] {
  const random = randomLcg(0.2011);
  return [
    {name: "class", categories: ["small", "large"]},
    {name: 'of "all"', categories: ["it's", "é", "01", "1"]},
    {name: "channels.facebook", categories: ["no", "yes"]},
    {name: "answer", categories: ["a", "b", "c", "never chosen"]},
  ].map(({name, categories}, at) => {
    const most = missingCodes + categories.length - (at === 3 ? 1 : 0);
    return {name, categories, codes: Int32Array.from({length: rows}, () => Math.floor(random() * most) - missingCodes)};
  });
}

const sqlColumns = (columns: readonly TallyColumn[]): SqlColumn[] =>
  columns.map(({name, categories}) => ({name, categories, field: name.replace(".", "_"), missing}));

async function countedInSql(columns: readonly TallyColumn[]): Promise<CountedKey[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const fields = sqlColumns(columns).map(({field}) => `"${field.replaceAll('"', '""')}" VARCHAR`);
  await connection.run(`CREATE TABLE respondents (${fields.join(", ")})`);
  const appender = await connection.createAppender("respondents");
  for (let row = 0; row < columns[0].codes.length; row++) {
    for (const {codes, categories} of columns)
      appender.appendVarchar(codes[row] < 0 ? missing[-1 - codes[row]].code : categories[codes[row]]);
    appender.endRow();
  }
  appender.closeSync();
  const reader = await connection.runAndReadAll(tallySql("respondents", sqlColumns(columns)));
  const found = reader.getRowObjectsJS() as unknown as CountedKey[];
  connection.closeSync();
  return found;
}

describe("the SQL of a tally", () => {
  it("counts 20,000 respondents to the very tally that packTally makes", async () => {
    const columns = madeUp(20_000);
    expect(tallyOfKeys(sqlColumns(columns), await countedInSql(columns))).toEqual(packTally(columns, 20_000));
  });

  it("is refused where keys would be no whole numbers", () => {
    const categories = Array.from({length: 996}, (_, at) => String(at));
    const columns = ["a", "b", "c", "d", "e", "f"].map((name) => ({name, categories, field: name, missing}));
    expect(() => tallySql("respondents", columns)).toThrow("too many combinations: a, b, c, d, e, f");
  });
});

describe("tallyOfKeys", () => {
  const columns: SqlColumn[] = [{name: "answer", categories: ["a"], field: "answer", missing}];

  it("brings keys in order, whatever order the database gives them in", () => {
    const found = [
      {key: 4n, respondents: 2n},
      {key: 1, respondents: 3},
    ];
    expect(tallyOfKeys(columns, found)).toEqual({
      columns: [{name: "answer", categories: ["a"]}],
      steps: [1, 3],
      counts: [3, 2],
    });
  });

  it("says how many respondents have a code that the column does not know", () => {
    expect(() => tallyOfKeys(columns, [{key: null, respondents: 7n}])).toThrow("unknown code: 7 respondents (answer)");
  });
});
