import {describe, expect, it} from "vitest";
import {changesOf, cleaned, libraries, responsesTo} from "../../../test/support/cleaning/givenTable.js";

const options = ["resources", "organisation", "anchoring", "dialogue"];
function challenges(text: string) {
  const clean = cleaned([
    ["knr", "bruker", "Utfordringer"],
    ["0101", "Ja", text],
  ]);
  return {
    says: options.map((option) => responsesTo(`challenges_${option}`, clean.respondents)[0]),
    changes: changesOf(clean),
  };
}

describe("responses joined in one column", () => {
  it.each([
    ["Intern organisering; Å skape dialog", ["no", "yes", "no", "yes"]],
    ["Intern organisering,Å skape dialog", ["no", "yes", "no", "yes"]],
    ["1;3", ["yes", "no", "yes", "no"]],
    ["dialogue", ["no", "no", "no", "yes"]],
    ["Vet ikke", ["!dontKnow", "!dontKnow", "!dontKnow", "!dontKnow"]],
    ["", ["!noAnswer", "!noAnswer", "!noAnswer", "!noAnswer"]],
  ])("%j are split without a change", (text, says) => {
    expect(challenges(text)).toEqual({says, changes: []});
  });

  it("are on record where they are written otherwise", () => {
    expect(challenges("RESSURSER | forankring")).toEqual({
      says: ["yes", "no", "yes", "no"],
      changes: ["2 challenges joined: RESSURSER | forankring -> resources;anchoring"],
    });
  });

  it("stand on lines of their own", () => {
    expect(challenges("Intern organisering\nÅ skape dialog").says).toEqual(["no", "yes", "no", "yes"]);
  });

  it("are unanswered where a part is unknown, for no one can tell what it meant", () => {
    expect(challenges("Intern organisering; Været")).toEqual({
      says: ["!noAnswer", "!noAnswer", "!noAnswer", "!noAnswer"],
      changes: ["2 challenges joined: Intern organisering; Været -> !noAnswer"],
    });
  });

  it("may hold labels with commas", () => {
    const clean = cleaned(
      [
        ["nr", "søndag", "Låner ut"],
        ["1", "Alltid", "Verktøy, ski og telt, Bøker"],
        ["2", "Alltid", "Verktøy, ski og telt"],
      ],
      libraries,
    );
    expect(responsesTo("lends_books", clean.respondents)).toEqual(["yes", "no"]);
    expect(responsesTo("lends_tools", clean.respondents)).toEqual(["yes", "yes"]);
  });
});
