import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {AnsweredVariable} from "./codebook.js";
import {distribution} from "./distribution.js";
import type {Respondents} from "./respondents.js";
import {unweighted, weightingByClass} from "./weighting.js";

const label = {nb: "", en: ""};
const common = {label, question: label, origin: "assumed", claims: [], universe: [], missing: [], headers: []} as const;
const category = (code: string) => ({code, label: {nb: code, en: code}, spellings: []});
const single: AnsweredVariable = {
  ...common,
  name: "uses",
  type: "single",
  isOrdered: false,
  categories: [category("yes"), category("no")],
};
const multiple: AnsweredVariable = {
  ...common,
  name: "channels",
  type: "multiple",
  categories: [category("a"), category("b")],
};
const count: AnsweredVariable = {...common, name: "pages", type: "count", least: 0, greatest: 99};

const respondentsOf = (columns: Respondents["columns"], size: number): Respondents => ({
  codebook: "test",
  count: size,
  rank: "estimated",
  rowNumbers: Int32Array.from({length: size}, (_, row) => row + 2),
  columns,
});
const column = (variable: string, codes: number[], categories: string[], option: string | null = null) => ({
  name: option === null ? variable : `${variable}_${option}`,
  variable,
  option,
  codes: Int32Array.from(codes),
  categories,
});
const plain = (kept: Uint8Array) => unweighted(kept.reduce((sum, one) => sum + one, 0));

describe("the distribution of a question", () => {
  it("has those who answered as its base, and the others by reason", () => {
    const found = distribution(single, respondentsOf([column("uses", [0, 0, 1, -1, -2, -3], ["yes", "no"])], 6), plain);
    expect(found.unweightedBase).toBe(3);
    expect(found.missing).toEqual({noAnswer: 1, notAsked: 1, dontKnow: 1});
    expect(found.cells.map(({code, count: n, proportion}) => [code, n, proportion])).toEqual([
      ["yes", 2, 2 / 3],
      ["no", 1, 1 / 3],
    ]);
  });

  it("has no share of nobody, and a category that nobody chose is none of them", () => {
    const empty = distribution(single, respondentsOf([column("uses", [-1, -2], ["yes", "no"])], 2), plain);
    expect(empty.cells.map(({proportion, interval, rule}) => [proportion, interval, rule])).toEqual([
      [null, null, "empty"],
      [null, null, "empty"],
    ]);
    const one = distribution(single, respondentsOf([column("uses", [0, 0, 0], ["yes", "no"])], 3), plain);
    expect(one.cells[1]).toMatchObject({count: 0, proportion: 0, rule: "boundary"});
  });

  it("counts respondents, not ticks, and leaves out whoever left part of a question open", () => {
    const columns = [
      column("channels", [1, 1, 0, 1], ["no", "yes"], "a"),
      column("channels", [1, 0, 0, -1], ["no", "yes"], "b"),
    ];
    const found = distribution(multiple, respondentsOf(columns, 4), plain);
    expect(found.unweightedBase).toBe(3);
    expect(found.cells.map(({code, count: n, proportion}) => [code, n, proportion])).toEqual([
      ["a", 2, 2 / 3],
      ["b", 1, 1 / 3],
    ]);
  });

  it("puts the long tail of a count in one cell", () => {
    const numbers = Array.from({length: 12}, (_, index) => String(index));
    const found = distribution(count, respondentsOf([column("pages", numbers.map(Number), numbers)], 12), plain);
    expect(found.cells.map(({code, count: n}) => [code, n])).toEqual([
      ["0", 1],
      ["1", 1],
      ["2", 1],
      ["3", 1],
      ["4", 1],
      ["5", 1],
      ["6", 1],
      ["7+", 5],
    ]);
  });

  it("weighs anew those who answered: silence about one question is no answer from its class", () => {
    const classes = [
      {code: "small", label, units: Array.from({length: 30}, (_, i) => `s${i}`)},
      {code: "large", label, units: Array.from({length: 30}, (_, i) => `l${i}`)},
    ];
    const units = [...classes[0].units.slice(0, 20), ...classes[1].units.slice(0, 20)];
    const codes = units.map((unit, row) =>
      row % 20 >= 12 && unit.startsWith("s") ? -1 : Number(unit.startsWith("l")),
    );
    const weigh = (kept: Uint8Array) =>
      weightingByClass(
        units.filter((_, row) => kept[row] === 1),
        classes,
      );
    const found = distribution(single, respondentsOf([column("uses", codes, ["yes", "no"])], 40), weigh);
    expect(found.cells[0].count).toBe(12);
    expect(found.cells[0].proportion).toBeCloseTo(0.5, 12);
  });

  it("adds up to one over the categories of a single response, whatever the answers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -4, max: 1}), {minLength: 1, maxLength: 40}), (codes) => {
        const {cells, unweightedBase} = distribution(
          single,
          respondentsOf([column("uses", codes, ["yes", "no"])], codes.length),
          plain,
        );
        const sum = cells.reduce((total, {proportion}) => total + (proportion ?? 0), 0);
        expect(sum).toBeCloseTo(unweightedBase === 0 ? 0 : 1, 12);
        expect(cells.reduce((total, {count: n}) => total + (n ?? 0), 0)).toBe(unweightedBase);
      }),
    );
  });
});
