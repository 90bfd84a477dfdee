import {describe, expect, it} from "vitest";
import {settings} from "../../settings.js";
import {type Cited, citation, citationBibtex, citationRis, citationText} from "./citation.js";

const view: Cited = {
  title: {nb: "Kanaler, etter «Størrelse»", en: "Channels, by “Size”"},
  address: "https://example.org/nb/kanaler?by=size&data=stand-in#table",
  rank: "standIn",
  id: "channels.size",
};
const report: Cited = {title: settings.title, address: "https://example.org/nb/", rank: null, id: null};
const year = settings.published.slice(0, 4);

describe("citationText", () => {
  it("of the report is the one that stands on the site", () => {
    expect(citationText(report, "nb")).toMatch(
      new RegExp(
        `^BETA\\.KOMM, utforskbar \\(${year}\\)\\. Kommunene og sosiale medier 2011\\. Versjon [\\d.]+, .+ ${year}\\. https://example\\.org/nb/$`,
      ),
    );
  });

  it("of a view names the view, that respondents are made up, and the report", () => {
    expect(citationText(view, "nb")).toContain(
      "Kanaler, etter «Størrelse» [konstruerte svar]. I: Kommunene og sosiale medier 2011. Versjon ",
    );
    expect(citationText(view, "en")).toContain("[made-up respondents]. In: Norwegian municipalities");
    expect(citationText({...view, rank: "estimated"}, "nb")).not.toContain("konstruerte");
  });
});

describe("citationBibtex", () => {
  it("of the report is the entry that stands on the site", () => {
    expect(citationBibtex(report, "en")).toBe(`@misc{betakomm2011explorable,
  title = {Norwegian municipalities and social media, 2011},
  author = {{BETA.KOMM, explorable}},
  year = {${year}},
  version = {${settings.version}},
  url = {https://example.org/nb/},
  note = {BETA.KOMM 2011: KS FoU, HK Reklamebyrå AS}
}`);
  });

  it("of a view has a key of its own, and says in its note that respondents are made up", () => {
    const entry = citationBibtex(view, "nb");
    expect(entry).toMatch(/^@misc\{betakomm2011explorable-channels-size,/);
    expect(entry).toContain("url = {https://example.org/nb/kanaler?by=size&data=stand-in#table}");
    expect(entry).toMatch(/note = \{.*Konstruerte svar: Ingen har svart dette\./);
  });

  it("has no command of TeX in its texts, and braces in pairs", () => {
    const title = {nb: "50 % av A&B_{x} #1 \\input $y$ ~^", en: ""};
    const entry = citationBibtex({...view, title, address: "https://example.org/?q={a}"}, "nb");
    expect(entry).toContain(
      "title = {50 \\% av A\\&B\\_\\{x\\} \\#1 \\textbackslash{}input \\$y\\$ \\textasciitilde{}\\textasciicircum{} [",
    );
    expect(entry).toContain("url = {https://example.org/?q=%7Ba%7D}");
  });
});

describe("citationRis", () => {
  it("is a record of one tag a line", () => {
    const lines = citationRis(view, "nb").split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect([lines[0], lines.at(-1)]).toEqual(["TY  - DATA", "ER  - "]);
    expect(lines).toContain("TI  - Kanaler, etter «Størrelse» [konstruerte svar]");
    expect(lines).toContain("AU  - BETA.KOMM utforskbar");
    expect(lines).toContain(`DA  - ${settings.published.replaceAll("-", "/")}`);
    expect(lines).toContain(`UR  - ${view.address}`);
    expect(lines.some((line) => /^N1 {2}- .*Konstruerte svar/.test(line))).toBe(true);
  });

  it("keeps a title on its line", () => {
    const title = {nb: "en\r\nER  - ", en: ""};
    expect(
      citationRis({...view, title}, "nb")
        .split("\r\n")
        .filter((line) => line.startsWith("ER")),
    ).toHaveLength(1);
  });
});

describe("citation", () => {
  it("comes in three forms", () => {
    expect(citation(view, "txt", "nb")).toBe(citationText(view, "nb"));
    expect(citation(view, "bib", "nb")).toBe(citationBibtex(view, "nb"));
    expect(citation(view, "ris", "en")).toBe(citationRis(view, "en"));
  });
});
