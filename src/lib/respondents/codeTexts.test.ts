import {describe, expect, it} from "vitest";
import {exampleCodebook, exampleRespondents} from "../../../test/support/exampleSurvey.js";
import {answeredColumns, categoryTexts, columnLabel, missingTexts} from "./codeTexts.js";

const columnOf = (name: string) =>
  exampleRespondents.columns.find((each) => each.name === name) ?? exampleRespondents.columns[0];

describe("code texts", () => {
  it("name an option by its question and itself, in both languages", () => {
    expect(columnLabel(exampleCodebook, columnOf("channels_blog"))).toEqual({
      nb: "Kanaler: Blogg på nett",
      en: "Channels: Blog",
    });
    expect(categoryTexts(exampleCodebook, columnOf("channels_blog")).map(({label}) => label.nb)).toEqual([
      "Ikke valgt",
      "Valgt",
    ]);
  });

  it("give each lack of response the codebook’s code for its reason, or our own where it has none", () => {
    const {missing} = exampleCodebook.variables[3];
    expect(missing.map(({code}) => code)).toEqual(["no_answer", "not_asked", "dont_know"]);
    expect(missingTexts(exampleCodebook.variables[3]).map(({code}) => code)).toEqual([
      "no_answer",
      "not_asked",
      "dont_know",
      "refused",
    ]);
  });

  it("count questions, and not who answered or when", () => {
    expect(answeredColumns(exampleCodebook, exampleRespondents).map(({name}) => name)).toEqual([
      ...["uses", "channels_facebook", "channels_blog", "pages"],
    ]);
  });
});
