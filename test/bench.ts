import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {type Browser, chromium} from "playwright-core";
import {serve} from "../site/serve/serve.js";
import {answersOf} from "./bench/answers.js";
import {buildOf} from "./bench/build.js";
import {calibrationOf} from "./bench/calibration.js";
import {countsOf} from "./bench/counts.js";
import {explorerInteractionOf} from "./bench/explorer/interaction.js";
import {explorerOf, largePages} from "./bench/explorer.js";
import {compareFirstChart} from "./bench/firstChart.js";
import {inlinedEnding, inlinePage} from "./bench/inlinePage.js";
import {interactionOf} from "./bench/interaction.js";
import {type Line, lineText} from "./bench/line.js";
import {performanceOf} from "./bench/performance.js";
import {respondentsOf} from "./bench/respondents.js";
import {measured, record} from "./bench/results.js";
import {browserFlags} from "./support/browserFlags.js";
import {changeable} from "./support/changed.js";
import {ensureBrowser} from "./support/findBrowser.js";
import {launchForLighthouse} from "./support/lighthouse.js";

/*
 * `npm run bench`: measures the built site, the reading and cleaning of large files, whole builds, and the counting in them, and
 * puts what it found on record in docs/benchmarks.json, from which docs/benchmarks.md is written. `-- --only explorer,pages`
 * measures some parts; `-- --write` none, and only writes the page. A missed aim is said, and does not fail the run.
 */

/** The pages measured, each with its file and its first figure, if it has one. */
const sitePages = [
  {page: "nb/", file: "nb/index.html", figure: "of-a-hundred"},
  {page: "nb/dialogue", file: "nb/dialogue.html", figure: "dialogue"},
  {page: "nb/before-after", file: "nb/before-after.html", figure: "before-after"},
  {page: "nb/what-can-it-say", file: "nb/what-can-it-say.html", figure: "question"},
  {page: "nb/sources", file: "nb/sources.html", figure: null},
];
/** As few as leave numbers even: the whole bench takes some twelve minutes. */
const runs = {lighthouse: 3, firstChart: 3, interaction: 3, answers: 11};
/** Files of respondents that are read and cleaned. */
const files = [
  {rows: 10_000, runs: 5},
  {rows: 100_000, runs: 3},
  {rows: 1_000_000, runs: 1},
];
/** Files whose site is built: one that is sent to browsers whole, and two that are not. */
const builds = [10_000, 120_000, 1_000_000];

/** Files that are counted: about as many as the survey’s units, and ten times more and more. */
const counted = {
  files: [
    {respondents: 430, turns: 2000},
    {respondents: 10_000, turns: 600},
    {respondents: 100_000, turns: 200},
    {respondents: 1_000_000, turns: 60},
  ],
};
/** Respondents in a table that a database counts. */
const database = 10_000_000;
/** A page that breaks answers down, with a filter, its data file, and the larger file that it is tried with. */
const broken = {
  page: "nb/adoption?size=2000to4999",
  id: "adoption",
  filter: '[data-controls~="adoption-answers"] input[name="size"][value="under2000"]',
  respondents: 1_000_000,
  changes: 21,
} as const;

let lines: Line[] = [];
function keep(found: readonly Line[]): void {
  for (const line of found) console.log(lineText(line));
  lines.push(...found);
}

async function measureRespondents(): Promise<void> {
  for (const file of files) keep(await respondentsOf(file));
}

async function measureBuild(): Promise<void> {
  const browser = await launch();
  for (const rows of builds) keep(await buildOf(rows, browser));
  await browser.close();
}

async function measureCounts(): Promise<void> {
  const browser = await launch();
  keep(await countsOf(database, browser));
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
    for (const {page} of sitePages) keep(await performanceOf(page, url + page, chrome, runs.lighthouse));
    chrome.kill();
    for (const {page, file, figure} of sitePages) {
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
  for (const {file} of sitePages) await inlinePage(folder, file);
  const {url, close} = await serve(folder, 0);
  const browser = await launch();
  await measure(browser, url);
  await browser.close();
  close();
  rmSync(folder, {recursive: true});
}

let browserName = "";
async function launch(): Promise<Browser> {
  const browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
  browserName = `Chromium ${browser.version()}`;
  return browser;
}

const parts = {
  respondents: measureRespondents,
  build: measureBuild,
  counts: measureCounts,
  explorer: measureExplorer,
  calibration: measureCalibration,
  pages: measurePages,
};
const {only, write} = parseArgs({options: {only: {type: "string"}, write: {type: "boolean"}}}).values;
const names = Object.keys(parts) as (keyof typeof parts)[];
const wanted = only?.split(",") ?? (write ? [] : names);
const unknown = wanted.find((name) => !names.includes(name as keyof typeof parts));
if (unknown) throw new Error(`no such part of the bench: ${unknown}`);
const command = only ? `\`npm run bench -- --only ${only}\`` : "`npm run bench`";
for (const name of names.filter((each) => wanted.includes(each))) {
  browserName = "";
  const result = await measured(
    async () => {
      lines = [];
      await parts[name]();
      return lines;
    },
    {command, browser: () => browserName},
  );
  console.log(`${name}: ${result.seconds} s`);
  record({[name]: result}, names); // what is measured is on record, whatever happens to the next part
}
if (write) record({}, names);
