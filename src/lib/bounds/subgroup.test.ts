import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import {extremesOf} from "./answer.js";
import {boundsModel, inGroup, withGroup} from "./model.js";

const model = boundsModel(buildFacts(), {});
const ends = (share: number | null, event: readonly string[]) => {
  const found = extremesOf(withGroup(model, share), {event, given: [inGroup]});
  if (found.status !== "range") throw new Error(found.status);
  return found;
};

describe("withGroup(model, share)", () => {
  it("limits what most have in a group of more than half: at least one less the part of those without", () => {
    const {low, high} = ends(232 / 430, ["usesNow"]);
    expect(low).toBeCloseTo(1 - (1 - 0.575) / (232 / 430), 8);
    expect(high).toBe(1);
  });

  it("leaves what is common open in a small group, from none to all", () => {
    expect(ends(44 / 430, ["usesNow"])).toEqual({status: "range", low: 0, high: 1});
  });

  it("limits what is rare in a small group too", () => {
    const users = 0.585 * (1 - 0.955);
    expect(ends(44 / 430, ["usesNow", "!onFacebook"]).high).toBeCloseTo(users / (44 / 430), 8);
  });

  it("limits nothing when it is not known how often the group answered", () => {
    expect(ends(null, ["usesNow"])).toEqual({status: "range", low: 0, high: 1});
  });

  it("has a range that holds that of a larger group's part, and is the range of all for a group of all", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 1, noNaN: true}), (share) => {
        const [part, all] = [ends(share, ["usesNow"]), ends(1, ["usesNow"])];
        expect(part.low).toBeLessThanOrEqual(all.low + 1e-8);
        expect(part.high).toBeGreaterThanOrEqual(all.high - 1e-8);
      }),
    );
    expect(ends(1, ["usesNow"]).low).toBeCloseTo(0.575, 8);
  });
});
