import {readFileSync} from "node:fs";
import {parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, it} from "vitest";
import {workingCells} from "../../test/support/cells.js";
import {frameworkConfig} from "../build/frameworkConfig.js";
import {checkCells} from "./cells.js";

const config = frameworkConfig({root: "src", pages: []});

/** What a page of that text is refused for; null if it is not. */
function defectOf(text: string): string | null {
  try {
    checkCells(parseMarkdown(text, {...config, path: "/en/mine"}), "/en/mine", (file) => file !== "/en/none.json");
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const cell = (code: string, fence = "js") => `# Mine\n\n\`\`\`js\n1 + 1\n\`\`\`\n\n\`\`\`${fence}\n${code}\n\`\`\`\n`;

describe("checkCells(page, path)", () => {
  it.each([
    ["a name of a library that is not installed", "_.sum([1])", "not available in a cell: _; install the library"],
    ["SQL", "sql`SELECT 1`", "not available in a cell: sql; compute it in a data loader, and attach its file"],
    ["DuckDB", "DuckDBClient.of()", "not available in a cell: DuckDBClient; compute it in a data loader"],
    ["formulas", "tex`x^2`", "not available in a cell: tex; write the formula in HTML"],
    ["sample data", "penguins", "not available in a cell: penguins"],
    [
      "an npm: import",
      'import _ from "npm:lodash";',
      'import from another host: npm:lodash; run npm install lodash, and import "lodash"',
    ],
    ["another version", 'import * as d3 from "npm:d3@6";', "import from another host: npm:d3@6"],
    ["a URL", 'import x from "https://cdn.example/x.js";', "import from another host: https://cdn.example/x.js"],
    ["jsr", 'import x from "jsr:@std/math";', "import from another host: jsr:@std/math"],
    [
      "a package that is missing",
      'import x from "no-such-package";',
      "package that is not installed: no-such-package; run npm install no-such-package",
    ],
    ["a module that is missing", 'import x from "./no-such.js";', "import of a file that does not exist: ./no-such.js"],
    [
      "Parquet",
      'FileAttachment("a.parquet").parquet()',
      "FileAttachment.parquet() is not available: a.parquet; have a data loader write it as CSV, JSON or Arrow",
    ],
    ["Excel", 'FileAttachment("a.xlsx").xlsx()', "FileAttachment.xlsx() is not available"],
    ["SQLite", 'FileAttachment("a.sqlite").sqlite()', "FileAttachment.sqlite() is not available"],
    ["ZIP", 'FileAttachment("a.zip").zip()', "FileAttachment.zip() is not available"],
    [
      "Excel, read elsewhere",
      'const file = FileAttachment("a.xlsx");',
      "FileAttachment.xlsx() is not available: a.xlsx",
    ],
    [
      "a request to another host",
      'fetch("https://example.org/a.json")',
      "a request to another host: read the data in a data loader, and attach its file",
    ],
    ["d3.csv of another host", 'd3.csv("//example.org/a.csv")', "a request to another host"],
    [
      "a file that does not exist",
      'FileAttachment("./none.json").json()',
      "FileAttachment of a file that does not exist: ./none.json",
    ],
    ["eval", 'eval("1 + 1")', "code made from text, which the site’s policy forbids"],
    ["new Function", 'new Function("return 1")()', "code made from text"],
  ])("refuses %s by page and cell, with what to write instead", (_, code, said) => {
    const defect = defectOf(cell(code));
    expect(defect).toContain(said);
    expect(defect).toContain(`(src/en/mine.md, cell 2: ${code.slice(0, 60)})`);
  });

  it.each([
    ["React", cell("<b/>", "jsx"), "React is not installed"],
    ["a SQL cell", cell("SELECT 1", "sql"), "not available in a cell: sql"],
    ["a Mermaid cell", cell("graph TD", "mermaid"), "not available in a cell: mermaid"],
    ["SQL in the front matter", "---\nsql:\n  a: a.csv\n---\n# Mine\n", "sql in the front matter is not available"],
    ["an image of another host", '<img src="https://example.org/a.png">\n', "a request to another host"],
    ["an inline script", "<script>alert(1)</script>\n", "a script in HTML does not run"],
    ["an event attribute", '<button onclick="go()">Go</button>\n', "an event attribute in HTML does not run"],
    ["an inline expression", "A ${tex`x`} inline.\n", "not available in a cell: tex"],
  ])("refuses %s", (_, text, said) => {
    expect(defectOf(text)).toContain(said);
    expect(defectOf(text)).toContain("(src/en/mine.md");
  });

  it.each([
    ["a cell", cell("const a = ;"), "Unexpected token (1:10) (src/en/mine.md, cell 2)"],
    ["a cell after others", `${cell("a")}${cell("1 +")}`, "Unexpected token (2:0) (src/en/mine.md, cell 4)"],
    ["an inline expression", "It is ${1 +}.\n", "(src/en/mine.md, cell 1)"],
  ])("refuses %s that is no JavaScript, with the place of the error in it", (_, text, said) => {
    expect(defectOf(text)).toMatch(/^syntax error: /);
    expect(defectOf(text)).toContain(said);
  });

  it.each([
    ["libraries by their names", "[Plot, d3, aq, Arrow, htl, html, svg, Inputs]"],
    ["a name that the page declares itself", "const tex = (strings) => strings[0]; display(tex`x`)"],
    ["an installed package", 'import {solve} from "yalps";'],
    ["a file that is read as it is", 'FileAttachment("a.zip").arrayBuffer()'],
    ["a link in a text", 'display("https://example.org/")'],
    ["d3.zip", "d3.zip([1], [2])"],
  ])("lets pass %s", (_, code) => {
    expect(defectOf(cell(code))).toBeNull();
  });

  it("lets pass links and images of the site’s own", () => {
    expect(
      defectOf(
        '# Mine\n\n[a link](https://example.org/) <img src="./a.png" alt=""> <a href="https://example.org/">b</a>\n',
      ),
    ).toBeNull();
  });
});

describe("docs/cells.md", () => {
  it("has a row for each feature that a cell is tried for, and no other", () => {
    const [table] = readFileSync("docs/cells.md", "utf8").split("## What is refused");
    const rows = [...table.matchAll(/^\| (.+?) +\|$/gm)].map(([, feature]) => feature).slice(2);
    expect(rows).toEqual([...workingCells.map(({feature}) => feature), "an inline expression, `${…}`"]);
  });
});
