import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {ProtectedRow, ProtectedTables} from "../../src/lib/respondents/protectedTables.js";
import {checkRelease, ledgerFileOf, recordRelease} from "./releases.js";

const row = (group: string, yes: number, no: number): ProtectedRow => ({
  group,
  status: "published",
  unweightedBase: yes + no,
  unweightedCounts: [yes, no],
});
const label = (text: string) => ({nb: text, en: text});

/** One question, of all and by county. */
function released(ostfold: ProtectedRow, oslo: ProtectedRow, all = row("all", 60, 40)): ProtectedTables {
  const group = (code: string, name: string) => ({code, label: label(name), population: 50, respondents: 40});
  return {
    codebook: "test",
    rank: "estimated",
    minimumBase: 10,
    respondents: 100,
    groupings: [{id: "county", label: label("County"), groups: [group("01", "Østfold"), group("03", "Oslo")]}],
    tables: [
      {
        column: "uses",
        variable: "uses",
        option: null,
        label: label("Uses"),
        categories: [],
        all,
        by: {county: [ostfold, oslo]},
      },
    ],
  };
}

const first = released(row("01", 30, 20), row("03", 30, 20));

describe("the record of the last release of a protected file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "release-"));
    file = join(folder, "answers.csv");
    writeFileSync(file, "");
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  it("lets the first release through, and the same again", () => {
    expect(() => checkRelease(file, first)).not.toThrow();
    recordRelease(file, first);
    expect(() => checkRelease(file, first)).not.toThrow();
  });

  it("refuses one late answer, and names the groups that it is in", () => {
    recordRelease(file, first);
    const late = released(row("01", 30, 20), row("03", 31, 20), row("all", 61, 40));
    expect(() => checkRelease(file, late)).toThrow(
      "a release that differs from the last by fewer than 10 respondents, whose answers could be worked out from the two: all that answered (by 1), Oslo (by 1). Publish when more have answered, or, if nobody has seen the last release, delete answers.published.json (answers.csv)",
    );
  });

  it("refuses a group that differs by too few, though all differ by enough, and one that lost respondents", () => {
    recordRelease(file, first);
    const most = released(row("01", 42, 20), row("03", 30, 18), row("all", 72, 38));
    expect(() => checkRelease(file, most)).toThrow(/Oslo \(by 2\)\./);
    const enough = released(row("01", 42, 20), row("03", 30, 10), row("all", 72, 30));
    expect(() => checkRelease(file, enough)).toThrow(/all that answered \(by 2\)/);
  });

  it("lets through a release that differs by enough everywhere, and does not look at rows that only one publishes", () => {
    recordRelease(file, first);
    const hidden = released(row("01", 42, 20), {group: "03", status: "suppressed"}, row("all", 72, 40));
    expect(() => checkRelease(file, hidden)).not.toThrow();
  });

  it("holds counts and no answers", () => {
    recordRelease(file, first);
    const text = readFileSync(ledgerFileOf(file), "utf8");
    expect(JSON.parse(text).respondents).toEqual({uses: {all: 100, "county 01": 50, "county 03": 50}});
    expect(text).not.toMatch(/\b(60|40|30|20)\b/);
  });

  it("that was changed by hand is refused by name", () => {
    writeFileSync(ledgerFileOf(file), '{"about": "", "respondents": {"uses": {"all": -1}}}');
    expect(() => checkRelease(file, first)).toThrow(
      /the record of the last release cannot be read.*answers\.published\.json, column respondents\.uses\.all/,
    );
  });
});
