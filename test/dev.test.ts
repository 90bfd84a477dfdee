import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {copyProject} from "./copyProject.js";

const port = 3917;

describe("npm run dev", () => {
  const folder = copyProject();
  let dev: ChildProcess | undefined;
  afterAll(async () => {
    dev?.kill();
    if (dev) await once(dev, "exit");
    rmSync(folder, {recursive: true, force: true});
  });

  it("shows an edit of a page, of an input, of a loader and of a chart without being started again", async () => {
    dev = spawn(process.execPath, ["--import", "tsx", "site/dev.ts"], {
      cwd: folder,
      env: {...process.env, PORT: String(port)},
      stdio: "ignore",
    });
    await shows("nb/strategy", "Langt færre hadde en strategi");

    edit("src/nb/strategy.md", "Langt færre hadde en strategi", "Ganske mye færre hadde en strategi");
    await shows("nb/strategy", "Ganske mye færre hadde en strategi");

    edit("data-loaders/source/claims/universes.json", '"nb": "kommunene som svarte"', '"nb": "kommunene som gav svar"');
    await shows("nb/strategy", "kommunene som gav svar");

    edit("data-loaders/readClaims.ts", "const summary = {", "const summary: Summary = {");
    edit("src/components/figures/strategyGap.ts", "Har strategi", "Har en strategi");
    await shows("nb/strategy", "Har en strategi");
  }, 600_000);

  function edit(file: string, from: string, to: string): void {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  }
});

/** Waits until a page of the preview holds a text. */
async function shows(path: string, text: string): Promise<void> {
  const page = async () => (await fetch(`http://127.0.0.1:${port}/${path}`)).text().catch(() => "");
  await expect.poll(() => page().catch(() => ""), {timeout: 150_000, interval: 500}).toContain(text);
}
