import {describe, expect, it} from "vitest";
import {betakomm, cleaned, responsesTo} from "../../../test/support/cleaning/givenTable.js";

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

describe("a column of own words among options", () => {
  it("chooses its option by any text, and not by a blank where another option is ticked or denied", () => {
    const categories = betakomm.variables.flatMap((each) =>
      each.name === "channels" && "categories" in each ? each.categories : [],
    );
    const own = categories.map((each) => (each.code === "other" ? {...each, ownWords: true as const} : each));
    const variables = betakomm.variables.map((each) => (each.name === "channels" ? {...each, categories: own} : each));
    const rows = [
      ["0101", "Ja", "1", "0", "0", "0", "0", "0", ""],
      ["0104", "Ja", "0", "0", "0", "0", "0", "0", "a radio of our own"],
      ["0105", "Ja", "", "", "", "", "", "", ""],
    ];
    const clean = cleaned([header, ...rows], {...betakomm, variables} as typeof betakomm);
    expect(responsesTo("channels_other", clean.respondents)).toEqual(["no", "yes", "!noAnswer"]);
  });
});
