import {describe, expect, it} from "vitest";
import {buildFacts} from "../../../data-loaders/buildFacts.js";
import type {Event} from "../claims/claim.js";
import {answer} from "./answer.js";
import {boundsModel} from "./model.js";
import {answerText, countText, eventLabel, groupText, questionText} from "./sentence.js";

const facts = buildFacts();
const {attributes} = facts.summary;
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const said = (event: Event, given: Event = [], reading = {}) => {
  const found = answer(boundsModel(facts, reading), {event, given});
  const {nb, en} = answerText({event, given}, found, attributes);
  return [plain(nb), plain(en)];
};

describe("answerText(question, answer, attributes)", () => {
  it("says a bounded share of a group from least to greatest, rounded outward, of those that answered", () => {
    expect(said(["strategyByYearEnd"], ["usesNow"])).toEqual([
      "Mellom 5 og 81 av 100 kommuner som svarte og brukte sosiale medier våren 2011, ville etter planene ha strategi innen utgangen av 2011",
      "Between 5 and 81 of 100 municipalities that answered and used social media in spring 2011 would, by their plans, have a strategy by the end of 2011",
    ]);
  });

  it("says only the end that is limited", () => {
    expect(said(["dialogueGoal"])[1]).toMatch(/^At most 20 of 100 municipalities that answered had dialogue as a goal/);
    expect(said(["usesByYearEnd"], ["strategyByYearEnd"])[1]).toMatch(
      /^At least 35 of 100 municipalities that answered/,
    );
  });

  it("says a stated number as it is printed", () => {
    expect(said(["usesNow"])).toEqual([
      "58 av 100 kommuner som svarte, brukte sosiale medier våren 2011",
      "58 of 100 municipalities that answered used social media in spring 2011",
    ]);
  });

  it("says that nearly anything is possible where hardly anything is ruled out", () => {
    expect(said(["strategyByYearEnd"], ["onFacebook"], {goal: "now"})[1]).toMatch(/^At most 85/);
    expect(said(["onFacebook"], ["strategyByYearEnd"])).toEqual([
      "Fra nesten ingen til alle kommunene som svarte og etter planene ville ha strategi innen utgangen av 2011, var på Facebook",
      "From hardly any to all of the municipalities that answered and would, by their plans, have a strategy by the end of 2011 were on Facebook",
    ]);
  });

  it("gives no number for what the group already says", () => {
    expect(said(["!usesNow"], ["usesNow"])[1]).toBe("The group that you ask about already holds the answer");
  });

  it("says none and all where the words alone decide", () => {
    expect(said(["onFacebook"], ["!usesNow"])).toEqual([
      "Ingen av kommunene som svarte og ikke brukte sosiale medier våren 2011, var på Facebook",
      "None of the municipalities that answered and did not use social media in spring 2011 were on Facebook",
    ]);
    expect(said(["usesNow"], ["onFacebook"])[0]).toBe(
      "Alle kommunene som svarte og var på Facebook, brukte sosiale medier våren 2011",
    );
  });

  it("says that the summary cannot say", () => {
    expect(said(["strategyNow"], ["twoOrMorePages"])).toEqual([
      "Sammendraget kan ikke si hvor mange av kommunene som svarte og hadde to eller flere Facebook-sider, som hadde strategi på plass våren 2011",
      "The summary cannot say how many of the municipalities that answered and had two or more Facebook pages had a strategy in place in spring 2011",
    ]);
  });

  it("says what a reading does not tell apart, and that nobody can be in a group", () => {
    expect(said(["strategyNow"], [], {goal: "year"})[1]).toBe(
      "This reading does not tell “Had a strategy in place” from “Would have a strategy by year’s end”",
    );
    expect(said(["usesNow"], ["onFacebook", "!usesNow"])[1]).toBe(
      "No municipality can be in the group that you ask about",
    );
  });

  it("puts the same numbers in the same order in both languages", () => {
    for (const {code: a} of attributes) {
      for (const {code: b} of attributes) {
        const [nb, en] = said([a, `!${b}`], [b]).map((text) => text.match(/\d+/g));
        expect(nb).toEqual(en);
      }
    }
  });
});

describe("countText(range, lang)", () => {
  it("rounds outward and never to a middle", () => {
    const range = (low: number, high: number) => ({rank: "bounded" as const, value: null, low, high});
    expect(plain(countText(range(0.241, 0.544), "en"))).toBe("between 24 and 55");
    expect(plain(countText(range(0.241, 1), "nb"))).toBe("minst 24");
    expect(plain(countText(range(0, 0.544), "nb"))).toBe("høyst 55");
    expect(plain(countText(range(0.13, 0.13), "nb"))).toBe("13");
  });
});

describe("a question in words", () => {
  it("puts not where each language has it", () => {
    const question = {event: ["!onFacebook"], given: ["!usesByYearEnd"]};
    expect(questionText(question, attributes)).toEqual({
      nb: "Av kommunene som svarte og etter planene fortsatt ikke ville bruke sosiale medier ved utgangen av 2011, hvor mange var ikke på Facebook?",
      en: "Of the municipalities that answered and would, by their plans, still not use social media at the end of 2011, how many were not on Facebook?",
    });
  });

  it("names a group of two conditions, and what is counted", () => {
    expect(groupText({given: ["usesNow", "!onFacebook"]}, attributes).nb).toBe(
      "kommunene som svarte, brukte sosiale medier våren 2011 og ikke var på Facebook",
    );
    expect(eventLabel(["onFacebook", "!strategyNow"], attributes).en).toBe(
      "Were on Facebook and did not have a strategy in place in spring 2011",
    );
  });
});
