import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {measures} from "./bench/line.js";
import {report} from "./bench/report.js";
import {readResults} from "./bench/results.js";

describe("docs/benchmarks.md", () => {
  it("is written from what was measured, and by nobody’s hand", () => {
    expect(readFileSync("docs/benchmarks.md", "utf8")).toBe(report(readResults()));
  });

  it("says of each number when it was measured, under what load, and with which command", () => {
    const line = {page: "nb/", measure: measures.buildWork, value: 700, runs: 2};
    const part = {
      measured: "2026-11-28 03:00",
      seconds: 90,
      command: "`npm run bench`",
      machine: "2 cores",
      lines: [line],
    };
    const text = report({build: {...part, load: {before: 0.21, after: 1.9}}});
    expect(text).toContain("| build | 2026-11-28 03:00 | 90 s | 0.2, 1.9 | `npm run bench` | 2 cores |");
    expect(text).toContain(
      "| nb/ | the whole build, processor time | 700.00 s | 2 | at most 600 s | over the aim | build |",
    );
  });
});
