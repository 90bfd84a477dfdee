import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {compareSites} from "./compareSites.js";

const folders: string[] = [];

/** A site of these files. */
function site(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true});
});

const page = (body: string) => `<!DOCTYPE html><html><head><title>Use</title></head><body>${body}</body></html>`;

describe("compareSites(before, after)", () => {
  it.each([
    ["a sentence", "<p>58 of 100 do.</p>", "<p>57 of 100 do.</p>", ["58 of 100 do."], ["57 of 100 do."]],
    [
      "a table cell",
      "<table><tr><td>58</td><td>42</td></tr></table>",
      "<table><tr><td>58</td><td>41</td></tr></table>",
      ["42"],
      ["41"],
    ],
    ["a label in a drawing", "<svg><text>58 %</text></svg>", "<svg><text>59 %</text></svg>", ["58 %"], ["59 %"]],
    [
      "a text for screen readers",
      '<svg aria-label="58 yes"></svg>',
      '<svg aria-label="59 yes"></svg>',
      ["58 yes"],
      ["59 yes"],
    ],
    ["a number that is there once less", "<p>58</p><p>58</p>", "<p>58</p>", ["58"], []],
  ])("finds %s that differs", (_, before, after, lost, gained) => {
    expect(compareSites(site({"nb/a.html": page(before)}), site({"nb/a.html": page(after)}))).toEqual([
      {file: "nb/a.html", kind: "changed", before: lost, after: gained},
    ]);
  });

  it("finds nothing where markup, words without a digit, space or scripts differ", () => {
    const before = {"a.html": page("<p>58 of 100</p><p>yes</p>"), "_js/a-1.js": "1"};
    const after = {"a.html": page("<div><p>58  of\n100</p></div><p>no</p><script>2</script>"), "_js/a-2.js": "2"};
    expect(compareSites(site(before), site(after))).toEqual([]);
  });

  it("finds files that are gone, new, or of other bytes", () => {
    const before = site({"data/a.csv": "1", "data/b.csv": "1", "data/c.csv": "1"});
    const after = site({"data/b.csv": "2", "data/c.csv": "1", "data/d.csv": "1"});
    expect(compareSites(before, after).map(({file, kind}) => `${file} ${kind}`)).toEqual([
      "data/a.csv removed",
      "data/b.csv changed",
      "data/d.csv added",
    ]);
  });
});
