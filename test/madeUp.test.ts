import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {facts} from "../site/facts.js";
import {standInLabel} from "../src/components/charts/drawChart.js";
import {figures} from "../src/components/figures.js";
import {embedFile, exportPath} from "../src/components/markup/downloadLinks.js";
import {pathOf} from "../src/lib/pages.js";
import {rankLabel} from "../src/lib/quantities/rank.js";
import {initialSelection} from "../src/lib/selection.js";
import {useBrowser} from "./support/browser.js";
import {builtFiles, builtPage, output} from "./support/builtPage.js";

/*
 * Nothing made up may pass for a finding: what the made-up respondents are shown in says so itself, whatever becomes of
 * the page around it.
 */

const langs = ["nb", "en"] as const;
const read = (file: string) => readFileSync(join(output, file), "utf8");
const ofRespondents = figures
  .filter((figure) =>
    figure.view(facts, initialSelection(figure.choices(facts))).rows.some(({quantity}) => quantity.rank === "standIn"),
  )
  .flatMap((figure) => langs.map((lang) => ({id: figure.id, page: figure.page, lang})));

describe("made-up respondents", () => {
  it("are what this build shows, in three figures at least", () => {
    expect(facts.survey.rank).toBe("standIn");
    expect(ofRespondents.length).toBeGreaterThanOrEqual(6);
  });

  it.each(ofRespondents)(
    "are named in every picture of $id ($lang): on the page, alone and taken along",
    ({id, page, lang}) => {
      const drawings = [pathOf(page, lang), `${lang}/${embedFile(id)}`].flatMap((path) => [
        ...builtPage(path).querySelectorAll(`[data-drawn^="${id}-"] svg`),
      ]);
      expect(drawings.length).toBe(4);
      for (const svg of drawings) expect(svg.textContent).toContain(standInLabel[lang]);
      expect(read(join(lang, exportPath(id, "svg")))).toContain(standInLabel[lang]);
    },
  );

  it.each(ofRespondents)("are named in every row of $id that is taken along ($lang)", ({id, lang}) => {
    const rows = parse(read(join(lang, exportPath(id, "csv"))), {columns: true, bom: true}) as Record<string, string>[];
    expect(new Set(rows.map(({rank, rank_label}) => `${rank} ${rank_label}`))).toEqual(
      new Set([`standIn ${rankLabel.standIn[lang]}`]),
    );
    const {rows: same} = JSON.parse(read(join(lang, exportPath(id, "json"))));
    expect(same.every((row: {rank: string}) => row.rank === "standIn")).toBe(true);
  });

  it.each(ofRespondents)(
    "are named in the address that is copied from $id ($lang), and in its embedding",
    ({id, page, lang}) => {
      const figure = builtPage(pathOf(page, lang)).querySelector(`#figure-${id}`);
      expect(figure?.querySelector<HTMLElement>("[data-copy]")?.dataset.copy).toBe("data=stand-in");
      expect(figure?.querySelector("textarea")?.textContent).toContain(`${embedFile(id)}?data=stand-in"`);
    },
  );

  it.each(langs)("are named over every table of theirs (%s)", (lang) => {
    for (const page of ["codebook", "data-quality"] as const) {
      const tables = [
        ...builtPage(pathOf(page, lang)).querySelectorAll(
          "main > table, main > .scroll table, .entries table, details.data > .scroll table",
        ),
      ];
      expect(tables.length).toBeGreaterThan(4);
      for (const table of tables.filter((each) => !each.closest("figure")))
        expect(
          table.querySelector("caption .rank-standIn")?.textContent?.toLowerCase(),
          table.outerHTML.slice(0, 200),
        ).toBe(rankLabel.standIn[lang]);
    }
  });

  it("are named in every file of theirs, row by row where it has rows", () => {
    const files = readdirSync(join(output, "data/respondents"));
    const descriptions = ["datapackage.json", "csv-metadata.json"]; // standard names
    for (const file of files.filter((each) => !descriptions.includes(each))) expect(file).toMatch(/^stand-in-/);
    const {tables} = JSON.parse(read("data/respondents/csv-metadata.json")) as {tables: {url: string}[]};
    for (const {url} of tables) expect(url).toMatch(/^stand-in-/);
    for (const file of files.filter((each) => each.endsWith(".csv") && !each.includes("dictionary"))) {
      const rows = parse(read(`data/respondents/${file}`), {columns: true, bom: true}) as {data: string}[];
      expect(new Set(rows.map(({data}) => data)), file).toEqual(
        new Set([file.includes("-spss") ? rows[0].data : "stand-in"]),
      );
    }
    for (const file of files.filter((each) => each.endsWith(".R") || each.endsWith(".sps")))
      expect(read(`data/respondents/${file}`)).toMatch(/konstruert|made-up/i);
    expect(JSON.parse(read("data/respondents/datapackage.json")).rank).toBe("standIn");
    for (const file of ["survey", "cleaning"]) expect(JSON.parse(read(`data/${file}.json`)).rank).toBe("standIn");
    expect(readFileSync(join(output, "data/respondents.arrow")).toString("latin1")).toContain("stand-in");
  });

  it("are not called an estimate on any page", () => {
    for (const path of builtFiles(".html").filter((file) => !/method|sources/.test(file)))
      for (const name of ["rank-estimated", "n-estimated"])
        expect(builtPage(path).getElementsByClassName(name), `${path}, ${name}`).toHaveLength(0);
  });
});

describe("a link that says it leads to made-up respondents", () => {
  const browser = useBrowser();

  it("shows what it asks for, and complains of nothing", async () => {
    const page = await browser.open(`${pathOf("codebook", "en")}?variable=strategy&data=stand-in`);
    await page.locator('#figure-answers [data-part="title"]', {hasText: "Strategy for social media"}).waitFor();
    expect(await page.locator(".notice:visible").count()).toBe(0);
  });
});
