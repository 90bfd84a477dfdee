import {readFileSync, rmSync} from "node:fs";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {talliesNamed} from "../../../../../data-loaders/survey/explorer/combinations.js";
import {
  type ExplorerInput,
  explorerInput,
  wholeExplorer,
} from "../../../../../data-loaders/survey/explorer/explorerInput.js";
import {panelDesigns, readPanel} from "../../../../../test/support/panelSurvey.js";
import {readWaves} from "../../../../../test/support/readWaves.js";
import {type TrendByR, wavesByR, waveTrends} from "../../../../../test/support/waveTrends.js";
import type {Lang} from "../../../../lib/language/text.js";
import {parseSelection} from "../../../../lib/selection.js";
import type {PageExplorer} from "../../../../lib/table/explorer.js";
import {tablesRScript} from "../../../../lib/table/export/tableRScript.js";
import type {Given} from "../../../figure.js";
import {type Made, makeTables} from "../../made.js";
import {workbench} from "../../workbench.js";
import {trendOf} from "./trendLines.js";

const {document} = new JSDOM("").window;
let folder: string;
let found: ExplorerInput;
let explore: PageExplorer;
beforeAll(async () => {
  const read = await readWaves();
  folder = read.folder;
  found = explorerInput(read.survey);
  explore = wholeExplorer(found, {tiles: [], topics: []});
});
afterAll(() => rmSync(folder, {recursive: true}));

const given = (): Given<"explorer"> => ({explorer: {explore}, tallySet: (name: string) => talliesNamed(found, name)});

function selectionOf(search: string) {
  const {selection, refused} = parseSelection(`?view=trend&${search}`, workbench.choices(given()));
  expect(refused).toEqual([]);
  return selection;
}

const viewOf = (search: string) => workbench.view(given(), selectionOf(search));

/** A figure's words, with its table as texts and its picture as the texts in it. */
function shown(search: string, lang: Lang = "en") {
  const {title, note, table, chart, subtitle} = viewOf(search);
  const body = JSDOM.fragment(table?.({lang, anchorOf: (row) => `row-${row}`}).html ?? "");
  const svg = chart({lang, width: 900, document, linkTo: (id) => `#${id}`});
  return {
    ...{title: title[lang], subtitle: subtitle[lang], note: note[lang]},
    changes: [...body.querySelectorAll("table.changes tbody tr")].map((line) =>
      [...line.children].map(({textContent}) => textContent),
    ),
    texts: [...svg.querySelectorAll("text")].map(({textContent}) => textContent),
    links: [...svg.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    joined: [...svg.querySelectorAll("path")].map((path) => (path.getAttribute("d")?.match(/[ML]/g) ?? []).length),
  };
}

describe("a trend", () => {
  it.each(waveTrends)("has R's shares, changes and tests: $question by $group", ({question, group}) => {
    const byR: (TrendByR & {question: string; group: string | null})[] = JSON.parse(readFileSync(wavesByR, "utf8"));
    const {shares, changes} = byR.find((each) => each.question === question && each.group === group) as TrendByR;
    const made = makeTables("explore", explore, {
      selection: selectionOf(`rows=${question}&columns=${group ?? "none"}`),
      tallySet: given().tallySet,
    }) as Made;
    const trend = trendOf(made);
    const lines = (trend?.lines ?? []).map((line) => ({
      ...line,
      code: group ? (line.section.request.filters.at(-1)?.categories[0].code ?? "") : line.row.code,
    }));
    const codeOf = (wave: number) => trend?.waves[wave].code ?? "";
    const ours = lines.flatMap(({code, cells}) =>
      cells.flatMap((cell, wave) =>
        cell?.status === "published" ? [[code, codeOf(wave), cell.estimate, cell.unweightedBase]] : [],
      ),
    );
    expect(ours.map(([line, wave, , n]) => [line, wave, n])).toEqual(
      shares.map(([line, wave, , n]) => [line, wave, n]),
    );
    for (const [at, [, , share]] of shares.entries()) expect(ours[at][2]).toBeCloseTo(share, 10);
    const changed = lines.flatMap(({code, changes: own}) =>
      own.map(({from, to, difference, interval: {low, high}, p}) => ({
        names: [code, codeOf(from), codeOf(to)],
        numbers: [difference, low, high, p],
      })),
    );
    expect(changed.map(({names}) => names)).toEqual(changes.map((each) => each.slice(0, 3)));
    for (const [at, [, , , ...numbers]] of changes.entries())
      for (const [place, number] of numbers.entries())
        expect(changed[at].numbers[place], changed[at].names.join()).toBeCloseTo(number, 9);
  });

  it("says the change from the first wave to the last with its test, in both languages", () => {
    const search = "rows=reads&answer=reads.daily";
    expect(shown(search).title).toMatch(
      /^\d+% \(\d+–\d+\) read every day in 2015, \d+ percentage points more than in 2011 \(\d+ to \d+; p\u00a0(=|<)\u00a00\.\d+\)$/,
    );
    expect(shown(search, "nb").title).toMatch(
      /^\d+ prosent \(\d+–\d+\) leste hver dag i 2015, \d+ prosentpoeng flere enn i 2011 \(\d+ til \d+; p\u00a0(=|<)\u00a00,\d+\)$/,
    );
    expect(shown("rows=reads&answer=reads.seldom&columns=none").note).toContain("independent samples");
  });

  it("has the numbers of its sentence in its table and in its picture", () => {
    const {title, changes, texts} = shown("rows=reads&answer=reads.daily");
    const [share] = title.match(/\d+/) ?? [];
    const [, points] = title.match(/(\d+) percentage points/) ?? [];
    expect(texts).toContain(share);
    const line = changes.find(([label, waves]) => label === "Daily" && waves === "2011 – 2015");
    expect(line?.[2]).toBe("221, 240");
    expect(line?.[3]).toMatch(new RegExp(`^${points} \\(`));
    expect(line?.[4]).toContain("★");
  });

  it("is broken where the question became another: no line, no test and no sentence go across", () => {
    const {title, note, changes, texts, joined} = shown("rows=borrows&answer=borrows.yes");
    expect(title).toMatch(/borrowed books in 2015; the question was another before/);
    expect(note).toMatch(/The series is broken before 2015: the question was “Do you borrow books\?”/);
    expect(new Set(changes.map(([, waves]) => waves))).toEqual(new Set(["2011 – 2013"]));
    expect(texts).toContain("break");
    expect(joined).not.toContain(3);
    expect(workbench.view(given(), {...selectionOf("rows=borrows"), view: "table"}).subtitle.en).toContain(
      "the question was another before 2015",
    );
  });

  it("begins where a question, or an answer, was first put, and never shows that as zero", () => {
    const trust = shown("rows=trust");
    expect(trust.note).toContain("“Trust” was not asked in 2011.");
    expect(new Set(trust.changes.map(([, waves]) => waves))).toEqual(new Set(["2013 – 2015"]));
    const media = shown("rows=media&answer=media.sound");
    expect(media.note).toContain("“By ear” could not be chosen in 2011.");
    expect(media.changes.filter(([label]) => label === "By ear").map(([, waves]) => waves)).toEqual(["2013 – 2015"]);
    expect(media.changes.filter(([label]) => label === "On paper").length).toBe(3);
    expect(media.links).not.toContain("#explore-sound-2011");
  });

  it("follows one answer in each group, each beside its name", () => {
    const {title, changes, texts} = shown("rows=reads&answer=reads.daily&columns=region");
    expect(title).toMatch(
      /^How many read every day, from 2011 to 2015: “North” from \d+% to \d+% \(p\u00a0.*“South” from/,
    );
    expect(changes.map(([label]) => label)).toEqual(["North", "North", "North", "South", "South", "South"]);
    expect(texts).toEqual(expect.arrayContaining(["North", "South", "2011", "2013", "2015"]));
  });

  it("is of those who are left by filters, and of means without a test", () => {
    const {title, changes} = shown("rows=reads&region=north");
    expect(title).toMatch(/^Among the \d+ respondents that answered and had said “North”/);
    expect(changes[0][2]).not.toBe("221, 263");
    const mean = shown("rows=books&measure=mean");
    expect(mean.title).toMatch(
      /^The mean of “Books” was \d\.\d+ \(.*\) in 2015, against .* in 2011; the change is not tested$/,
    );
    expect(mean.changes).toEqual([]);
  });

  it("says of a table that counts all waves as one that it does", () => {
    const {subtitle} = workbench.view(given(), {...selectionOf("rows=reads&columns=region"), view: "table"});
    expect(subtitle.en).toContain("; all waves together");
    expect(subtitle.nb).toContain("; alle bølger samlet");
    const ofOne = workbench.view(given(), {...selectionOf("rows=reads&columns=region&wave=2013"), view: "table"});
    expect(ofOne.subtitle.en).toContain("respondents that answered in 2013");
    expect(ofOne.subtitle.en).not.toContain("together");
  });

  it("gives R code that counts an option among those it was put to, where a wave did not offer it", () => {
    const {explored} = viewOf("rows=media");
    const script = explored?.script as NonNullable<NonNullable<typeof explored>["script"]>;
    const code = (more: object) => tablesRScript(explored?.tables ?? [], {...script, lang: "en", ...more});
    expect(code({})).toContain("respondents[mine, column] <- lack[mine]");
    expect(code({hasLaterOptions: undefined})).not.toContain("mine, column");
  });

  it("is offered only where there are waves", () => {
    const {waves: _, ...without} = explore;
    const codes = (each: PageExplorer) =>
      workbench
        .choices({explorer: {explore: each}})
        .find(({key}) => key === "view")
        ?.options.map(({code}) => code);
    expect(codes(explore)).toContain("trend");
    expect(codes(without)).not.toContain("trend");
  });
});

describe("a trend of a panel", () => {
  let panel: Awaited<ReturnType<typeof readPanel>>;
  let given: Given<"explorer">;
  beforeAll(async () => {
    panel = await readPanel(panelDesigns.strata);
    const input = explorerInput(panel.survey);
    const explore = wholeExplorer(input, {tiles: [], topics: []});
    given = {explorer: {explore}, tallySet: (name: string) => talliesNamed(input, name)};
  });
  afterAll(() => rmSync(panel.folder, {recursive: true}));

  function told(search: string, lang: Lang = "en") {
    const {selection} = parseSelection(`?view=trend&${search}`, workbench.choices(given));
    const {note, table} = workbench.view(given, selection);
    const body = JSDOM.fragment(table?.({lang, anchorOf: (row) => `row-${row}`}).html ?? "");
    const lines = [...body.querySelectorAll("table.flows tr")].map((line) =>
      [...line.children].map(({textContent}) => textContent),
    );
    return {note: note[lang], said: body.querySelector(".flow")?.textContent, lines};
  }

  it("says how many are the same, how many of these changed either way, and whether that is more than chance", () => {
    const {note, said, lines} = told("rows=drives&answer=drives.yes&columns=none");
    expect(note).toContain("185 of the respondents answered both in 2021 (of 291) and in 2024 (of 310)");
    expect(note).not.toContain("independent");
    expect(said).toMatch(
      /^Of the 185 respondents that answered both times, 20 had an electric car in 2024 but not in 2021, and 2 the other way about \(p\u00a0=\u00a00\.001\)\.$/,
    );
    expect(lines[1].slice(0, 4)).toEqual([
      "Yes",
      "185",
      expect.stringMatching(/^51 \(\d+%\)$/),
      expect.stringMatching(/^20 \(/),
    ]);
    expect(told("rows=drives&answer=drives.yes&columns=none", "nb").said).toMatch(
      /^Av de 185 respondentene som svarte begge ganger, var det 20 som hadde elbil i 2024, men ikke i 2021, og 2 omvendt \(p\u00a0=\u00a00,001\)\.$/,
    );
  });

  it("is not taken for as many respondents as there are responses, unless of one wave", () => {
    const subtitle = (search: string) => {
      const {selection} = parseSelection(`?view=table&${search}`, workbench.choices(given));
      return workbench.view(given, selection).subtitle;
    };
    const repeated = "; those that answered in several waves count in each";
    expect(subtitle("rows=drives&columns=none").en).toContain(`; all waves together${repeated}`);
    expect(subtitle("rows=drives&columns=wave").en).toContain(repeated);
    expect(subtitle("rows=drives&columns=none&wave=2021").en).not.toContain(repeated);
    expect(subtitle("rows=drives&columns=none").nb).toContain("; de som svarte i flere bølger, teller i hver av dem");
  });

  it("follows one answer in each group, and means in none", () => {
    const {lines, said, note} = told("rows=drives&answer=drives.yes&columns=home");
    expect(lines.slice(1).map(([label, n]) => [label, n])).toEqual([
      ["House", "105"],
      ["Flat", "80"],
    ]);
    expect(said).toBeUndefined();
    expect(note).toContain("Many answered in several waves");
    expect(told("rows=rooms&measure=mean&columns=none").lines).toEqual([]);
  });
});
