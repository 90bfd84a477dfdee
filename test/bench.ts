import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {serve} from "../site/serve.js";
import {answersOf} from "./bench/answers.js";
import {compareFirstChart} from "./bench/firstChart.js";
import {inlinedEnding, inlinePage} from "./bench/inlinePage.js";
import {interactionOf} from "./bench/interaction.js";
import {type Line, lineText} from "./bench/line.js";
import {performanceOf} from "./bench/performance.js";
import {report} from "./bench/report.js";
import {respondentsOf} from "./bench/respondents.js";
import {browserFlags} from "./browserFlags.js";
import {changeable} from "./changed.js";
import {ensureBrowser} from "./findBrowser.js";
import {launchForLighthouse} from "./lighthouse.js";

/*
 * `npm run bench -- [date]`: measures the built site, and the reading and cleaning of large files, and writes what it
 * found to docs/benchmarks.md.
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

const lines: Line[] = [];
function keep(found: readonly Line[]): void {
  for (const line of found) console.log(lineText(line));
  lines.push(...found);
}

for (const file of files) keep(await respondentsOf(file));

const folder = mkdtempSync(join(tmpdir(), "bench-"));
cpSync("dist", folder, {recursive: true});
for (const {file} of measured) await inlinePage(folder, file);
const {url, close} = await serve(folder, 0);

const chrome = await launchForLighthouse();
for (const {page} of measured) keep(await performanceOf(page, url + page, chrome, runs.lighthouse));
chrome.kill();

const browser = await chromium.launch({executablePath: ensureBrowser(), args: browserFlags});
for (const {page, file, figure} of measured) {
  if (!figure) continue;
  const inlinedUrl = `${url}${file.replace(".html", inlinedEnding)}`;
  keep(await compareFirstChart(browser, {page, url: url + page, inlinedUrl, figure, runs: runs.firstChart}));
}
for (const each of changeable) {
  keep(await interactionOf(browser, {each, url: url + each.path, runs: runs.interaction}));
}
keep(await answersOf(browser, {url, runs: runs.answers}));
mkdirSync("docs", {recursive: true});
const circumstances = {date: process.argv[2], browser: `Chromium ${browser.version()}`};
writeFileSync("docs/benchmarks.md", report(lines, circumstances));

await browser.close();
close();
rmSync(folder, {recursive: true});
