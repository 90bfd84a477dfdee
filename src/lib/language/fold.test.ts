import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fold} from "./fold.js";

describe("fold", () => {
  it.each([
    ["  JA ", "ja"],
    ["Ja.", "ja"],
    ["vet\u00a0 ikke", "vet ikke"],
    ["Å skape dialog", "å skape dialog"],
    ["A\u030a skape dialog", "å skape dialog"],
    ["2010–2011", "2010-2011"],
    ["n/a", "n/a"],
    ["…", "..."],
    [" . ", "."],
    ["Bru\u00adker\u200b", "bruker"],
  ])("writes %j as %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("keeps letters apart that are different letters", () => {
    expect(fold("Bø")).not.toBe(fold("Bo"));
    expect(fold("Vågå")).not.toBe(fold("Vaga"));
  });

  it("leaves what is folded as it is", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
