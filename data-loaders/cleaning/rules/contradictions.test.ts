import {describe, expect, it} from "vitest";
import {changesOf, cleaned, libraries, responsesTo} from "../../../test/support/cleaning/givenTable.js";

const header = ["knr", "bruker", "kanaler", "fb_sider"];

describe("responses that contradict each other", () => {
  it("become unanswered, both", () => {
    const clean = cleaned([header, ["0101", "Ja", "Twitter", "3"], ["0104", "Ja", "Facebook", "3"]]);
    expect(responsesTo("facebook_pages", clean.respondents)).toEqual(["!noAnswer", "3"]);
    expect(responsesTo("channels_facebook", clean.respondents)).toEqual(["!noAnswer", "yes"]);
    expect(responsesTo("channels_twitter", clean.respondents)).toEqual(["yes", "no"]);
    expect(changesOf(clean)).toEqual([
      "2 channels.facebook contradiction: no -> !noAnswer",
      "2 facebook_pages contradiction: 3 -> !noAnswer",
    ]);
  });

  it("do not where the question was not answered", () => {
    const clean = cleaned([header, ["0101", "Ja", "", "3"]]);
    expect(changesOf(clean)).toEqual(["2 facebook_pages routing: 3 -> !noAnswer"]);
  });

  it("do not where one of the questions was not asked", () => {
    const clean = cleaned(
      [
        ["nr", "søndag", "lends_books", "lends_tools", "loans"],
        ["1", "Aldri", ".", ".", "7"],
      ],
      libraries,
    );
    expect(responsesTo("loans", clean.respondents)).toEqual(["7"]);
  });

  it("need all of the codebook's conditions", () => {
    const lines = [
      ["nr", "søndag", "lends_books", "lends_tools", "loans"],
      ["1", "Alltid", ".", ".", "7"],
      ["2", "Alltid", ".", "x", "7"],
    ];
    expect(responsesTo("loans", cleaned(lines, libraries).respondents)).toEqual(["!noAnswer", "7"]);
  });
});
