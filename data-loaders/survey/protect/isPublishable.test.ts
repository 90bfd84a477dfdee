import {describe, expect, it} from "vitest";
import {isPublishable} from "./isPublishable.js";

describe("isPublishable", () => {
  it.each([
    [[2, 2], false, "four answered"],
    [[2, 3], true, "five answered, two and three"],
    [[0, 5], false, "all five said the same"],
    [[1, 4], false, "all but one of five said the same"],
    [[1, 9], true, "all but one of ten said the same"],
    [[0, 40], false, "all of forty said the same"],
    [[0, 0, 3, 4], true, "answers that nobody gave beside two that several did"],
  ] as const)("of %j: %s, for %s", (counts, expected, _why) => {
    expect(isPublishable(counts, false)).toBe(expected);
  });

  it.each([
    [[10, 0], true, "none of ten ticked it"],
    [[9, 0], false, "none of nine ticked it"],
    [[0, 10], false, "all of ten ticked it"],
  ] as const)("of an option with %j: %s, for %s", (counts, expected, _why) => {
    expect(isPublishable(counts, true)).toBe(expected);
  });
});
