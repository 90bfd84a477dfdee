import {tableFromIPC} from "@uwdata/flechette";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {TallyColumn} from "../../src/lib/table/counts/tally.js";
import {tallyFromArrow} from "../../src/lib/table/counts/tallyFromArrow.js";
import {classColumn} from "../../src/lib/table/variable.js";
import {explorerFrom} from "../../test/support/exampleExplored.js";
import {exampleCodebook, exampleRespondents, exampleStandIn} from "../../test/support/exampleSurvey.js";
import {runs} from "../../test/support/sampled.js";
import {sourceReader} from "../inputs/readSource.js";
import {readRegister} from "../inputs/register/readRegister.js";
import {buildWeighting, withoutUnits} from "../survey/buildWeighting.js";
import {type CountableRows, countable} from "../survey/explorer/countable.js";
import {respondentsArrow} from "./respondentsArrow.js";

const settings = {rank: "estimated", access: "open", received: null, note: null} as const;
const example = {codebook: exampleCodebook, respondents: exampleRespondents, settings};
const weighting = buildWeighting(exampleCodebook, exampleRespondents, readRegister(sourceReader()));

const columnOf = (rows: number, name: string): fc.Arbitrary<TallyColumn> =>
  fc.uniqueArray(fc.string({minLength: 1, maxLength: 6}), {minLength: 1, maxLength: 200}).chain((categories) =>
    fc.record({
      name: fc.constant(name),
      categories: fc.constant(categories),
      codes: fc
        .array(fc.integer({min: -4, max: categories.length - 1}), {minLength: rows, maxLength: rows})
        .map((codes) => Int32Array.from(codes)),
    }),
  );

const anySurvey: fc.Arbitrary<CountableRows> = fc.integer({min: 1, max: 30}).chain((count) =>
  fc.tuple(columnOf(count, "size"), columnOf(count, "weight"), columnOf(count, "q")).map((columns) => ({
    variables: [],
    columns: new Map(columns.map((column) => [column.name, column])),
    units: explorerFrom({all: 400}).units,
    count,
    pages: [],
    filters: [],
  })),
);

describe("respondentsArrow", () => {
  it("gives every category, response and reason back to the browser, whatever they are", () => {
    fc.assert(
      fc.property(anySurvey, (found) => {
        const {counts, columns} = tallyFromArrow(respondentsArrow(example, found));
        expect(new Map([...columns].filter(([name]) => name !== "data"))).toEqual(found.columns);
        expect(counts).toEqual(new Float64Array(found.count).fill(1));
      }),
      {numRuns: runs(10, 40)},
    );
  });

  it("can be read by any reader of Arrow: codes, reasons, and whether respondents are made up", () => {
    const standIn = {...example, respondents: exampleStandIn};
    const table = tableFromIPC(
      respondentsArrow(standIn, countable({...example, respondents: exampleStandIn, weighting})),
    );
    expect(table.at(1)).toEqual({
      data: "stand-in",
      county: "03",
      size: "20000plus",
      uses: "yes",
      channels_facebook: "yes",
      channels_blog: "yes",
      pages: "dont_know",
    });
  });

  it("leaves out the only class of a survey without units, which the browser is told", () => {
    const all: TallyColumn = {name: classColumn, categories: ["all"], codes: new Int32Array(2)};
    const columns = new Map([[classColumn, all]]);
    const found = {variables: [], columns, units: withoutUnits, count: 2, pages: [], filters: []};
    const bytes = respondentsArrow(example, found);
    expect(tableFromIPC(bytes).schema.fields.map(({name}) => name)).toEqual(["data"]);
    expect(tallyFromArrow(bytes, [{name: classColumn, categories: ["all"]}]).columns.get(classColumn)).toEqual(all);
  });

  it("is the same bytes every time", () => {
    const found = countable({...example, weighting});
    expect(respondentsArrow(example, found)).toEqual(respondentsArrow(example, found));
  });

  it("refuses the respondents of a protected file", () => {
    const secret = {...example, settings: {...settings, access: "protected" as const}};
    expect(() => respondentsArrow(secret, countable({...example, weighting}))).toThrow(
      "a protected file’s respondents are not published",
    );
  });

  it("is refused when it is another file", () => {
    expect(() => tallyFromArrow(Buffer.from("data,county\r\nstand-in,03\r\n"))).toThrow();
  });
});
