import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {buildSurvey} from "../../survey/buildSurvey.js";
import {countable} from "../../survey/explorer/countable.js";
import {protectedTables, protectedTablesCsv, protectedTablesJson} from "../../survey/protect/protectedTables.js";
import {dictionaryCsv, dictionaryJson} from "../dataDictionary.js";
import {respondentsArrow} from "../respondentsArrow.js";
import {respondentsCsv} from "../respondentsCsv.js";
import {respondentsParquet} from "../respondentsParquet.js";
import {spssColumns} from "../scripts/spssColumns.js";
import {tableColumns} from "../tableColumns.js";
import {piecesOf} from "./layersOf.js";
import {leakFinder} from "./leakFinder.js";
import {respondentTraces} from "./respondentTraces.js";

const path = "data-loaders/source/microdata/stand-in.csv";
const file = readFileSync(path);
const survey = await buildSurvey(path, {
  settings: {rank: "estimated", access: "protected", received: null, note: null},
});
const {codebook, respondents, raw} = survey;
const columns = tableColumns(survey);
const authored = ["codebook.json", "register/kommuner-2011.csv"].map((each) =>
  readFileSync(`data-loaders/source/${each}`),
);
const leakIn = leakFinder(
  respondentTraces(survey, () => file),
  authored,
);
const inBytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);
const clean = [...respondentsCsv(columns, respondents.count)].join("");
const arrow = respondentsArrow({...survey, settings: {...survey.settings, access: "open"}}, countable(survey));
const numbers = [...respondentsCsv(spssColumns(columns, respondents), respondents.count)].join("");

/** The clean table as rows of objects, as arrays, and without its first line. */
const [header, ...lines] = clean
  .trim()
  .split("\r\n")
  .map((line) => line.split(","));
const objects = lines.map((line) => Object.fromEntries(line.map((field, at) => [header[at], field])));

describe("a row of a protected file's respondents is found", () => {
  it.each([
    ["in the clean table", inBytes(clean)],
    ["with semicolons", inBytes(clean.replaceAll(",", ";"))],
    ["with tabs, without a header", inBytes(lines.map((line) => line.join("\t")).join("\n"))],
    ["without the columns of who answered", inBytes(lines.map((line) => line.slice(8).join("|")).join("\n"))],
    ["in numbers", inBytes(numbers)],
    ["in numbers without a header, in Latin-1", inBytes(numbers.split("\n").slice(1).join("\n"), "latin1")],
    ["as objects of JSON", inBytes(JSON.stringify({rows: objects}))],
    ["as arrays of JSON, in UTF-16", inBytes(JSON.stringify(lines), "utf16le")],
    ["as Base64 in a page", inBytes(`<p>${inBytes(clean).toString("base64")}</p>`)],
    ["packed by gzip", gzipSync(inBytes(clean))],
    ["one alone in a page", inBytes(`<p>For example ${lines[7].join(" ")}</p>`)],
    ["in a table of a page", inBytes(`<table><tr><td>${lines[3].join("</td><td>")}</td></tr></table>`)],
    ["as Parquet", respondentsParquet(columns, respondents)],
    ["as Arrow", arrow],
    ["as Arrow, as Base64 in a script", inBytes(`let a="${Buffer.from(arrow).toString("base64")}"`)],
    ["of the file as it came", file],
    ["of the file as it came, as text in a script", inBytes(`const rows = ${JSON.stringify(file.toString())};`)],
    [
      "of Stata, as Base64 in a page",
      inBytes(`<i>${inBytes("<stata_dta><header><release>118</release>").toString("base64")}</i>`),
    ],
    [
      "of SPSS, as Base64 in a page",
      inBytes(`<i>${inBytes("$FL2@(#) SPSS DATA FILE and more of it").toString("base64")}</i>`),
    ],
  ])("%s", (_, bytes) => {
    expect(leakIn(Buffer.from(bytes))).toMatch(
      /^(a respondent’s row|rows as|the respondents’ file|what a respondent wrote)/,
    );
  });

  it.each([
    ["its tables", inBytes(protectedTablesCsv(protectedTables(codebook, respondents, [])))],
    ["its tables as JSON", inBytes(protectedTablesJson(protectedTables(codebook, respondents, [])))],
    ["its dictionary", inBytes(dictionaryCsv(respondents, columns))],
    ["its dictionary as JSON", inBytes(dictionaryJson(codebook, respondents, columns))],
    ["a register", readFileSync("data-loaders/source/register/kommuner-2011.csv")],
  ])("but not in %s", (_, bytes) => {
    expect(leakIn(bytes)).toBeNull();
  });

  it("but not in the name of a class that many are merged in, which pages show", () => {
    const {classes} = survey.weighting;
    const label = {
      nb: classes.map((each) => each.label.nb).join(" og "),
      en: classes.map((each) => each.label.en).join(" and "),
    };
    const merged = {...survey, weighting: {...survey.weighting, classes: classes.map((each) => ({...each, label}))}};
    expect(
      leakFinder(
        respondentTraces(merged, () => file),
        authored,
      )(inBytes(JSON.stringify(label))),
    ).toBeNull();
  });
});

describe("a text of a respondent is found", () => {
  const texts = new Map([
    ["Kari Nordmann, tlf. 412 34 567", "row 2, column 3"],
    ["gulspurv", "row 4, column 3"],
    ["412 34 567", "row 5, column 6"],
    ["ja", "row 6, column 3"],
  ]);
  const find = leakFinder({texts, rows: [], file: Buffer.alloc(0)}, [inBytes("En annen gulspurvefugl")]);

  it.each([
    ["as it stood", "Svar: Kari Nordmann, tlf. 412 34 567."],
    ["in other letters and spaces", "KARI  NORDMANN\ttlf 412\u00a034\u00a0567"],
    ["in the escapes of JSON", '{"before":"Kari\\u0020Nordmann, tlf. 412 34\\n567"}'],
    ["in the escapes of HTML", "Kari&#32;Nordmann, tlf. 412&#160;34 567"],
    ["as one word", "<td>gulspurv</td>"],
    ["as a long number", "412 34 567"],
  ])("%s", (_, text) => {
    expect(find(inBytes(text))).toMatch(/^what a respondent wrote in row \d, column \d$/);
    expect(find(inBytes(text, "utf16le"))).not.toBeNull();
    expect(find(gzipSync(inBytes(text)))).not.toBeNull();
  });

  it.each([
    ["a part of it", "Kari Nordmann, tlf. 412"],
    ["a part of a word", "gulspurver"],
    ["a word that everybody says", "ja"],
    ["other numbers", "41 234 5670"],
  ])("but not in %s", (_, text) => {
    expect(find(inBytes(text))).toBeNull();
  });

  it.each([
    ["vi liker å gå på ski", "row 2"],
    ["vi liker å gå på fjellet om høsten", "row 3"],
    ["vi liker å lese", "row 4"],
    ["vi liker", "row 5"],
    ["gulspurv", "row 6"],
  ])("among others that begin in the same way: %s", (text, place) => {
    const others = new Map([
      ["vi liker å gå på ski", "row 2"],
      ["vi liker å gå på fjellet om høsten", "row 3"],
      ["vi liker å lese", "row 4"],
      ["vi liker", "row 5"],
      ["gulspurv", "row 6"],
    ]);
    if (text !== "vi liker") others.delete("vi liker");
    const findAmong = leakFinder({texts: others, rows: [], file: Buffer.alloc(0)}, []);
    expect(findAmong(inBytes(`Noen sa: ${text}.`))).toBe(`what a respondent wrote in ${place}`);
    expect(findAmong(inBytes("Noen sa: vi leser."))).toBeNull();
  });

  it("wherever one piece of a large file ends and the next begins", () => {
    const bytes = Buffer.from(Array.from({length: 100}, (_, at) => at));
    const pieces = [...piecesOf(bytes, {length: 16, overlap: 4})];
    expect(pieces.every((piece) => piece.length <= 16)).toBe(true);
    for (let at = 0; at + 4 <= bytes.length; at++)
      expect(
        pieces.some((piece) => piece.includes(bytes.subarray(at, at + 4))),
        String(at),
      ).toBe(true);
  });

  it("but not where authors wrote it too, or alone in a script", () => {
    const findOther = leakFinder({texts, rows: [], file: Buffer.alloc(0)}, [inBytes("En gulspurv sang")]);
    expect(findOther(inBytes("gulspurv"))).toBeNull();
    expect(findOther(inBytes("Kari Nordmann, tlf. 412 34 567"))).not.toBeNull();
    expect(find(inBytes("let gulspurv=1"), {isCode: true})).toBeNull();
    expect(find(inBytes('let a="Kari Nordmann, tlf. 412 34 567"'), {isCode: true})).not.toBeNull();
  });
});

describe("what is looked for", () => {
  const own = {...raw, columns: [...raw.columns]};
  it("are comments, unknown answers and columns that are not in the codebook, and their headers", () => {
    const codes = new Int32Array(raw.rows);
    const unlisted = {
      header: "Min merknad til Kari",
      label: null,
      codes,
      values: ["hemmelig beskjed"],
      valueLabels: new Map(),
      userMissing: new Set<string>(),
    };
    const traces = respondentTraces(
      {
        ...survey,
        settings: {...survey.settings, access: "open"},
        raw: {...own, columns: [...own.columns, unlisted]},
        record: {...survey.record, columns: [...survey.record.columns, {header: null, readAs: null}]},
      },
      () => file,
    );
    const column = raw.columns.length + 1;
    expect(traces.texts.get("Min merknad til Kari")).toBe(`the header of column ${column} of the respondents’ file`);
    expect(traces.texts.get("hemmelig beskjed")).toBe(`row 2, column ${column} of the respondents’ file`);
    expect(traces.rows).toEqual([]);
    const known = new Set(
      codebook.variables.flatMap((variable) =>
        "categories" in variable ? variable.categories.map(({label}) => label.nb) : [],
      ),
    );
    expect([...traces.texts.keys()].filter((text) => known.has(text))).toEqual([]);
  });
});
