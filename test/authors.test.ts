import {spawnSync} from "node:child_process";
import {appendFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {serve} from "../site/serve.js";
import {useBrowser} from "./browser.js";
import {output} from "./builtPage.js";
import {copyProject} from "./copyProject.js";

const cell = `
\`\`\`js
import {barX, plot} from "@observablehq/plot";

const summary = FileAttachment("../data/summary.json").json();
\`\`\`

\`\`\`js
display(plot({marks: [barX(summary.claims.filter(({value}) => value), {x: "value", y: "id"})]}));
\`\`\`
`;

describe("an author’s own cell", () => {
  const browser = useBrowser();
  const folder = copyProject();
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("draws with Plot on the page it stands in, under the site’s policy", async () => {
    appendFileSync(join(folder, "src/en/method.md"), cell);
    const bin = join(folder, "node_modules/.bin/tsx");
    expect(spawnSync(bin, ["site/build.ts"], {cwd: folder}).status).toBe(0);
    const {url, close} = await serve(join(folder, output), 0);
    try {
      const page = await browser.open("404.html");
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", ({message}) => complaints.push(message));
      await page.goto(`${url}en/method.html`);
      await page.locator("main .observablehq svg rect").first().waitFor();
      expect(await page.locator("main .observablehq svg rect").count()).toBe(7);
      expect(complaints).toEqual([]);
    } finally {
      close();
    }
  }, 180_000);
});
