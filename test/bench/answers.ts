import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {facts} from "../../site/facts.js";
import {type Line, measures} from "./line.js";
import {median} from "./median.js";

const page = "nb/what-can-it-say";

/**
 * How long the summary takes to answer, in Chromium at full speed: the answers alone, each time from a summary that
 * nothing is remembered of; and on the page, from a control to the redrawn figure, Framework's wait for a frame
 * included.
 */
export async function answersOf(browser: Browser, {url, runs}: {url: string; runs: number}): Promise<Line[]> {
  const shown = await browser.newPage();
  await shown.goto(`${url}${page}`, {waitUntil: "networkidle"});
  const alone = await timedAnswers(shown, runs);
  const codes = facts.summary.attributes.map(({code}) => code);
  const questions = await timed(shown, {
    figure: "question",
    control: "select[name=what]",
    values: [...codes, ...codes],
  });
  const readings = await timed(shown, {figure: "informative", control: "input[name=goal]", values: alternate(runs)});
  await shown.close();
  return [
    {page, runs, measure: measures.answer, value: median(alone.one)},
    {page, runs, measure: measures.allAnswers, value: median(alone.all)},
    {page, runs: questions.length, measure: measures.newQuestion, value: median(questions)},
    {page, runs: readings.length, measure: measures.newReading, value: median(readings)},
  ];
}

const alternate = (runs: number) => Array.from({length: runs}, (_, run) => (run % 2 === 0 ? "year" : "now"));

/** Each run asks a copy of the summary: one question as on the page, then all of the grid. */
async function timedAnswers(shown: Page, runs: number): Promise<{one: number[]; all: number[]}> {
  await shown.evaluate(await askingScript());
  return shown.evaluate(
    ({summary, times}) => {
      const {ask} = globalThis as unknown as {ask: (summary: unknown) => {one: number; all: number}};
      const found = Array.from({length: times}, () => ask(structuredClone(summary)));
      return {one: found.map(({one}) => one), all: found.map(({all}) => all)};
    },
    {summary: facts.summary, times: runs},
  );
}

async function askingScript(): Promise<string> {
  const {outputFiles} = await build({
    stdin: {
      resolveDir: "src/lib/bounds",
      loader: "ts",
      contents: `
        import {solve} from "yalps";
        import {answer, support} from "./answer.js";
        import {boundsModel} from "./model.js";
        import {pairs} from "./askedQuantity.js";
        const timed = (act) => { const start = performance.now(); act(); return performance.now() - start; };
        globalThis.ask = (summary) => {
          const model = boundsModel({summary, solve}, {});
          const question = {event: ["strategyByYearEnd"], given: ["usesNow"]};
          const one = timed(() => { answer(model, question); support(model, question); });
          const all = timed(() => { for (const each of pairs(summary.attributes)) answer(model, each); });
          return {one, all};
        };`,
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0].text;
}

/** Sets a control to one value after the other; milliseconds until the figure has been redrawn. The first is not kept. */
async function timed(
  shown: Page,
  {figure, control, values}: {figure: string; control: string; values: readonly string[]},
): Promise<number[]> {
  const times: number[] = [];
  for (const value of values) {
    times.push(await shown.evaluate(setAndWait, {figure, control, value}));
    await shown.waitForTimeout(200);
  }
  return times.slice(1);
}

async function setAndWait({figure, control, value}: {figure: string; control: string; value: string}): Promise<number> {
  const drawn = document.querySelector<HTMLElement>(`[data-figure="${figure}"]`);
  const found = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(control)];
  if (!drawn || found.length === 0) throw new Error(`nothing to change: ${control}`);
  const redrawn = new Promise((resolve) =>
    new MutationObserver(resolve).observe(drawn, {attributeFilter: ["data-selection"]}),
  );
  const start = performance.now();
  const radio = found.find((each) => each instanceof HTMLInputElement && each.value === value);
  if (radio) radio.click();
  else {
    found[0].value = value;
    found[0].dispatchEvent(new Event("input", {bubbles: true}));
  }
  await redrawn;
  return performance.now() - start;
}
