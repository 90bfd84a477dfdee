import {createHash} from "node:crypto";
import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {buildIn, runIn} from "./buildIn.js";
import {output} from "./builtPage.js";
import {copyProject} from "./copyProject.js";

const minutes = 60_000;

describe("a build", () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, {recursive: true, force: true});
  });

  function copy(): string {
    const folder = copyProject();
    folders.push(folder);
    return folder;
  }

  it(
    "in another folder, on another day and without a network gives the same bytes",
    () => {
      const folder = copy();
      const {status, stderr} = buildIn(folder, {
        NODE_OPTIONS: `--import ${resolve("test/anotherDay.mjs")}`,
        TZ: "Pacific/Auckland",
      });
      expect(stderr).not.toContain("network");
      expect(status).toBe(0);
      expect(digests(join(folder, output))).toEqual(digests(output));
    },
    10 * minutes,
  );

  it(
    "shows an edit of a module that a loader imports and an input that was accepted, and stops at one that was not",
    () => {
      const folder = copy();
      const claims = join(folder, "data-loaders/source/claims/claims.json");
      edit(claims, '"58 % har allerede', '"57 % har allerede');
      edit(claims, '"value": 58', '"value": 57');
      const refused = buildIn(folder);
      expect(refused.status).not.toBe(0);
      expect(refused.stderr).toContain("input changed: its checksum is not on record");
      expect(refused.stderr).toContain("claims/claims.json");
      expect(runIn(folder, "tsx", ["data-loaders/accept-input.ts", "claims/claims.json"]).status).toBe(0);
      edit(
        join(folder, "data-loaders/buildFacts.ts"),
        "const summary = readClaims(read);",
        "const summary = {...readClaims(read), doubts: []};",
      );
      expect(buildIn(folder).status).toBe(0);
      const page = readFileSync(join(folder, output, "nb/adoption.html"), "utf8");
      expect(page).toMatch(/>57 av(?:\u00a0|&nbsp;)100</);
      expect(page).not.toMatch(/>58 av(?:\u00a0|&nbsp;)100</);
      expect(JSON.parse(readFileSync(join(folder, output, "data/summary.json"), "utf8")).doubts).toEqual([]);
    },
    10 * minutes,
  );

  it.each([
    {
      what: "an unknown number",
      from: "[[uses-now of100]]",
      to: "[[uses-tomorrow]]",
      said: "unknown number: uses-tomorrow",
    },
    {
      what: "an unknown figure",
      from: "```figure\nadoption",
      to: "```figure\nadaptation",
      said: "unknown figure: adaptation",
    },
    {
      what: "a percentage typed into prose",
      from: "# Over",
      to: "Omtrent 58 % var i gang.\n\n# Over",
      said: "number typed into prose",
    },
  ])(
    "stops at $what",
    ({from, to, said}) => {
      const folder = copy();
      edit(join(folder, "src/nb/adoption.md"), from, to);
      const {status, stderr} = buildIn(folder);
      expect(status).not.toBe(0);
      expect(stderr).toContain(said);
    },
    5 * minutes,
  );

  it(
    "takes its absolute addresses from SITE_URL and no others",
    () => {
      const folder = copy();
      expect(buildIn(folder, {SITE_URL: "https://report.example/beta"}).status).toBe(0);
      const page = readFileSync(join(folder, output, "en/adoption.html"), "utf8");
      for (const wanted of [
        '<link rel="canonical" href="https://report.example/beta/en/adoption.html">',
        'hreflang="nb" href="https://report.example/beta/nb/adoption.html"',
        '<meta property="og:image" content="https://report.example/beta/en/figures/adoption.png">',
        "https://report.example/beta/en/embed/adoption.html",
      ]) {
        expect(page).toContain(wanted);
      }
      expect(page).not.toContain("localhost");
      expect(readFileSync(join(folder, output, "en/sources.html"), "utf8")).toContain(
        "https://report.example/beta/en/",
      );
    },
    5 * minutes,
  );
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`nothing to edit in ${file}: ${from}`);
  writeFileSync(file, text.replace(from, to));
}

/** What each file of a folder holds, by its path. */
function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}
