import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {systematic} from "./systematic.js";

const chances = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 300});
const count = (picked: readonly boolean[]) => picked.filter(Boolean).length;
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

describe("systematic", () => {
  it("picks every second of a half, every third of a third", () => {
    expect(systematic([0.5, 0.5, 0.5, 0.5])).toEqual([true, false, true, false]);
    expect(systematic(Array.from({length: 6}, () => 1 / 3))).toEqual([false, true, false, false, true, false]);
  });

  it("always picks what is certain and never what is impossible", () => {
    expect(systematic([1, 0, 0.1, 1, 0])).toEqual([true, false, false, true, false]);
  });

  it("loses nobody to sums that fall short of a whole number by rounding", () => {
    expect(count(systematic([0.1, 0.1, 0.1, 0.1, 0.1, 1, 0.5]))).toBe(2);
  });

  it("picks of any stretch as many as its chances add up to, within one", () => {
    const stretches = fc.tuple(chances, fc.nat(300), fc.nat(300));
    fc.assert(
      fc.property(stretches, ([list, a, b]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const picked = count(systematic(list).slice(from, to));
        expect(Math.abs(picked - sum(list.slice(from, to)))).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  it("picks of the whole list the nearest whole number", () => {
    fc.assert(
      fc.property(chances, (list) => {
        expect(Math.abs(count(systematic(list)) - sum(list))).toBeLessThan(0.5 + 1e-9);
      }),
    );
  });
});
