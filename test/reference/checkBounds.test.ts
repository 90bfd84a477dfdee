import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {checkBounds} from "./checkBounds.js";
import {formatOutcomes} from "./outcome.js";

const folder = "test/reference/bounds";
const files = ["bounds", "maximum-entropy", "edges", "edges-maximum-entropy", "touching", "infeasible"];

describe("checkBounds(file)", () => {
  it.each([
    ["bounds", 48],
    ["maximum-entropy", 4],
    ["edges", 60],
    ["edges-maximum-entropy", 4],
    ["touching", 18],
    ["infeasible", 50],
  ])("agrees with every value of %s.json", (name, count) => {
    const outcomes = checkBounds(`${folder}/${name}.json`);
    expect(formatOutcomes(outcomes)).toBe(`${count} passed, 0 failed, 0 skipped`);
    expect(files).toContain(name);
  });

  it("names each value that differs", () => {
    const file = changed("bounds", (text) => text.replace('"min": 0.10999999999999993', '"min": 0.11000002'));
    const missed = checkBounds(file).filter(({status}) => status === "failed");
    expect(missed.map(({id, details}) => `${id}: ${details}`)).toEqual([
      "q02 now-users: min is 0.11, expected 0.11000002",
    ]);
  });

  it("names a probability that differs", () => {
    const file = changed("maximum-entropy", (text) => text.replace('"0": 0.1566,', '"0": 0.1567,'));
    const [first] = checkBounds(file);
    expect(first.status).toBe("failed");
    expect(first.details).toEqual([expect.stringMatching(/^atom 0 is 0\.156\d+, expected 0\.1567$/)]);
  });

  it("skips by name what it cannot know, and passes nothing that it did not compute", () => {
    const file = changed("bounds", (text) =>
      text.replaceAll('"now-users":', '"then-users":').replace('"then-users": [', '"now-users": ['),
    );
    const skipped = checkBounds(file).filter(({status}) => status === "skipped");
    expect(skipped).toHaveLength(12);
    expect(skipped[0].details).toEqual(["not supported: model without constraints: then-users"]);
  });

  it("says where a file is not of the form", () => {
    const file = changed("bounds", (text) => text.replace(/"tolerance_abs": [^,]+/, '"tolerance_abs": "small"'));
    expect(() => checkBounds(file)).toThrow(/expected number, received string.*column tolerance_abs/);
    expect(() => checkBounds(changed("bounds", () => "{"))).toThrow(/not JSON/);
    expect(() => checkBounds(join(folder, "none.json"))).toThrow(/cannot be read.*none\.json/);
  });
});

/** A copy of one of the files, changed. */
function changed(name: string, change: (text: string) => string): string {
  const text = readFileSync(`${folder}/${name}.json`, "utf8");
  const file = join(mkdtempSync(join(tmpdir(), "bounds-")), `${name}.json`);
  writeFileSync(file, change(text));
  expect(change(text)).not.toBe(text);
  return file;
}
