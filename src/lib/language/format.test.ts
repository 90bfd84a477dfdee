import {describe, expect, it} from "vitest";
import type {Quantity} from "../quantities/quantity.js";
import {
  formatCount,
  formatDate,
  formatNumber,
  formatOf100,
  formatPercent,
  formatQuantity,
  outwardOf100,
} from "./format.js";

const quantity = (part: Partial<Quantity>): Quantity => ({
  id: "a",
  label: {nb: "a", en: "a"},
  rank: "stated",
  unit: "proportion",
  value: 0.58,
  low: 0.575,
  high: 0.585,
  base: {nb: "dem", en: "them"},
  time: {nb: "nå", en: "now"},
  claims: [],
  source: {nb: "kilde", en: "source"},
  ...part,
});
const derived = (low: number, high: number) => quantity({rank: "derived", value: (low + high) / 2, low, high});
const unknown = quantity({rank: "unknown", value: null, low: 0, high: 1});

describe("formatNumber(value, lang)", () => {
  it("groups thousands with a no-break space in Norwegian and a comma in English", () => {
    expect(formatNumber(4_920_305, "nb")).toBe("4\u00a0920\u00a0305");
    expect(formatNumber(4_920_305, "en")).toBe("4,920,305");
  });

  it("sets decimals off with a comma in Norwegian and a point in English", () => {
    expect(formatNumber(36.96, "nb", 1)).toBe("37");
    expect(formatNumber(35.4, "nb", 1)).toBe("35,4");
    expect(formatNumber(35.4, "en", 1)).toBe("35.4");
  });
});

describe("formatPercent(proportion, lang)", () => {
  it("parts number and sign with a no-break space in Norwegian, and not at all in English", () => {
    expect(formatPercent(0.58, "nb")).toBe("58\u00a0%");
    expect(formatPercent(0.58, "en")).toBe("58%");
  });

  it("keeps the one decimal that a source prints", () => {
    expect(formatPercent(0.636, "nb")).toBe("63,6\u00a0%");
    expect(formatPercent(0.636, "en")).toBe("63.6%");
  });
});

describe("outwardOf100({low, high})", () => {
  it("rounds the lower end down and the upper end up", () => {
    expect(outwardOf100({low: 0.549125, high: 0.564525})).toEqual({low: 54, high: 57});
    expect(outwardOf100({low: 0.24, high: 0.545})).toEqual({low: 24, high: 55});
  });

  it("does not widen a whole number by the noise of binary fractions", () => {
    expect(0.29 * 100).toBeLessThan(29);
    expect(0.58 * 100).toBeLessThan(58);
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(outwardOf100({low: 0.29, high: 0.29})).toEqual({low: 29, high: 29});
    expect(outwardOf100({low: 0.58, high: 0.58})).toEqual({low: 58, high: 58});
    expect(outwardOf100({low: 0.07, high: 0.07})).toEqual({low: 7, high: 7});
    expect(outwardOf100({low: 0.705 - 0.465, high: 1})).toEqual({low: 24, high: 100});
  });

  it("leaves every whole per cent as it is", () => {
    for (let percent = 0; percent <= 100; percent++) {
      expect(outwardOf100({low: percent / 100, high: percent / 100})).toEqual({low: percent, high: percent});
    }
  });
});

describe("formatQuantity(quantity, lang)", () => {
  it("writes a stated number as it is printed", () => {
    expect(formatQuantity(quantity({}), "nb")).toBe("58\u00a0%");
    expect(formatQuantity(quantity({}), "en")).toBe("58%");
  });

  it("writes a derived number as a range of tenths, rounded outward", () => {
    expect(formatQuantity(derived(0.549125, 0.564525), "nb")).toBe("54,9–56,5\u00a0%");
    expect(formatQuantity(derived(0.549125, 0.564525), "en")).toBe("54.9–56.5%");
    expect(formatQuantity(derived(0.5491, 0.5641), "en")).toBe("54.9–56.5%");
  });

  it("never shows the middle of a derived or bounded range, even if it is known", () => {
    expect(formatQuantity(derived(0.1, 0.2), "en")).toBe("10–20%");
    expect(formatQuantity(quantity({rank: "bounded", value: null, low: 0, high: 0.193}), "en")).toBe("0–19.3%");
  });

  it("writes none as 0, never as minus 0", () => {
    expect(formatQuantity(derived(0, 0), "en")).toBe("0%");
    expect(formatCount(derived(0, 0), "nb")).toBe("0");
  });

  it("writes a count of another survey as a number, not as per cent", () => {
    const likes = quantity({rank: "context", unit: "count", value: 155_000, low: 155_000, high: 155_000});
    expect(formatQuantity(likes, "nb")).toBe("155\u00a0000");
    expect(formatQuantity(likes, "en")).toBe("155,000");
    expect(formatQuantity({...likes, value: 2.5, low: 2.5, high: 2.5}, "nb")).toBe("2,5");
  });

  it("says that what is unknown is not quantified, and gives no number", () => {
    expect(formatQuantity(unknown, "nb")).toBe("ikke tallfestet");
    expect(formatQuantity(unknown, "en")).toBe("not quantified");
  });
});

describe("formatCount(quantity, lang)", () => {
  it("writes a printed value as one number", () => {
    expect(formatCount(quantity({}), "nb")).toBe("58");
    expect(formatCount(quantity({value: 0.29, low: 0.285, high: 0.295}), "en")).toBe("29");
  });

  it("writes a range with a word between, which keeps with the number after it", () => {
    expect(formatCount(derived(0.549125, 0.564525), "nb")).toBe("54 til\u00a057");
    expect(formatCount(derived(0.549125, 0.564525), "en")).toBe("54 to\u00a057");
  });

  it("writes a range of one whole number as that number", () => {
    expect(formatCount(derived(0.29, 0.29), "en")).toBe("29");
  });
});

describe("formatOf100(quantity, lang)", () => {
  it("writes a natural frequency, with its hundred on the same line", () => {
    expect(formatOf100(quantity({}), "nb")).toBe("58 av\u00a0100");
    expect(formatOf100(quantity({}), "en")).toBe("58 of\u00a0100");
    expect(formatOf100(derived(0.549125, 0.564525), "en")).toBe("54 to\u00a057 of\u00a0100");
  });
});

describe("formatDate(iso, lang)", () => {
  it("writes a day as the language does, wherever the reader's clock is", () => {
    expect(formatDate("2011-01-15", "nb")).toBe("15. januar 2011");
    expect(formatDate("2011-01-15", "en")).toBe("15 January 2011");
  });
});
