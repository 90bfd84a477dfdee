import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {notAsked} from "../../../src/lib/respondents/respondents.js";
import type {ExplorerTally} from "../../../src/lib/table/counts/tally.js";
import {tabulate} from "../../../src/lib/table/tabulate.js";
import {columnsOf, variableByName} from "../../../src/lib/table/variable.js";
import {
  countedCodebook,
  countedSettings,
  countInDuckDb,
  countsIn,
  leisureSurvey,
} from "../../../test/support/countedSurvey.js";
import {requestFrom} from "../../../test/support/exampleExplored.js";
import {countedRows, countedTexts} from "../../downloads/metadata/ddiCodebook.js";
import {describedColumns, responseColumns} from "../../downloads/tableColumns.js";
import type {Survey} from "../buildSurvey.js";
import {buildSurveyFacts} from "../buildSurveyFacts.js";
import {combinationFiles, combinationsNamed, talliesNamed} from "../explorer/combinations.js";
import {type ExplorerInput, explorerInput} from "../explorer/explorerInput.js";
import {countsFolder} from "./countsFolder.js";
import type {ReadCounts} from "./readCounts.js";

/*
 * A survey of individuals, once from its file and once from what DuckDB counted of the clean table that is published of it.
 */

const place = mkdtempSync(join(tmpdir(), "counts-"));
const counts = join(place, "counts");
let fromFile: Survey;
let counted: ReadCounts;

beforeAll(async () => {
  fromFile = await leisureSurvey(3000);
  await countInDuckDb(fromFile, counts);
  counted = await countsIn(counts);
});
afterAll(() => rmSync(place, {recursive: true}));

describe("counts of a database", () => {
  it("are byte for byte what a file’s pages fetch", () => {
    const file = explorerInput(fromFile, {mostSent: 0});
    const sets = combinationFiles(file);
    expect(sets.length).toBeGreaterThan(20);
    for (const set of sets)
      expect(JSON.stringify(combinationsNamed(counted.explorerInput, set)), set).toBe(
        JSON.stringify(combinationsNamed(file, set)),
      );
  });

  it("are those of a file where one option of several was not asked", async () => {
    const columns = fromFile.respondents.columns.map((column) =>
      column.name === "company_home_club"
        ? {...column, codes: column.codes.map((code, row) => (row % 7 === 0 ? notAsked : code))}
        : column,
    );
    const survey = {...fromFile, respondents: {...fromFile.respondents, columns}};
    const folder = join(place, "option");
    await countInDuckDb(survey, folder);
    const {explorerInput: found} = await countsIn(folder);
    expect(combinationsNamed(found, "company_home")).toEqual(
      combinationsNamed(explorerInput(survey, {mostSent: 0}), "company_home"),
    );
  });

  it("say how many answered each question", () => {
    const {countable, explorer} = explorerInput(fromFile);
    for (const variable of explorer.variables)
      expect(counted.explorerInput.countable.counts.answered(columnsOf(variable)), variable.name).toBe(
        countable.counts.answered(columnsOf(variable)),
      );
  });

  it("are what pages show of a file, down to the last digit", () => {
    const file = explorerInput(fromFile, {mostSent: 0});
    expect(JSON.stringify(buildSurveyFacts(counted.survey, counted.explorerInput))).toBe(
      JSON.stringify(buildSurveyFacts(fromFile, file)),
    );
    expect(counted.survey.record.partial).toBe(fromFile.record.partial);
  });

  it.each(["company_home", "reads", null])("give means by %s as the respondents do", (by) => {
    const meansOf = ({explorer}: ExplorerInput, tallies: readonly ExplorerTally[]) => {
      const [rows, columns] = ["books", ...(by === null ? [] : [by])].map((name) =>
        variableByName(explorer.variables, name),
      );
      return tabulate(explorer, tallies, requestFrom({rows, columns: columns ?? null, measure: "mean"})).table;
    };
    const file = explorerInput(fromFile);
    const inSql = counted.explorerInput;
    expect(meansOf(inSql, talliesNamed(inSql, "tallies/numbers/books"))).toEqual(
      meansOf(file, talliesNamed(file, "respondents")),
    );
  });

  it("give the frequencies of the published codebook", () => {
    const columns = responseColumns(countedCodebook, fromFile.respondents);
    const ofRows = countedRows(columns, fromFile.respondents.count);
    const inSql = countedTexts(counted.frequencies);
    for (const column of describedColumns(countedCodebook, counted.survey.respondents))
      expect(new Map([...(inSql(column) ?? [])].sort()), column.name).toEqual(
        new Map([...(ofRows(column) ?? [])].sort()),
      );
  });
});

describe("a folder of counts", () => {
  /** A copy of the counts in which some lines are others, or a file is not there. */
  const changed = (file: "values" | "combinations", change: (text: string) => string | null) => {
    const folder = mkdtempSync(join(place, "changed-"));
    for (const name of ["values", "combinations"]) {
      const text = readFileSync(join(counts, `${name}.csv`), "utf8");
      const kept = name === file ? change(text) : text;
      if (kept !== null) writeFileSync(join(folder, `${name}.csv`), kept);
    }
    return countsIn(folder);
  };
  const without = (line: RegExp) => (text: string) =>
    text
      .split("\n")
      .filter((each) => !line.test(each))
      .join("\n");
  const oneMore = (line: RegExp) => (text: string) =>
    text.replace(line, (_, start, count) => `${start}${Number(count) + 1}`);

  it.each([
    ["values", () => null, /counts that are missing: values\.csv/],
    ["combinations", () => null, /counts that are missing: combinations\.csv/],
    ["values", without(/^walks,/), /counts of another codebook, which lack a column \(.*, column walks\)/],
    ["values", oneMore(/(walks,often,)(\d+)/), /counts that disagree: \d+ respondents in this column, and \d+ in all/],
    ["combinations", without(/^plan /), /combinations of another codebook, or of other values/],
    ["combinations", without(/^reads\+walks,/), /combinations that are missing: 1 \(.*, column reads\+walks\)/],
    [
      "combinations",
      oneMore(/(\nreads\+news\+walks,\d+,)(\d+)/),
      /counts that disagree: \d+ respondents by news\+walks, \d+ by reads\+news\+walks: \["news: \w+","walks: \w+"\]/,
    ],
    ["combinations", oneMore(/(\nbooks,\d+,)(\d+)/), /counts that disagree/],
    [
      "combinations",
      (text: string) => text.replace(/\nreads,(\d+),\d+/, "\nreads,$1,many"),
      /no count: "many" \(combinations\.csv, row \d+, column respondents\)/,
    ],
    [
      "combinations",
      (text: string) => text.replace(/\nreads,\d+,/, "\nreads,99,"),
      /no combination of these columns: 99/,
    ],
  ] as const)("is refused where %s are not whole: %#", async (file, change, message) => {
    await expect(changed(file, change)).rejects.toThrow(message);
  });

  it("may have its tables in parts, which are added", async () => {
    const parts = ({text, at}: {text: string; at: number}) => {
      const [header, ...lines] = text.trimEnd().split("\n");
      return [header, ...lines.filter((_, line) => line % 2 === at)].join("\n");
    };
    const folder = mkdtempSync(join(place, "parts-"));
    for (const name of ["values", "combinations"]) {
      const text = readFileSync(join(counts, `${name}.csv`), "utf8");
      for (const at of [0, 1]) writeFileSync(join(folder, `${name}.${at}.csv`), parts({text, at}));
    }
    const found = await countsIn(folder);
    expect(combinationsNamed(found.explorerInput, "reads")).toEqual(combinationsNamed(counted.explorerInput, "reads"));
  });

  it("is refused with every value that the codebook does not have, and how many have it", async () => {
    const folder = join(place, "unknown");
    const changes = `UPDATE clean SET walks = 'perhaps' WHERE row < 40; UPDATE clean SET walks = NULL WHERE row = 50;
      UPDATE clean SET books = '12.5' WHERE row < 10 AND books <> 'not_asked'`;
    await expect(countInDuckDb(fromFile, folder, changes)).rejects.toThrow(
      /values that the codebook does not have: .*\["walks", "books"\].*walks: perhaps \(\d\d\)","walks: \(nothing\) \(1\)","books: 12\.5 \(\d\)"/,
    );
  });

  it("is refused where respondents answered what they were not asked", async () => {
    const changes = "UPDATE clean SET books = '3' WHERE reads = 'never'";
    const folder = join(place, "routing");
    await countInDuckDb(fromFile, folder, changes);
    await expect(countsIn(folder)).rejects.toThrow(
      /answers of respondents whom the question was not put to: \d+; .*\["reads: never","books: 3"\] \(.*, column books\)/,
    );
  });

  it("is not read beside a file of responses, nor of a survey with a design or waves", () => {
    const env = {COUNTS: counts, SURVEY_FILE: "answers.csv"};
    expect(() => countsFolder(countedSettings, env)).toThrow(
      "COUNTS names counts, and SURVEY_FILE a file of responses",
    );
    expect(() => countsFolder(countedSettings, {COUNTS: join(place, "none")})).toThrow("no such folder of counts");
    const design = {weight: "w", strata: null, clusters: null, populations: null, calibrate: null};
    expect(() => countsFolder({...countedSettings, design}, {COUNTS: counts})).toThrow(
      "counts of a database are of one survey whose respondents count the same",
    );
    expect(countsFolder(countedSettings, {})).toBeNull();
  });
});
