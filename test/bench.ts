import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {type Browser, chromium} from "playwright-core";
import {serve} from "../site/serve/serve.js";
import {answersOf} from "./bench/answers.js";
import {buildOf} from "./bench/build.js";
import {calibrationOf} from "./bench/calibration.js";
import {explorerInteractionOf} from "./bench/explorer/interaction.js";
import {explorerOf, largePages} from "./bench/explorer.js";
import {compareFirstChart} from "./bench/firstChart.js";
import {inlinedEnding, inlinePage} from "./bench/inlinePage.js";
import {interactionOf} from "./bench/interaction.js";
import {type Line, lineText} from "./bench/line.js";
import {performanceOf} from "./bench/performance.js";
import {report} from "./bench/report.js";
import {respondentsOf} from "./bench/respondents.js";
import {browserFlags} from "./support/browserFlags.js";
import {changeable} from "./support/changed.js";
import {ensureBrowser} from "./support/findBrowser.js";
import {launchForLighthouse} from "./support/lighthouse.js";

/*
 * `npm run bench -- [date]`: measures the built site, the reading and cleaning of large files, and the counting in them,
 * and writes what it found to docs/benchmarks.md. `npm run bench -- --only explorer` measures one part, and writes
 * nothing; the parts are respondents, build, explorer, calibration and pages.
 * A missed aim is said, and does not fail the run.
 */

/** The pages measured, each with its file and its first figure, if it has one. */
const measured = [
  {page: "nb/", file: "nb/index.html", figure: "of-a-hundred"},
  {page: "nb/dialogue", file: "nb/dialogue.html", figure: "dialogue"},
  {page: "nb/before-after", file: "nb/before-after.html", figure: "before-after"},
  {page: "nb/what-can-it-say", file: "nb/what-can-it-say.html", figure: "question"},
  {page: "nb/sources", file: "nb/sources.html", figure: null},
];
const runs = {lighthouse: 5, firstChart: 11, interaction: 5, answers: 11};
/** Files of respondents that are read and cleaned. */
const files = [
  {rows: 10_000, runs: 7},
  {rows: 100_000, runs: 5},
  {rows: 1_000_000, runs: 3},
];

/** Files that are counted: about as many as the survey’s units, and ten times more and more. */
const counted = {
  files: [
    {respondents: 430, turns: 2000},
    {respondents: 10_000, turns: 600},
    {respondents: 100_000, turns: 200},
    {respondents: 1_000_000, turns: 60},
  ],
  large: {rows: 10_000_000, runs: 3},
};
/** A page that breaks answers down, with a filter, its data file, and the larger file that it is tried with. */
const broken = {
  page: "nb/adoption",
  id: "adoption",
  filter: '[data-controls~="adoption-answers"] input[name="size"][value="under2000"]',
  respondents: 1_000_000,
  changes: 21,
} as const;

const lines: Line[] = [];
function keep(found: readonly Line[]): void {
  for (const line of found) console.log(lineText(line));
  lines.push(...found);
}

async function measureRespondents(): Promise<void> {
  for (const file of files) keep(await respondentsOf(file));
}

async function measureBuild(): Promise<void> {
  const browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
  for (const {rows} of files) keep(await buildOf(rows, browser));
  await browser.close();
}

async function measureExplorer(): Promise<void> {
  keep(await explorerOf(counted));
  await withBrowser(async (browser, url) => {
    const {respondents, id, ...visit} = broken;
    const files = (await largePages(respondents)).get(id) ?? new Map();
    const larger = {of: `${respondents.toLocaleString("en")} respondents`, files};
    for (const slower of [1, 4])
      for (const data of [undefined, larger])
        keep(await explorerInteractionOf(browser, {...visit, url: url + visit.page, data, slower}));
  });
}

async function measureCalibration(): Promise<void> {
  keep(await calibrationOf({populations: 67, draws: 999}));
}

async function measurePages(): Promise<void> {
  await withBrowser(async (browser, url) => {
    const chrome = await launchForLighthouse();
    for (const {page} of measured) keep(await performanceOf(page, url + page, chrome, runs.lighthouse));
    chrome.kill();
    for (const {page, file, figure} of measured) {
      if (!figure) continue;
      const inlinedUrl = `${url}${file.replace(".html", inlinedEnding)}`;
      keep(await compareFirstChart(browser, {page, url: url + page, inlinedUrl, figure, runs: runs.firstChart}));
    }
    for (const each of changeable) {
      keep(await interactionOf(browser, {each, url: url + each.path, runs: runs.interaction}));
    }
    keep(await answersOf(browser, {url, runs: runs.answers}));
  });
}

/** Serves a copy of the built site, some of whose pages also stand in one file, and opens a browser. */
async function withBrowser(measure: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  cpSync("dist", folder, {recursive: true});
  for (const {file} of measured) await inlinePage(folder, file);
  const {url, close} = await serve(folder, 0);
  const browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
  browserName = `Chromium ${browser.version()}`;
  await measure(browser, url);
  await browser.close();
  close();
  rmSync(folder, {recursive: true});
}

let browserName = "";
const parts = {
  respondents: measureRespondents,
  build: measureBuild,
  explorer: measureExplorer,
  calibration: measureCalibration,
  pages: measurePages,
};
const {values, positionals} = parseArgs({options: {only: {type: "string"}}, allowPositionals: true});
if (values.only) {
  const part = parts[values.only as keyof typeof parts];
  if (!part) throw new Error(`no such part of the bench: ${values.only}`);
  await part();
} else {
  for (const part of Object.values(parts)) await part();
  mkdirSync("docs", {recursive: true});
  writeFileSync("docs/benchmarks.md", report(lines, {date: positionals[0], browser: browserName}));
}
