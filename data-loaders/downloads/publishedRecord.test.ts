import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import {buildSurvey} from "../survey/buildSurvey.js";
import {publishedRecord} from "./publishedRecord.js";
import {changesCsv} from "./recordCsv.js";

/** Texts that respondents wrote where the codebook has no words for them. */
const canaries = [
  "Annet: Kari Nordmann, tlf. 412 34 567",
  "  Kanskje,\u00a0spør Kari ",
  "Facebook; Kanarifugl",
  "412 34 567",
  "født 17. mai",
  "01.03.1970",
  "kari@kommune.example",
];

const header = [
  "Kommunenr",
  "Levert",
  "Bruker sosiale medier",
  "Kanaler",
  "Antall Facebook-sider",
  "E-post til Kari",
  "12. Strategi",
  "Kommentar",
];
const rows = [
  ["0101", "01.03.2011", "JA ", "facebook, Twitter", "2,0", "", "ja, den er på plass", ""],
  ["0104", canaries[4], canaries[0], "Facebook", "1", canaries[6], "", ""],
  ["0105", canaries[5], "Ja", canaries[2], canaries[3], "", canaries[1], "Ring Kari"],
];

let folder: string;
let whole: CleaningRecord;
let published: CleaningRecord;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "record-"));
  const file = join(folder, "answers.csv");
  writeFileSync(
    file,
    [header, ...rows]
      .map((row) => row.join(";").replace("Facebook; K", '"Facebook; K').replace("Kanarifugl", 'Kanarifugl"'))
      .join("\n"),
  );
  const survey = await buildSurvey(file, {settings: {rank: "estimated", access: "open", received: null, note: null}});
  whole = survey.record;
  published = publishedRecord(survey.record, survey.codebook);
});
afterAll(() => rmSync(folder, {recursive: true}));

const textOf = (record: CleaningRecord) =>
  JSON.stringify([record.changes.map(({rows: _, ...group}) => group), record.columns]);

describe("the record of cleaning as it is published", () => {
  it("has no text that the codebook has no words for", () => {
    const text = textOf(published);
    for (const word of ["Kari", "412", "mai", "1970", "@", "Kanari", "Kanskje"]) expect(text, word).not.toContain(word);
    expect([...changesCsv(published, {rank: "estimated"})].join("")).not.toMatch(/Kari|412|mai|1970|Kanari|Kanskje/);
  });

  it("but its owner’s has, or this would test nothing", () => {
    for (const word of ["Kari", "412 34 567", "17. mai", "1970", "Kanarifugl", "Kanskje"])
      expect(textOf(whole), word).toContain(word);
  });

  it("keeps what the codebook understands, and every change", () => {
    const kept = published.changes
      .filter(({before}) => before !== null)
      .map(({column, before, after}) => [column, before, after]);
    expect(kept).toEqual(
      expect.arrayContaining([
        ["uses_now", "JA ", "JA"],
        ["uses_now", "JA", "yes"],
        ["facebook_pages", "2,0", "2"],
      ]),
    );
    expect(published.changes.map(({rule, rows}) => [rule, rows.length])).toEqual(
      whole.changes.map(({rule, rows}) => [rule, rows.length]),
    );
  });

  it("names the columns of the codebook, and no others", () => {
    expect(published.columns.map((column) => column.header)).toEqual([...header.slice(0, 5), null, ...header.slice(6)]);
  });
});
