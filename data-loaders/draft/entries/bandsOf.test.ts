import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isSameNumbers} from "../../inputs/checks/numbersOf.js";
import {bandsOf} from "./bandsOf.js";

const answers = (numbers: readonly number[]) =>
  numbers.map((number) => ({text: `${number}`, value: `${number}`, count: 1}));
const upTo = (greatest: number) => Array.from({length: greatest + 1}, (_, at) => at);
const labels = (numbers: readonly number[], range: {least: number; decimals?: true}) =>
  bandsOf(answers(numbers), range, "en")?.map(({label}) => label.en);

describe("bandsOf(answers, range, lang)", () => {
  it("begins at the least number, and then at round numbers that leave a fifth of the answers each", () => {
    expect(labels(upTo(99), {least: 0})).toEqual(["0–19", "20–39", "40–59", "60–79", "80 or more"]);
    expect(
      labels(
        upTo(50).map((at) => at / 2 + 0.1),
        {least: 0, decimals: true},
      ),
    ).toEqual(["under 6", "6 to under 10", "10 to under 16", "16 to under 20", "20 or more"]);
  });

  it("begins below zero where numbers do, and says of years what is under the first of them", () => {
    const below = upTo(100).map((number) => number - 50);
    expect(labels(below, {least: -50})).toEqual(["−50 to −31", "−30 to −11", "−10 to 9", "10–29", "30 or more"]);
    const years = upTo(55).map((number) => number + 1950);
    expect(labels(years, {least: 0})).toEqual(["under 1960", "1960–1969", "1970–1984", "1985–1994", "1995 or more"]);
  });

  it("separates the thousands of large numbers, as each language does", () => {
    const bands = bandsOf(answers(upTo(100).map((number) => number * 1000)), {least: 0}, "en") ?? [];
    expect(bands[1].label).toEqual({nb: "20\u00a0000–39\u00a0999", en: "20,000–39,999"});
  });

  it("says the same numbers in both languages", () => {
    const bands = bandsOf(
      answers(upTo(40).map((number) => number * 0.0305 - 0.25)),
      {least: -0.25, decimals: true},
      "en",
    );
    for (const {label} of bands ?? []) expect(isSameNumbers(label.nb ?? "", label.en ?? ""), label.nb).toBe(true);
    expect(bands?.map(({label}) => label.nb)).toContain("−0,25 til under 0");
    const fine = bandsOf(answers(upTo(40).map((number) => number / 1000)), {least: 0, decimals: true}, "en") ?? [];
    for (const {label} of fine) expect(isSameNumbers(label.nb ?? "", label.en ?? ""), label.nb).toBe(true);
  });

  it("has none of few different numbers, and of nearly the same", () => {
    expect(labels(upTo(11), {least: 0})).toBeUndefined();
    const same = [{text: "0", value: "0", count: 900}, ...answers(upTo(20).slice(1))];
    expect(bandsOf(same, {least: 0}, "en")).toBeNull();
  });

  it("rises, within the numbers, with a code for each", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({min: -5000, max: 5000}), {minLength: 13, maxLength: 60}), (numbers) => {
        const least = Math.min(0, ...numbers);
        const bands = bandsOf(answers(numbers), {least}, "en") ?? [];
        const starts = bands.map(({from}) => from);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        if (bands.length > 0) expect(starts[0]).toBe(least);
        expect(starts.every((from) => Number.isInteger(from) && from <= Math.max(...numbers))).toBe(true);
        expect(new Set(bands.map(({code}) => code)).size).toBe(bands.length);
        expect(bands.every(({code}) => /^[a-z0-9]+(_[a-z0-9]+)*$/.test(code))).toBe(true);
      }),
    );
  });
});
