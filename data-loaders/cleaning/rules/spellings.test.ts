import {describe, expect, it} from "vitest";
import type {Category, SingleVariable} from "../../../src/lib/respondents/codebook.js";
import {changesOf, cleaned, libraries, responsesTo} from "../../../test/support/cleaning/givenTable.js";

const withOwnWords = (category: Category, at: number): Category =>
  at === 1 ? {...category, ownWords: true} : category;

describe("a response", () => {
  it.each([
    ["yes", "yes", []],
    ["Ja", "yes", []],
    ["1", "yes", []],
    ["JA.", "yes", ["2 uses_now spelling: JA. -> yes"]],
    ["Har tatt i bruk", "yes", ["2 uses_now spelling: Har tatt i bruk -> yes"]],
    ["Vet ikke", "!dontKnow", []],
    ["98", "!dontKnow", []],
    ["USIKKER", "!dontKnow", ["2 uses_now spelling: USIKKER -> !dontKnow"]],
    ["kanskje", "!noAnswer", ["2 uses_now unknown: kanskje -> !noAnswer"]],
    ["!Ja", "!noAnswer", ["2 uses_now unknown: !Ja -> !noAnswer"]],
    ["1.0", "yes", ["2 uses_now spelling: 1.0 -> yes"]],
    ["98,00", "!dontKnow", ["2 uses_now spelling: 98,00 -> !dontKnow"]],
  ])("%j is %j", (text, response, changes) => {
    const clean = cleaned([
      ["knr", "bruker", "strategi"],
      ["0101", text, "nei, og ingen planer"],
    ]);
    expect(responsesTo("uses_now", clean.respondents)).toEqual([response]);
    expect(changesOf(clean).filter((line) => line.includes("uses_now"))).toEqual(changes);
  });

  it("that the codebook does not know is the answer for own words, if it has one", () => {
    const [first, second] = ["Aldri", "Bare om vinteren"];
    const variables = libraries.variables.map((each) =>
      each.type === "single" ? {...each, categories: each.categories.map(withOwnWords)} : each,
    );
    const clean = cleaned(
      [
        ["nr", "søndag", "utlån"],
        ["1", first, "1"],
        ["2", second, "1"],
        ["3", "", "1"],
      ],
      {...libraries, variables},
    );
    const [, own] = (libraries.variables.find(({name}) => name === "open_sundays") as SingleVariable).categories;
    expect(responsesTo("open_sundays", clean.respondents).slice(1)).toEqual([own.code, "!noAnswer"]);
    expect(changesOf(clean)).toEqual([`3 open_sundays ownWords: ${second} -> ${own.code}`]);
  });

  it("is known by the code that is made of it, which is no change, also where its label has other words", () => {
    const variables = libraries.variables.map((each) =>
      each.name === "open_sundays"
        ? {...each, categories: [{code: "a_bit_less", label: {nb: "Litt", en: "Less"}, spellings: []}]}
        : each,
    ) as typeof libraries.variables;
    const rows = [
      ["nr", "søndag", "utlån"],
      ["1", "A bit, less", "1"],
      ["2", "A bit", "1"],
    ];
    const clean = cleaned(rows, {...libraries, variables});
    expect(responsesTo("open_sundays", clean.respondents)).toEqual(["a_bit_less", "!noAnswer"]);
    expect(changesOf(clean)).toEqual(["3 open_sundays unknown: A bit -> !noAnswer"]);
  });

  it("is of its own question: a number means what it means there", () => {
    const clean = cleaned([
      ["knr", "bruker", "strategi"],
      ["0101", "2", "2"],
    ]);
    expect(responsesTo("uses_now", clean.respondents)).toEqual(["no"]);
    expect(responsesTo("strategy", clean.respondents)).toEqual(["by_year_end"]);
  });

  it("is read by another codebook without a change of code", () => {
    const clean = cleaned(
      [
        ["nr", "Søndagsåpent"],
        ["1", "av og til"],
        ["2", "?"],
        ["3", "-9"],
      ],
      libraries,
    );
    expect(responsesTo("open_sundays", {...clean.respondents})).toEqual(["sometimes", "!dontKnow"]);
    expect(clean.record.setAside).toEqual([{row: 4, rule: "empty", reason: "empty"}]);
  });
});

describe("a column for each option", () => {
  it("takes marks for chosen and not chosen", () => {
    const clean = cleaned([
      ["knr", "bruker", "Kanaler - Facebook", "Kanaler - Twitter", "k_youtube"],
      ["0101", "Ja", "X", "0", "YouTube"],
    ]);
    expect(responsesTo("channels_facebook", clean.respondents)).toEqual(["yes"]);
    expect(responsesTo("channels_twitter", clean.respondents)).toEqual(["no"]);
    expect(responsesTo("channels_youtube", clean.respondents)).toEqual(["yes"]);
  });

  it("takes the labels that SPSS files give to chosen and not chosen", () => {
    const clean = cleaned([
      ["knr", "bruker", "k_facebook", "k_twitter"],
      ["0101", "Ja", "Quoted", "Not quoted"],
    ]);
    expect(responsesTo("channels_facebook", clean.respondents)).toEqual(["yes"]);
    expect(responsesTo("channels_twitter", clean.respondents)).toEqual(["no"]);
  });

  it("reads 0 and 1 as marks, whatever an option's own number is", () => {
    const clean = cleaned([
      ["knr", "bruker", "k_facebook", "k_twitter"],
      ["0101", "Ja", "0", "1"],
    ]);
    expect(responsesTo("channels_facebook", clean.respondents)).toEqual(["no"]);
    expect(responsesTo("channels_twitter", clean.respondents)).toEqual(["yes"]);
  });
});
