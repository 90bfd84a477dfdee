import {describe, expect, it} from "vitest";
import {misses} from "./compare.js";

const relative = 1e-9;

describe("misses", () => {
  it.each([
    ["a number within the tolerance", {p: 1 + 5e-10}, {p: 1}],
    ["a tiny number within 1e-12", {p: 5e-13}, {p: 0}],
    ["a number that is not defined", {p: Number.NaN}, {p: null}],
    ["typed arrays", {p: Float64Array.of(1, 2)}, {p: [1, 2]}],
    ["more than is expected", {p: 1, q: 2}, {p: 1}],
  ])("lets through %s", (_, got, expected) => {
    expect(misses(got, expected, {relative})).toEqual([]);
  });

  it.each([
    [{p: 1 + 2e-9}, {p: 1}, "p is 1.000000002, expected 1"],
    [{p: 0}, {p: null}, "p is 0, expected null"],
    [{p: null}, {p: 0}, "p is null, expected 0"],
    [{rule: "logit"}, {rule: "none"}, 'rule is "logit", expected "none"'],
    [{}, {p: 1}, "p is not computed, expected 1"],
    [{p: [1]}, {p: [1, 2]}, "p has length 1, expected 2"],
    [{p: 1}, {p: [1]}, "p is 1, expected a list"],
    [{tests: [{row: "a"}]}, {tests: [{row: "b"}]}, 'tests.0.row is "a", expected "b"'],
    [{n: 1e12 + 1}, {n: 1e12}, "n is 1000000000001, expected 1000000000000"],
  ])("finds that %j is not %j", (got, expected, miss) => {
    expect(misses(got, expected, {relative})).toEqual([miss]);
  });
});
