import {randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {allocate} from "./allocate.js";

const people = Array.from({length: 60}, (_, id) => ({id, group: id % 3}));

function dealt(chances: readonly number[], seed = 0.5) {
  return allocate(people, {chancesOf: () => chances, keysOf: ({group}) => [group], random: randomLcg(seed)});
}

describe("deal", () => {
  it("deals every candidate in its part, overall and in every group", () => {
    const given = dealt([0.25, 0.5, 0.25]);
    for (const group of [0, 1, 2]) {
      const counts = [0, 1, 2].map(
        (c) => people.filter((each) => each.group === group && given.get(each) === c).length,
      );
      expect(counts).toEqual([5, 10, 5]);
    }
  });

  it("leaves it to chance who gets which, and to the seed what chance does", () => {
    expect([...dealt([0.5, 0.5], 0.1)]).toEqual([...dealt([0.5, 0.5], 0.1)]);
    const who = (seed: number) => people.map((each) => dealt([0.5, 0.5], seed).get(each)).join("");
    expect(who(0.1)).not.toBe(who(0.2));
  });

  it("never deals what is impossible", () => {
    expect(new Set(dealt([0, 1, 0]).values())).toEqual(new Set([1]));
  });

  it("refuses chances under which somebody gets nothing", () => {
    expect(() => dealt([0, 0])).toThrow("chances that do not add up to one");
  });
});
