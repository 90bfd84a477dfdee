import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {expect} from "vitest";

/** Something that an author's cell may use, a cell that uses it, and the text that the cell then shows. */
export interface WorkingCell {
  /** The row of the table in docs/cells.md. */
  feature: string;
  /** Language of the fence. */
  fence?: "js" | "ts";
  code: string;
  shows: string;
}

/** The page that has a cell of each; it is added to a copy of the project. */
export const cellsPage = "en/cells";

/** Files that the cells attach, by path below `src`. */
const cellFiles: Record<string, string> = {
  "en/cells.csv": "unit,pages\nOslo,3\nBergen,1\n",
  "en/cells.tsv": "unit\tpages\nOslo\t3\n",
  "en/cells.txt": "a line of text",
  "en/cells.js": 'export const fromModule = "a module of my own";\n',
};

/** Shows a text where a test finds it. */
const shown = (value: string) => `display(document.createTextNode(String(${value})));`;

export const workingCells: readonly WorkingCell[] = [
  {
    feature: "Plot, without an import",
    code: 'display(Plot.barX([1, 2], {y: (d) => d}).plot()); display(document.createTextNode("drawn"));',
    shows: "drawn",
  },
  {
    feature: 'Plot, `import * as Plot from "@observablehq/plot"`',
    code: `import {plot, dot} from "@observablehq/plot";\n${shown('plot({marks: [dot([[1, 2]], {tip: true})]}).querySelectorAll("circle").length + " dot"')}`,
    shows: "1 dot",
  },
  {feature: "d3, without an import", code: shown("d3.sum([20, 22])"), shows: "42"},
  {
    feature: 'd3, `import {…} from "d3"`',
    code: `import {csvParse, autoType} from "d3";\n${shown('csvParse("a,b\\n1,x", autoType)[0].a + 1')}`,
    shows: "2",
  },
  {
    feature: "Arquero, without an import",
    code: shown('aq.from([{a: 1}, {a: 5}]).filter((d) => d.a > 2).array("a").join()'),
    shows: "5",
  },
  {
    feature: 'Arquero, `import * as aq from "arquero"`',
    code: `import {from, op, desc} from "arquero";\n${shown('from([{g: "a", n: 2}, {g: "b", n: 4}, {g: "b", n: 8}]).groupby("g").rollup({mean: (d) => op.mean(d.n)}).orderby(desc("mean")).derive({text: (d) => `${d.g} ${d.mean}`}).array("text").join(", ")')}`,
    shows: "b 6, a 2",
  },
  {
    feature: "`Inputs`, without an import",
    code: 'const chosen = view(Inputs.range([0, 10], {label: "A number", value: 4, step: 1}));',
    shows: "A number",
  },
  {
    feature: 'Inputs, `import * as Inputs from "@observablehq/inputs"`',
    code: 'import * as MyInputs from "@observablehq/inputs";\nconst ticked = view(MyInputs.checkbox(["Oslo", "Bergen"], {label: "Units"}));',
    shows: "Bergen",
  },
  {feature: "a value that a cell above chose", code: shown("`${chosen * 2} of ${ticked.length}`"), shows: "8 of 0"},
  {
    feature: "`FileAttachment().json()`",
    code: shown('(await FileAttachment("../data/summary.json").json()).claims.some(({id}) => id === "uses-now")'),
    shows: "true",
  },
  {
    feature: "`FileAttachment().text()`",
    code: shown('await FileAttachment("cells.txt").text()'),
    shows: "a line of text",
  },
  {
    feature: "`FileAttachment().csv()`",
    code: shown('(await FileAttachment("cells.csv").csv({typed: true}))[0].pages + 1'),
    shows: "4",
  },
  {
    feature: "a file attached in one cell and read in another",
    code: `const attached = FileAttachment("cells.csv");\n${shown("(await attached.csv())[1].unit")}`,
    shows: "Bergen",
  },
  {feature: "`FileAttachment().tsv()`", code: shown('(await FileAttachment("cells.tsv").tsv())[0].pages'), shows: "3"},
  {
    feature: "`FileAttachment().arrow()`",
    code: shown('(await FileAttachment("../data/respondents.arrow").arrow()).schema.names.join(" ")'),
    shows: "data county size respondent_role uses_now",
  },
  {
    feature: "`FileAttachment().arquero()`",
    code: shown('(await FileAttachment("cells.csv").arquero()).numRows() + " rows"'),
    shows: "2 rows",
  },
  {
    feature: "`html` and `svg`",
    code: 'display(html`<b>bold ${1 + 1}</b>${svg`<svg width="4" height="4"></svg>`}`);',
    shows: "bold 2",
  },
  {
    feature: "`Mutable`, `Generators`, `resize`, `width`",
    code: `const count = Mutable(1);\ndisplay(resize((w) => document.createTextNode(w > 0 ? "resized" : "")));\n${shown('typeof Generators.observe + " " + (width > 0)')}`,
    shows: "function true",
  },
  {
    feature: "a module of your own",
    code: `import {fromModule} from "./cells.js";\n${shown("fromModule")}`,
    shows: "a module of my own",
  },
  {
    feature: "TypeScript, in a `ts` fence",
    fence: "ts",
    code: `const typed: number = 7;\n${shown("typed satisfies number")}`,
    shows: "7",
  },
  {
    feature: "an `npm:` import of one of these libraries",
    code: `import {max} from "npm:d3";\n${shown("max([3, 9])")}`,
    shows: "9",
  },
];

/** Adds the page of all cells, and the files that they attach, to a copy of the project. */
export function addCellsPage(folder: string): void {
  for (const [file, text] of Object.entries({...cellFiles, [`${cellsPage}.md`]: cellsPageText()}))
    writeFileSync(join(folder, "src", file), text);
}

function cellsPageText(): string {
  const cells = workingCells.map(
    ({feature, fence = "js", code}, at) => `## Cell ${at}\n\n<!-- ${feature} -->\n\n\`\`\`${fence}\n${code}\n\`\`\`\n`,
  );
  return `---\ntitle: Cells\ndescription: Cells of an author's own\n---\n\n# Cells\n\n${cells.join("\n")}\n\nThe sum is \${20 + 22}.\n`;
}

/**
 * Opens the page of all cells and compares what each shows.
 *
 * @param page must not have gone anywhere: messages are listened for from the start
 */
export async function expectCellsToWork(page: Page, address: string): Promise<void> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isOfPage = !message.location().url.endsWith("/favicon.ico"); // the preview has no icon
    if (isOfPage && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", ({message}) => complaints.push(message));
  page.on("request", (request) => {
    if (new URL(request.url()).host !== new URL(address).host) complaints.push(`another host: ${request.url()}`);
  });
  await page.goto(address);
  for (const [at, {feature, shows}] of workingCells.entries())
    await expect.poll(() => textBetween(page, at), {message: feature, timeout: 60_000}).toContain(shows);
  await expect.poll(() => page.locator("main").innerText()).toContain("The sum is 42.");
  expect(await page.locator("form[class^=inputs-]").first().evaluate(isStyled)).toBe(true);
  expect(complaints).toEqual([]);
}

/** The text that stands under the heading of a cell. */
function textBetween(page: Page, at: number): Promise<string> {
  return page.evaluate((index) => {
    const headings = [...document.querySelectorAll("main h2")];
    let text = "";
    for (
      let next = headings[index]?.nextElementSibling;
      next && next !== headings[index + 1];
      next = next.nextElementSibling
    )
      text += next.textContent;
    return text;
  }, at);
}

/** Runs in the page: the style sheet of Inputs lays a form out as a row. */
const isStyled = (form: Element) => getComputedStyle(form).display === "flex";
