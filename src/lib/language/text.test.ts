import {describe, expect, it} from "vitest";
import {rankLabel, rankMeaning} from "../quantities/rank.js";
import {refusedNotice} from "./liveWords.js";
import {bothOf, inBoth, joinList} from "./text.js";
import {words} from "./words.js";

describe("bothOf(given)", () => {
  it("has the one that is there stand for the other", () => {
    expect(bothOf({nb: "by"})).toEqual({nb: "by", en: "by"});
    expect(bothOf({en: "town"})).toEqual({nb: "town", en: "town"});
    expect(bothOf({nb: "by", en: "town"})).toEqual({nb: "by", en: "town"});
  });
});

describe("inBoth(write)", () => {
  it("writes once in each language", () => {
    expect(inBoth((lang) => `(${lang})`)).toEqual({nb: "(nb)", en: "(en)"});
  });
});

describe("joinList(items, lang)", () => {
  it("joins as a sentence does", () => {
    expect(joinList(["a", "b", "c"], "nb")).toBe("a, b og c");
    expect(joinList(["a", "b", "c"], "en")).toBe("a, b and c");
    expect(joinList(["a"], "en")).toBe("a");
    expect(joinList([], "nb")).toBe("");
  });
});

describe("the words of the interface", () => {
  it("are there in both languages, and not the same text in both by oversight", () => {
    for (const [name, {nb, en}] of Object.entries({...words, ...rankLabel, ...rankMeaning})) {
      expect(nb.trim(), name).not.toBe("");
      expect(en.trim(), name).not.toBe("");
      expect(nb, name).not.toBe(en);
    }
  });
});

describe("refusedNotice(key, value)", () => {
  it("says which parameter was not understood", () => {
    expect(refusedNotice("goal", "never")).toEqual({
      nb: "Lenken ber om goal = «never», som ikke finnes her. Valget er ikke brukt.",
      en: "The link asks for goal = “never”, which does not exist here. It was ignored.",
    });
  });
});
