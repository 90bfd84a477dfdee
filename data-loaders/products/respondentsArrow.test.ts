import {tableFromIPC} from "@uwdata/flechette";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Respondents, ResponseColumn} from "../../src/lib/respondents.js";
import {respondentsFromArrow} from "../../src/lib/respondentsFromArrow.js";
import type {Weighting} from "../../src/lib/weighting.js";
import {runs} from "../../test/sampled.js";
import {exampleRespondents, exampleStandIn, exampleWeighting} from "./exampleSurvey.js";
import {respondentsArrow} from "./respondentsArrow.js";

const columnOf = (rows: number, name: string): fc.Arbitrary<ResponseColumn> =>
  fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,6}$/), {minLength: 1, maxLength: 200}).chain((categories) =>
    fc.record({
      name: fc.constant(name),
      variable: fc.constant(name),
      option: fc.option(fc.constant("blog")),
      categories: fc.constant(categories),
      codes: fc
        .array(fc.integer({min: -4, max: categories.length - 1}), {minLength: rows, maxLength: rows})
        .map((codes) => Int32Array.from(codes)),
    }),
  );

const survey: fc.Arbitrary<{respondents: Respondents; weighting: Weighting}> = fc.nat({max: 30}).chain((count) => {
  const numbers = (most: number) => fc.array(fc.nat({max: most}), {minLength: count, maxLength: count});
  return fc.record({
    respondents: fc.record({
      codebook: fc.constant("x"),
      count: fc.constant(count),
      rank: fc.constantFrom("standIn" as const, "estimated" as const),
      rowNumbers: numbers(1_000_000).map((rows) => Int32Array.from(rows)),
      columns: fc.tuple(columnOf(count, "data"), columnOf(count, "weight"), columnOf(count, "q")),
    }),
    weighting: fc.record({
      units: fc.constant(exampleWeighting.units),
      regions: fc.constant(exampleWeighting.regions),
      cellOf: fc.constant(new Int32Array(count)),
      classes: fc.constant(exampleWeighting.classes),
      classOf: numbers(1).map((classes) => Int32Array.from(classes)),
      weight: fc
        .array(fc.double({noNaN: true}), {minLength: count, maxLength: count})
        .map((weights) => Float64Array.from(weights)),
    }),
  });
});

describe("respondentsArrow", () => {
  it("gives every respondent, reason, class and weight back, whatever they are", () => {
    fc.assert(
      fc.property(survey, (given) => {
        const {respondents, weighting} = given;
        const {classes, classOf, weight} = weighting;
        const back = respondentsFromArrow(respondentsArrow(respondents, weighting));
        expect(back).toEqual({respondents, weighting: {classes, classOf, weight}});
      }),
      {numRuns: runs(10, 40)},
    );
  });

  it("can be read by any reader of Arrow: codes, reasons, and whether respondents are made up", () => {
    const table = tableFromIPC(respondentsArrow(exampleStandIn, exampleWeighting));
    expect(table.at(1)).toEqual({
      data: "stand-in",
      row: 3,
      weight: 2.5,
      class: "large",
      response_unit_number: "0301",
      response_submitted: "2011-02-01",
      response_uses: "yes",
      response_channels_facebook: "yes",
      response_channels_blog: "yes",
      response_pages: "!dontKnow",
    });
    expect(JSON.parse(table.schema.metadata?.get("respondents") ?? "")).toMatchObject({
      codebook: "example-2011",
      rank: "standIn",
    });
  });

  it("is the same bytes every time", () => {
    expect(respondentsArrow(exampleRespondents, exampleWeighting)).toEqual(
      respondentsArrow(exampleRespondents, exampleWeighting),
    );
  });

  it("refuses another file", () => {
    expect(() => respondentsFromArrow(new Uint8Array())).toThrow();
  });
});
