import {describe, expect, it} from "vitest";
import {changesOf, cleaned, libraries, responsesTo} from "../../../test/support/cleaning/givenTable.js";

describe("a number", () => {
  it.each([
    ["3", "3", []],
    ["3,0", "3", ["2 loans number: 3,0 -> 3"]],
    ["03", "3", ["2 loans number: 03 -> 3"]],
    ["12 500", "12500", ["2 loans number: 12 500 -> 12500"]],
    ["2,5", "!noAnswer", ["2 loans number: 2,5 -> !noAnswer"]],
    ["ca. 3", "!noAnswer", ["2 loans number: ca. 3 -> !noAnswer"]],
    ["1.500", "!noAnswer", ["2 loans number: 1.500 -> !noAnswer"]],
    ["3.000", "!noAnswer", ["2 loans number: 3.000 -> !noAnswer"]],
    ["3,000", "!noAnswer", ["2 loans number: 3,000 -> !noAnswer"]],
    ["600.000", "600", ["2 loans number: 600.000 -> 600"]],
    ["1e+05", "100000", ["2 loans number: 1e+05 -> 100000"]],
    ["1e5", "!noAnswer", ["2 loans number: 1e5 -> !noAnswer"]],
    ["3.00", "3", ["2 loans number: 3.00 -> 3"]],
    ["-9.0", "!noAnswer", ["2 loans number: -9.0 -> !noAnswer"]],
    ["600000", "!noAnswer", ["2 loans range: 600000 -> !noAnswer"]],
    ["-1", "!noAnswer", ["2 loans range: -1 -> !noAnswer"]],
    ["0", "0", []],
    ["500000", "500000", []],
    ["500001", "!noAnswer", ["2 loans range: 500001 -> !noAnswer"]],
    ["?", "!dontKnow", ["2 loans number: ? -> !dontKnow"]],
    ["Usikker", "!dontKnow", []],
  ])("%j is %j", (text, response, changes) => {
    const clean = cleaned(
      [
        ["nr", "søndag", "utlån"],
        ["1", "Aldri", text],
      ],
      libraries,
    );
    expect(responsesTo("loans", clean.respondents)).toEqual([response]);
    expect(changesOf(clean)).toEqual(changes);
  });

  it("stands in the order of its size among the categories", () => {
    const clean = cleaned(
      [
        ["nr", "søndag", "utlån"],
        ["1", "Aldri", "10"],
        ["2", "Aldri", "9"],
      ],
      libraries,
    );
    expect(clean.respondents.columns.find(({name}) => name === "loans")?.categories).toEqual(["9", "10"]);
  });
});
