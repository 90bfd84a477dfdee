import {describe, expect, it} from "vitest";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import {exampleRespondents, exampleStandIn, exampleSurvey, exampleWeighting} from "../../test/support/exampleSurvey.js";
import {withoutUnits} from "../survey/buildWeighting.js";
import {tableColumns} from "./tableColumns.js";

const rows = Array.from({length: exampleRespondents.count}, (_, row) => row);
const leadingColumns = (respondents: Respondents, weighting: Weighting) =>
  tableColumns({...exampleSurvey, respondents, weighting}).filter(({response}) => !response);
const valuesOf = (...of: Parameters<typeof leadingColumns>) =>
  Object.fromEntries(leadingColumns(...of).map(({name, valueAt}) => [name, rows.map(valueAt)]));

describe("the columns that every table begins with", () => {
  it("say of each row what it is, where it stood, its weight, its class with all its units, and its own class", () => {
    expect(valuesOf(exampleRespondents, exampleWeighting)).toEqual({
      data: new Array(6).fill("survey"),
      row: [2, 3, 5, 6, 7, 9],
      weight: [3, 2.5, 2.5, 3, 3, 3],
      class: ["small", "large", "large", "small", "small", "small"],
      class_units: [12, 5, 5, 12, 12, 12],
      size: ["small", "large", "large", "small", "small", "small"],
    });
    expect(new Set(valuesOf(exampleStandIn, exampleWeighting).data)).toEqual(new Set(["stand-in"]));
  });

  it("tell classes that are weighted as one apart by size, whatever the regions", () => {
    const {units, classes, weight} = exampleWeighting;
    const [, large] = classes;
    const north = {code: "north", label: {nb: "Nord", en: "North"}, area: "all"};
    const joined = {...large, code: "small+large", population: 17, respondents: 6};
    const columns = valuesOf(exampleRespondents, {
      units: {classes: units.classes, regions: [north, {...north, code: "south"}], populations: [6, 6, 2, 3]},
      classes: [joined],
      regions: [],
      classOf: new Int32Array(6),
      cellOf: Int32Array.of(0, 1, 2, 3, 1, 2),
      weight,
    });
    expect(columns.class).toEqual(new Array(6).fill("small+large"));
    expect(columns.class_units).toEqual(new Array(6).fill(17));
    expect(columns.size).toEqual(["small", "small", "large", "large", "small", "large"]);
  });

  it("say nothing of units where there are none", () => {
    const [first] = exampleWeighting.classes;
    const columns = leadingColumns(exampleRespondents, {
      ...exampleWeighting,
      units: withoutUnits,
      classes: [{...first, code: "all", population: null, respondents: 6, responseRate: null, weight: 1}],
      classOf: new Int32Array(6),
      cellOf: new Int32Array(6),
      weight: new Float64Array(6).fill(1),
    });
    expect(columns.map(({name}) => name)).toEqual(["data", "row", "weight", "class"]);
    expect(columns[3].valueAt(5)).toBe("all");
  });
});
