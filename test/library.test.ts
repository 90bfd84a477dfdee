import {execFileSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bundleLibraries} from "../site/build/libraries.js";
import {libraries} from "../site/build/workspace.js";
import {serve} from "../site/serve/serve.js";
import {putBack, takePage} from "./support/pagePool.js";

/*
 * The archive that `npm run pack-library` makes, installed in an Observable Framework project that has nothing of this one but the
 * packages that npm would install with it.
 */

const folder = mkdtempSync(join(tmpdir(), "library-"));
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  packInto(folder);
  linkPackages();
  cpSync("docs/examples", join(folder, "src"), {recursive: true});
  await bundleLibraries(libraries);
  const cache = join(folder, "src/.observablehq/cache");
  mkdirSync(cache, {recursive: true});
  for (const entry of ["_node", "_npm"]) cpSync(join(libraries, entry), join(cache, entry), {recursive: true});
  writeFileSync(join(folder, "package.json"), '{"name": "other", "type": "module"}');
  writeFileSync(
    join(folder, "observablehq.config.js"),
    'export default {root: "src", title: "Other", globalStylesheets: [], pager: false};',
  );
  const framework = resolve("node_modules/@observablehq/framework/dist/bin/observable.js");
  execFileSync(process.execPath, [framework, "build"], {cwd: folder, stdio: "pipe"});
  site = await serve(join(folder, "dist"), 0);
});

afterAll(() => {
  site?.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Installs the archive as npm does. */
function packInto(project: string): void {
  execFileSync(process.execPath, ["site/run.mjs", "tools/pack-library.ts", project], {stdio: "pipe"});
  const archive = readdirSync(project).find((file) => file.endsWith(".tgz")) as string;
  execFileSync("tar", ["-xzf", archive], {cwd: project});
  mkdirSync(join(project, "node_modules"));
  renameSync(join(project, "package"), join(project, "node_modules/betakomm-explorable"));
}

function linkPackages(): void {
  for (const name of readdirSync("node_modules").filter((each) => !each.startsWith(".")))
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name), "junction");
}

/** What a page shows when its cells have run. @throws Error when one of them fails */
async function shown(name: string, selector: string) {
  const page = await takePage();
  const complaints: string[] = [];
  const complain = (message: {type(): string; text(): string}) => {
    if (message.type() === "error") complaints.push(message.text());
  };
  page.on("console", complain);
  await page.goto(new URL(name, site.url).href);
  await page.locator(selector).first().waitFor();
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null); // each cell has one until it has run
  const text = await page.locator("main").innerText();
  const fills = await page
    .locator("main svg rect")
    .evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).fill).filter((fill) => fill !== "none"));
  page.off("console", complain);
  await putBack(page);
  expect(complaints).toEqual([]);
  return {text, fills};
}

describe("another project with this package", () => {
  it("bounds a share", async () => {
    const {text} = await shown("bounds", "text=per cent, rounding included");
    expect(text).toContain("From 19.8 to 20.8 per cent, rounding included: the number is derived.");
  });

  it("estimates a share with its interval", async () => {
    const {text} = await shown("statistics", "text=would say yes");
    expect(text).toMatch(/63\.3 per cent of all would say yes, with a 95 % interval from \d\d\.\d to\s\d\d\.\d\./);
  });

  it("makes a table of respondents, and tests it", async () => {
    const {text} = await shown("table", "text=Cramér");
    expect(text).toMatch(/yes\s+60%/);
    expect(text).toMatch(/V is 0\.\d\d/);
  });

  it("draws bars that are seen, without a style sheet of this project", async () => {
    const {fills, text} = await shown("charts", "main svg text");
    expect(fills).toContain("rgb(11, 93, 107)");
    expect(text).toContain("Will have a strategy");
  });
});
