import {describe, expect, it} from "vitest";
import {formatOutcomes, NotSupportedError, outcomeOf} from "./outcome.js";

describe("outcomeOf", () => {
  it("passes a case without misses", () => {
    expect(outcomeOf("a", () => [])).toEqual({id: "a", status: "passed", details: []});
  });

  it("fails a case with misses, and one that ends in an error", () => {
    expect(outcomeOf("a", () => ["p is 1, expected 2"]).status).toBe("failed");
    const broken = outcomeOf("a", () => {
      throw new Error("no such column");
    });
    expect(broken).toEqual({id: "a", status: "failed", details: ["no such column"]});
  });

  it("skips a case that asks for what is left out on purpose", () => {
    const skipped = outcomeOf("a", () => {
      throw new NotSupportedError("clusters");
    });
    expect(skipped).toEqual({id: "a", status: "skipped", details: ["not supported: clusters"]});
  });
});

describe("formatOutcomes", () => {
  it("tells misses and skipped cases, and counts all in the last line", () => {
    const text = formatOutcomes([
      {id: "a", status: "passed", details: []},
      {id: "b", status: "failed", details: ["p is 1, expected 2", "n is 3, expected 4"]},
      {id: "c", status: "skipped", details: ["not supported: clusters"]},
    ]);
    expect(text.split("\n")).toEqual([
      "failed b: p is 1, expected 2",
      "failed b: n is 3, expected 4",
      "skipped c: not supported: clusters",
      "1 passed, 1 failed, 1 skipped",
    ]);
  });
});
