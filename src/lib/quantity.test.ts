import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  beyond,
  type Quantity,
  rest,
  roundingRange,
  shareOfAtMost,
  shareOfShare,
  withoutOverlapKnown,
} from "./quantity.js";

const stated = (percent: number, part: Partial<Quantity> = {}): Quantity => ({
  id: `p${percent}`,
  label: {nb: "a", en: "a"},
  rank: "stated",
  unit: "proportion",
  value: percent / 100,
  ...roundingRange(percent),
  base: {nb: "dem som svarte", en: "those that answered"},
  time: {nb: "nå", en: "now"},
  claims: [`p${percent}`],
  source: {nb: "sammendraget", en: "the summary"},
  ...part,
});
const name = {id: "new", label: {nb: "ny", en: "new"}, time: {nb: "da", en: "then"}};

describe("roundingRange(percent)", () => {
  it("leaves half a percentage point to each side of a whole per cent", () => {
    expect(roundingRange(58).low).toBeCloseTo(0.575, 12);
    expect(roundingRange(58).high).toBeCloseTo(0.585, 12);
  });

  it("leaves half a tenth to each side of a per cent with one decimal", () => {
    expect(roundingRange(63.6).low).toBeCloseTo(0.6355, 12);
    expect(roundingRange(63.6).high).toBeCloseTo(0.6365, 12);
  });

  it("goes neither below none nor above all", () => {
    expect(roundingRange(0)).toEqual({low: 0, high: 0.005});
    expect(roundingRange(100)).toEqual({low: 0.995, high: 1});
  });
});

describe("shareOfShare(whole, share)", () => {
  const onFacebook = shareOfShare(stated(58), stated(96, {base: {nb: "brukerne", en: "users"}}), name);

  it("multiplies least by least and greatest by greatest", () => {
    expect(onFacebook.value).toBeCloseTo(0.5568, 12);
    expect(onFacebook.low).toBeCloseTo(0.575 * 0.955, 12);
    expect(onFacebook.high).toBeCloseTo(0.585 * 0.965, 12);
  });

  it("is of the whole's base, derived, and rests on both claims", () => {
    expect(onFacebook.base.en).toBe("those that answered");
    expect(onFacebook.rank).toBe("derived");
    expect(onFacebook.claims).toEqual(["p58", "p96"]);
  });

  it("names each claim once, however often it is used", () => {
    expect(shareOfShare(onFacebook, stated(96), name).claims).toEqual(["p58", "p96"]);
  });
});

describe("beyond(more, less)", () => {
  it("takes the greatest less from the least more, and the other way round", () => {
    const planned = beyond(stated(71), stated(58), name);
    expect(planned.value).toBeCloseTo(0.13, 12);
    expect(planned.low).toBeCloseTo(0.12, 12);
    expect(planned.high).toBeCloseTo(0.14, 12);
  });

  it("is never fewer than none", () => {
    expect(beyond(stated(58), stated(58), name).low).toBe(0);
  });
});

describe("rest(part)", () => {
  it("is all but the part, its ends changed about", () => {
    const not = rest(stated(71), name);
    expect(not.value).toBeCloseTo(0.29, 12);
    expect(not.low).toBeCloseTo(0.285, 12);
    expect(not.high).toBeCloseTo(0.295, 12);
  });
});

describe("withoutOverlapKnown(a, b)", () => {
  it("lies between the Fréchet bounds and has no value of its own", () => {
    const gap = withoutOverlapKnown(stated(71), stated(46), name);
    expect(gap.rank).toBe("bounded");
    expect(gap.value).toBeNull();
    expect(gap.low).toBeCloseTo(0.24, 12);
    expect(gap.high).toBeCloseTo(0.545, 12);
  });

  it("starts at none when b could hold all of a, and ends at all of a when b could lie outside it", () => {
    expect(withoutOverlapKnown(stated(30), stated(60), name)).toMatchObject({low: 0, high: 0.305});
  });

  it("holds the share of every survey that has these margins", () => {
    const answers = fc.array(fc.tuple(fc.boolean(), fc.boolean()), {minLength: 1, maxLength: 500});
    fc.assert(
      fc.property(answers, (units) => {
        const share = (isIn: (unit: [boolean, boolean]) => boolean) => units.filter(isIn).length / units.length;
        const percent = (proportion: number) => Math.round(proportion * 100);
        const [a, b] = [share(([inA]) => inA), share(([, inB]) => inB)];
        const {low, high} = withoutOverlapKnown(stated(percent(a)), stated(percent(b)), name);
        const truth = share(([inA, inB]) => inA && !inB);
        expect(truth).toBeGreaterThanOrEqual(low - 1e-9);
        expect(truth).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});

describe("shareOfAtMost(atMost, share)", () => {
  it("goes from none to the greatest share of the greatest whole, and has no value", () => {
    const goal = shareOfAtMost(stated(46), stated(41), name);
    expect(goal).toMatchObject({rank: "bounded", value: null, low: 0});
    expect(goal.high).toBeCloseTo(0.465 * 0.415, 12);
  });

  it("takes the base it is given, for the whole's own is another", () => {
    const base = {nb: "alle", en: "all"};
    expect(shareOfAtMost(stated(46), stated(41), {...name, base}).base).toEqual(base);
  });
});

describe("every derived range", () => {
  it("holds what the printed values give, and lies between none and all", () => {
    const percents = fc.tuple(fc.integer({min: 0, max: 100}), fc.integer({min: 0, max: 100}));
    fc.assert(
      fc.property(percents, ([one, other]) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        for (const each of [
          shareOfShare(stated(one), stated(other), name),
          beyond(stated(more), stated(less), name),
          rest(stated(one), name),
        ]) {
          expect(each.low).toBeGreaterThanOrEqual(0);
          expect(each.low).toBeLessThanOrEqual((each.value ?? Number.NaN) + 1e-12);
          expect(each.high).toBeGreaterThanOrEqual((each.value ?? Number.NaN) - 1e-12);
          expect(each.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
