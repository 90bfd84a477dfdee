import {describe, expect, it} from "vitest";
import {changesOf, cleaned, responsesTo} from "../../../test/support/cleaning/givenTable.js";

describe("a question", () => {
  it("that was not asked says so, answered or not", () => {
    const clean = cleaned([
      ["knr", "bruker", "planer", "erfaring"],
      ["0101", "Nei", "Nei, ingen planer", "Svært positive"],
      ["0104", "Ja", "", "Ganske positive"],
    ]);
    expect(responsesTo("experience", clean.respondents)).toEqual(["!notAsked", "positive"]);
    expect(responsesTo("plans_2011", clean.respondents)).toEqual(["none", "!notAsked"]);
    expect(changesOf(clean)).toEqual(["2 experience routing: very_positive -> !notAsked"]);
  });

  it("that was asked and left blank has no answer", () => {
    const clean = cleaned([
      ["knr", "bruker", "planer"],
      ["0101", "Nei", ""],
    ]);
    expect(responsesTo("plans_2011", clean.respondents)).toEqual(["!noAnswer"]);
    expect(clean.record.partial).toBe(1);
  });

  it("is unanswered where no one can tell whether it was asked", () => {
    const clean = cleaned([
      ["knr", "bruker", "erfaring", "strategi"],
      ["0101", "", "Svært positive", "Ja, den er på plass"],
    ]);
    expect(responsesTo("experience", clean.respondents)).toEqual(["!noAnswer"]);
    expect(changesOf(clean)).toEqual(["2 experience routing: very_positive -> !noAnswer"]);
  });

  it("follows from the one that leads to it, through several steps", () => {
    const clean = cleaned([
      ["knr", "bruker", "kanaler", "fb_sider"],
      ["0101", "Nei", "Facebook", "2"],
    ]);
    expect(responsesTo("channels_facebook", clean.respondents)).toEqual(["!notAsked"]);
    expect(responsesTo("facebook_pages", clean.respondents)).toEqual(["!notAsked"]);
  });

  it("that the file does not have was not answered", () => {
    const clean = cleaned([
      ["knr", "bruker"],
      ["0101", "Ja"],
    ]);
    expect(responsesTo("experience", clean.respondents)).toEqual(["!noAnswer"]);
  });
});
