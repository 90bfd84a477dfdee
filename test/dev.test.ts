import {type ChildProcess, spawn} from "node:child_process";
import {readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {useBrowser} from "./support/browser.js";
import {addCellsPage, cellsPage, expectCellsToWork} from "./support/cells.js";
import {copyProject} from "./support/copyProject.js";

const strategy = "src/nb/strategy.md";
const figure = "src/components/figures/strategyGap.ts";
const universes = "data-loaders/source/claims/universes.json";

describe("npm run dev", () => {
  const browser = useBrowser();
  const folder = copyProject();
  let dev: ChildProcess;
  let said = "";
  let address = "";
  let page: Page;

  beforeEach(async () => {
    page = await browser.blank();
  });
  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}/`;
    dev = spawn("npm", ["run", "dev"], {cwd: folder, env: {...process.env, PORT: String(port)}});
    for (const stream of [dev.stdout, dev.stderr]) stream?.on("data", (text) => (said += text));
    await vi.waitFor(async () => expect(await statusOf(address)).toBe(200), patience);
  });
  afterAll(async () => {
    dev.kill("SIGKILL");
    await vi.waitFor(async () => expect(await statusOf(address)).toBe("nobody answers"), patience);
    rmSync(folder, {recursive: true, force: true});
  });

  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  /** Saves as many editors do: a new file takes the place of the old one. */
  function save(file: string, content: string): void {
    writeFileSync(join(folder, `${file}~`), content);
    renameSync(join(folder, `${file}~`), join(folder, file));
  }
  function edit(file: string, from: string, to: string): void {
    expect(text(file)).toContain(from);
    save(file, text(file).replace(from, to));
  }
  const shown = () => page.locator("body").innerText();

  it("shows every save of a page, of a chart, of a loader and of an input in the page that is open", async () => {
    await page.goto(`${address}nb/strategy.html`);
    for (const word of ["Mye", "Ganske mye"]) {
      save(strategy, text(strategy).replace(/# .* færre hadde en strategi/, `# ${word} færre hadde en strategi`));
      await expect.poll(shown, patience).toContain(`${word} færre hadde en strategi`);
    }
    for (const label of ["Har en strategi", "Har sin strategi"]) {
      save(figure, text(figure).replace(/Har (\w+ )?strategi/, label));
      await expect
        .poll(() => page.locator("[data-figure=strategy-gap] svg").first().innerHTML(), patience)
        .toContain(label);
    }
    edit("data-loaders/inputs/readClaims.ts", "const summary = {", "const summary: Summary = {");
    edit(universes, '"nb": "kommunene som svarte"', '"nb": "kommunene som gav svar"');
    await expect.poll(() => page.content(), patience).toContain("kommunene som gav svar");
  });

  it.each([
    {
      what: "a typo in a chart",
      file: figure,
      from: "export const",
      to: "exprt const",
      line: /strategyGap\.ts:\d+:\d+: ERROR/,
    },
    {
      what: "an input that is not accepted",
      file: "data-loaders/source/claims/claims.json",
      from: '"universe": "',
      to: '"universe": "no-',
      line: /input changed: its checksum is not on record.*claims\/claims\.json/,
    },
    {
      what: "a loader that throws",
      file: "data-loaders/inputs/readClaims.ts",
      from: "return summary;",
      to: "throw new Error('a broken loader');",
      line: /^a broken loader$/m,
    },
    {
      what: "an unknown number on a page",
      file: strategy,
      from: "[[strategy-by-year-end of100",
      to: "[[strategy-tomorrow of100",
      line: /unknown number: strategy-tomorrow/,
    },
  ])(
    "survives $what, says it in one line and on the page, and goes on when it is mended",
    async ({file, from, to, line}) => {
      const before = text(file);
      said = "";
      await page.goto(`${address}nb/strategy.html`);
      edit(file, from, to);
      await expect.poll(() => said, patience).toMatch(line);
      await expect.poll(shown, patience).toMatch(line);
      expect(said).not.toMatch(/^ +at /m);
      save(file, before.replaceAll("\r", ""));
      await expect.poll(shown, patience).toContain("færre hadde en strategi");
    },
  );

  it("runs every cell that docs/cells.md says works, as the built site does", async () => {
    addCellsPage(folder);
    await expectCellsToWork(page, `${address}${cellsPage}.html`);
  });

  it("works out a table as the built site does, under the site’s policy", async () => {
    const complaints: string[] = [];
    page.on("pageerror", ({message}) => complaints.push(message));
    await page.goto(`${address}en/explore.html?columns=uses_now`);
    const crosstab = page.locator("[data-figure=explore][data-selection*='columns=uses_now']:not([aria-busy=true])");
    await crosstab.waitFor();
    expect(await crosstab.locator("[data-part=table]").textContent()).toContain("Uses social media");
    expect(complaints).toEqual([]);
  });

  it("ends with the npm that started it", async () => {
    dev.kill("SIGKILL");
    await expect.poll(() => statusOf(address), patience).toBe("nobody answers");
  });
});

/** Ends a wait for something that never happens. */
const patience = {timeout: 100_000, interval: 100};

async function statusOf(url: string): Promise<number | "nobody answers"> {
  const response = await fetch(url).catch(() => null);
  return response?.status ?? "nobody answers";
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
