import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {validateXML} from "xmllint-wasm";
import {settings} from "../../../src/lib/settings.js";
import {
  exampleCodebook,
  exampleRespondents,
  exampleStandIn,
  exampleSurvey,
} from "../../../test/support/exampleSurvey.js";
import {protectedTables} from "../../survey/protect/protectedTables.js";
import {responseColumns, tableColumns} from "../tableColumns.js";
import {countedRows, ddiCodebook, publishedCounts} from "./ddiCodebook.js";

const columns = tableColumns(exampleSurvey);

function openText(of = exampleRespondents): string {
  const frequencies = countedRows(columns, of.count);
  return ddiCodebook({codebook: exampleCodebook, of, columns, frequencies, table: "example-2011.csv"}, settings);
}

function protectedText(): string {
  const tables = protectedTables(exampleCodebook, exampleRespondents, []);
  const described = {
    codebook: exampleCodebook,
    of: exampleRespondents,
    columns: responseColumns(exampleCodebook, exampleRespondents),
    frequencies: publishedCounts(tables),
    table: null,
  };
  return ddiCodebook(described, settings);
}

const parsed = (text: string) => new JSDOM(text, {contentType: "application/xml"}).window.document;
const documentOf = (of = exampleRespondents) => parsed(openText(of));
const protectedDocument = () => parsed(protectedText());

const schema = readFileSync("test/support/ddiCodebook.rng", "utf8");

/** What xmllint says of each file, in their order. */
async function verdictsOn(files: Record<string, string>): Promise<string[]> {
  const xml = Object.entries(files).map(([fileName, contents]) => ({fileName, contents}));
  const {rawOutput} = await validateXML({xml, schema: [schema], extension: "relaxng"});
  return rawOutput.split("\n").filter((line) => / (validates|fails to validate)$/.test(line));
}

/** What a program that writes DDI may get wrong, as a change of a document that is right. */
const faults: Record<string, readonly [from: string | RegExp, to: string]> = {
  "another-namespace.xml": ["ddi:codebook:2_5", "ddi:codebook:2_1"],
  "another-version.xml": ['version="2.5"', 'version="2.1"'],
  "no-title.xml": [/<titl .*?<\/titl>/, ""],
  "two-titles.xml": [/(<titl .*?<\/titl>)/, "$1$1"],
  "study-after-data.xml": [/(<stdyDscr>.*<\/stdyDscr>)(.*)(<\/codeBook>)/s, "$2$1$3"],
  "variable-before-group.xml": [/(<varGrp.*<\/varGrp>\n)(.*)(<\/dataDscr>)/s, "$2$1$3"],
  "variable-without-name.xml": [/(<var ID="[^"]*") name="[^"]*"/, "$1"],
  "label-after-question.xml": [/((?:<labl [^>]*>[^<]*<\/labl>)+)\s*(<qstn .*?<\/qstn>)/s, "$2$1"],
  "unknown-interval.xml": ['intrvl="discrete"', 'intrvl="continuous"'],
  "statistic-without-type.xml": ['<sumStat type="vald">', "<sumStat>"],
  "two-values-of-an-answer.xml": [/(<catValu>.*?<\/catValu>)/, "$1$1"],
  "text-in-a-variable.xml": [/(<var [^>]*>)/, "$1A variable"],
  "unknown-element.xml": [/<dataKind>(.*?)<\/dataKind>/, "<dataType>$1</dataType>"],
  "a-language-that-is-none.xml": ['<labl xml:lang="nb">', '<labl xml:lang="norsk bokmål">'],
  "an-id-with-a-space.xml": [/ID="V-/, 'ID="V '],
  "two-conditions.xml": [/(<conditions.*?<\/conditions>)/, "$1$1"],
};

describe("what is written of DDI-Codebook 2.5", () => {
  it("is valid by a schema of its elements, of an open, a made-up and a protected file", async () => {
    const files = {"open.xml": openText(), "made-up.xml": openText(exampleStandIn), "protected.xml": protectedText()};
    expect(await verdictsOn(files)).toEqual(Object.keys(files).map((name) => `${name} validates`));
  });

  it("would not be with any of the faults of a program that writes it", async () => {
    const right = openText();
    const wrong = Object.entries(faults).map(([name, [from, to]]) => [name, right.replace(from, to)] as const);
    for (const [name, text] of wrong) expect(text, name).not.toBe(right);
    expect(await verdictsOn(Object.fromEntries(wrong))).toEqual(wrong.map(([name]) => `${name} fails to validate`));
  });
});

describe.each([
  ["an open file", documentOf],
  ["a protected file", protectedDocument],
])("the DDI codebook of %s", (_, made) => {
  const document = made();

  it("refers to nothing that is not there, and gives each id once", () => {
    const ids = [...document.querySelectorAll("[ID]")].map((each) => each.getAttribute("ID") ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[A-Za-z_][\w.-]*$/.test(id))).toBe(true);
    const referring = [...document.querySelectorAll("*")].flatMap((each) =>
      ["files", "qstn", "wgt-var", "var"].flatMap((name) => each.getAttribute(name)?.split(" ") ?? []),
    );
    expect(referring.length).toBeGreaterThan(3);
    for (const id of referring) expect(ids).toContain(id);
  });

  it("has each variable with its label in both languages, and who was asked", () => {
    const names = [...document.querySelectorAll("var")].map((each) => each.getAttribute("name"));
    for (const {name} of responseColumns(exampleCodebook, exampleRespondents)) expect(names).toContain(name);
    for (const each of document.querySelectorAll("var"))
      expect([...each.querySelectorAll(":scope > labl")].map((labl) => labl.getAttribute("xml:lang"))).toEqual([
        ...settings.languages,
      ]);
    const routed = exampleCodebook.variables.filter(({universe}) => universe.length > 0);
    expect(routed.length).toBeGreaterThan(0);
    for (const {name, universe} of routed)
      expect(document.querySelectorAll(`qstn[ID="Q-${name}"] > backward`)).toHaveLength(universe.length);
  });
});

describe("frequencies of a DDI codebook", () => {
  it("are the rows of the table, valid and missing", () => {
    for (const each of documentOf().querySelectorAll("var[qstn], var:has(> qstn)")) {
      const values = [...each.querySelectorAll(":scope > sumStat")].map(({textContent}) => Number(textContent));
      expect(
        values.reduce((sum, value) => sum + value, 0),
        each.getAttribute("name") ?? "",
      ).toBe(exampleRespondents.count);
    }
  });

  it("are left out where a row is suppressed, and of missing answers that are not published", () => {
    const tables = protectedTables(exampleCodebook, exampleRespondents, []);
    const document = protectedDocument();
    expect(document.querySelectorAll('catgry[missing="Y"] > catStat')).toHaveLength(0);
    const published = tables.tables.filter(({all}) => all.status === "published").map(({column}) => column);
    for (const each of document.querySelectorAll("var:has(catStat)"))
      expect(published).toContain(each.getAttribute("name"));
    expect(document.querySelector("fileDscr")).toBeNull();
  });

  it("are said to be of made-up respondents where they are", () => {
    expect(documentOf(exampleStandIn).querySelector("abstract")?.textContent).toMatch(/^Oppdiktede respondenter/);
    expect(documentOf(exampleStandIn).querySelector("IDNo")?.textContent).toMatch(/^stand-in-/);
  });
});
