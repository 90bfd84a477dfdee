import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {changesOf, cleaned, responsesTo} from "../../../test/support/cleaning/givenTable.js";
import {tidy} from "./tidyText.js";

describe("tidy", () => {
  it.each([
    ["\u00a0Ja ", "Ja"],
    ["vet\u2009 ikke", "vet ikke"],
    ["\ufeffNei", "Nei"],
    ["Sa\u0308mi", "Sämi"],
    ["Ja\u200b", "Ja"],
    ["kom\u00admune\u0007", "kommune"],
    ["Ã\u0085s", "Ã\u0085s"],
    ["SÃ\u00ad", "SÃ\u00ad"],
    ["a \r\n b", "a\nb"],
    ["vet \u200b ikke", "vet ikke"],
    ["vet\ufeff ikke", "vet ikke"],
    ["A\u200d\u030a skape", "Å skape"],
  ])("writes %j as %j", (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it("leaves a tidy text as it is", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });
});

describe("cleaning", () => {
  it("keeps of a comment and a name no text on record", () => {
    const clean = cleaned([
      ["kommunenr", "kommune", "bruker", "kommentar"],
      ["0101", " Halden", "Ja", "Hei  hei"],
      ["Moss ", "0104", "Ja", ""],
    ]);
    expect(changesOf(clean)).toEqual([
      "3 unit_number tidy: null -> null",
      "2 unit_name tidy: null -> null",
      "2 comment tidy: null -> null",
      "3 unit_number cellTogether: null -> null",
    ]);
  });

  it("puts what it tidied on record", () => {
    const clean = cleaned([
      ["knr", "bruker"],
      ["0101", "Nei\u00a0"],
      ["0104", "Ja"],
    ]);
    expect(changesOf(clean)).toEqual(["2 uses_now tidy: Nei\u00a0 -> Nei"]);
    expect(responsesTo("uses_now", clean.respondents)).toEqual(["no", "yes"]);
  });
});
