import {describe, expect, it} from "vitest";
import {cleaned, responsesTo} from "../../../test/support/cleaning/givenTable.js";

const header = [
  "knr",
  "bruker",
  "k_facebook",
  "k_twitter",
  "k_youtube",
  "k_flickr",
  "k_blogg",
  "k_linkedin",
  "k_andre",
];

describe("a blank option", () => {
  it.each([
    [["x", "", "", "", "", "", ""], "no", "where others are ticked and none is denied"],
    [["", "", "", "", "", "", ""], "!noAnswer", "where nothing is ticked"],
    [["1", "", "0", "0", "0", "0", "0"], "!noAnswer", "where others are denied"],
    [["0", "", "0", "0", "0", "0", "0"], "!noAnswer", "where all others are denied"],
  ])("among %j is %j, %s", (marks, response) => {
    const clean = cleaned([header, ["0101", "Ja", ...marks]]);
    expect(responsesTo("channels_twitter", clean.respondents)).toEqual([response]);
  });
});
