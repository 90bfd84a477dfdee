import {randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {drawUnits} from "./drawUnits.js";

const inCounty = (county: string, count: number) =>
  Array.from({length: count}, (_, index) => county + String(index).padStart(2, "0"));
const classes = [
  {
    code: "small",
    label: {nb: "små", en: "small"},
    units: ["01", "02", "03", "04", "05"].flatMap((county) => inCounty(county, 5)),
  },
  {code: "large", label: {nb: "store", en: "large"}, units: inCounty("02", 8).map((unit) => `${unit}9`)},
];

const drawn = (response: number) => drawUnits(classes, response, randomLcg(0.5));
const from = (beginning: string, unitClass: string, response = 0.6) =>
  drawn(response).filter((each) => each.unit.startsWith(beginning) && each.unitClass === unitClass).length;

describe("drawUnits", () => {
  it("draws the same share of every class, to the nearest unit", () => {
    expect([from("", "small"), from("", "large")]).toEqual([15, 5]);
  });

  it("spreads those drawn evenly over counties", () => {
    expect(["01", "02", "03", "04", "05"].map((county) => from(county, "small"))).toEqual([3, 3, 3, 3, 3]);
  });

  it("draws all of them, or none, when asked to", () => {
    expect(drawn(1)).toHaveLength(33);
    expect(drawn(0)).toHaveLength(0);
  });
});
