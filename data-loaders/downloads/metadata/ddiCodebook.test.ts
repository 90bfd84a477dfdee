import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
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

function documentOf(of = exampleRespondents) {
  const frequencies = countedRows(of.count);
  const text = ddiCodebook({codebook: exampleCodebook, of, columns, frequencies, table: "example-2011.csv"}, settings);
  return new JSDOM(text, {contentType: "application/xml"}).window.document;
}

const protectedDocument = () => {
  const tables = protectedTables(exampleCodebook, exampleRespondents, []);
  const described = {
    codebook: exampleCodebook,
    of: exampleRespondents,
    columns: responseColumns(exampleCodebook, exampleRespondents),
    frequencies: publishedCounts(tables),
    table: null,
  };
  return new JSDOM(ddiCodebook(described, settings), {contentType: "application/xml"}).window.document;
};

/**
 * Children of an element in the order that the schema of DDI-Codebook 2.5 asks for, of what is written here. The schema is
 * in no package that these tests can install.
 */
const order: Record<string, readonly string[]> = {
  codeBook: ["stdyDscr", "fileDscr", "dataDscr"],
  stdyDscr: ["citation", "stdyInfo", "method", "dataAccs"],
  citation: ["titlStmt", "rspStmt", "prodStmt", "distStmt", "verStmt"],
  titlStmt: ["titl", "subTitl", "altTitl", "parTitl", "IDNo"],
  prodStmt: ["producer", "copyright", "prodDate"],
  distStmt: ["distrbtr", "contact", "depositr", "depDate", "distDate"],
  stdyInfo: ["subject", "abstract", "sumDscr"],
  sumDscr: ["timePrd", "collDate", "nation", "geogCover", "geogUnit", "anlyUnit", "universe", "dataKind"],
  dataColl: ["timeMeth", "dataCollector", "sampProc", "collMode", "resInstru", "sources", "weight"],
  useStmt: ["confDec", "specPerm", "restrctn", "contact", "citReq", "deposReq", "conditions", "disclaimer"],
  fileTxt: ["fileName", "fileCont", "fileStrc", "dimensns", "fileType"],
  dimensns: ["caseQnty", "varQnty"],
  dataDscr: ["varGrp", "var"],
  varGrp: ["labl", "txt", "concept", "defntn", "universe", "notes"],
  var: [
    "location",
    "labl",
    "qstn",
    "valrng",
    "invalrng",
    "universe",
    "TotlResp",
    "sumStat",
    "txt",
    "catgry",
    "varFormat",
  ],
  qstn: ["preQTxt", "qstnLit", "postQTxt", "forward", "backward", "ivuInstr"],
  catgry: ["catValu", "labl", "txt", "catStat"],
};

describe.each([
  ["an open file", documentOf],
  ["a protected file", protectedDocument],
])("the DDI codebook of %s", (_, made) => {
  const document = made();

  it("has its elements in the schema’s order and namespace", () => {
    expect(document.querySelector("parsererror")).toBeNull();
    for (const element of document.querySelectorAll("*")) {
      expect(element.namespaceURI).toBe("ddi:codebook:2_5");
      const known = order[element.localName];
      if (!known) continue;
      const places = [...element.children].map(({localName}) => known.indexOf(localName));
      expect(places, element.localName).not.toContain(-1);
      expect(places, element.localName).toEqual([...places].sort((a, b) => a - b));
    }
  });

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
