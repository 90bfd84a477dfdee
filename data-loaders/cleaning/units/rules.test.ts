import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {distanceWithin} from "../../../src/lib/language/editDistance.js";
import {splitCells} from "./cells.js";
import {countyIndex, readCountyBeside} from "./countyBeside.js";
import {isFurtherApart, letterMask} from "./spelling/letterMask.js";
import {writingsOf} from "./spelling/letters.js";
import {mendMojibake} from "./spelling/mojibake.js";
import {foldPunctuation} from "./spelling/nameKey.js";
import {isUnitWord, withoutUnitWord} from "./unitWord.js";

describe("writingsOf(name)", () => {
  it.each([
    ["Vågå", ["Vaga", "Vaagaa"]],
    ["Ålesund", ["Alesund", "Aalesund"]],
    ["Tromsø", ["Tromsö", "Tromso", "Tromsoe"]],
    ["Kárášjohka", ["Karasjohka"]],
    ["Porsáŋgu", ["Porsangu"]],
    ["Lærdal", ["Lärdal", "Laerdal"]],
    ["Halden", []],
  ])("writes %s without its letters, one way through the whole name", (name, writings) => {
    expect(writingsOf(name)).toEqual(writings);
  });
});

describe("mendMojibake(text)", () => {
  it.each([
    ["TromsÃ¸", "Tromsø"],
    ["Ã…s", "Ås"],
    ["Ã\u0085s", "Ås"],
    ["GÃ¡ivuotna", "Gáivuotna"],
    ["PorsÃ¡Å‹gu", "Porsáŋgu"],
    ["TromsÃƒÂ¸", "Tromsø"],
    ["Tromsø", "Tromsø"],
    ["Åmot", "Åmot"],
    ["Ãrt", "Ãrt"],
  ])("makes %s %s", (garbled, mended) => {
    expect(mendMojibake(garbled)).toBe(mended);
  });

  it("gets every Norwegian or Sami text back that was read as Latin-1", () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(..."abÅæøåáčđŋšŧž -")}), (text) => {
        fc.pre(!/Å[šž]/.test(text)); // looks garbled as it is, and is in no name
        const mended = mendMojibake(Buffer.from(text, "utf8").toString("latin1"));
        expect(mended).toBe(text);
      }),
    );
  });
});

describe("foldPunctuation(name)", () => {
  it("makes one space of every run of spaces and punctuation", () => {
    expect(foldPunctuation("  Nord–Odal ")).toBe("Nord Odal");
    expect(foldPunctuation("Evje & Hornnes")).toBe("Evje og Hornnes");
    expect(foldPunctuation("Bø\u00a0(Nordland)")).toBe("Bø Nordland");
  });

  it("keeps a question mark, for it may have been a letter", () => {
    expect(foldPunctuation("Troms?")).toBe("Troms?");
  });
});

describe("withoutUnitWord(text)", () => {
  it.each([
    ["Oslo kommune", "Oslo", "municipality"],
    ["OSLO KOMMUNE", "OSLO", "municipality"],
    ["Voss herad", "Voss", "municipality"],
    ["Municipality of Oslo", "Oslo", "municipality"],
    ["Kommune: Oslo", "Oslo", "municipality"],
    ["Nordland fylkeskommune", "Nordland", "authority"],
    ["Nordland FK", "Nordland", "authority"],
    ["Nordland f.k.", "Nordland", "authority"],
    ["Nordland County Council", "Nordland", "authority"],
    ["Fylkeskommunen i Nordland", "Nordland", "authority"],
    ["Kvinnherad", "Kvinnherad", null],
    ["Fylkesmannen i Nordland", "Fylkesmannen i Nordland", null],
  ])("reads %s as %s", (text, name, kind) => {
    expect(withoutUnitWord(text)).toEqual({name, kind});
  });

  it("knows when there is nothing else", () => {
    for (const text of ["Kommune", "Kommune:", "Municipality of", "Fylkeskommunen i"])
      expect(isUnitWord(text)).toBe(true);
    expect(isUnitWord("Kommune Oslo")).toBe(false);
  });
});

describe("readCountyBeside(text, counties)", () => {
  const counties = countyIndex([
    {number: "08", name: "Telemark"},
    {number: "15", name: "Møre og Romsdal"},
    {number: "18", name: "Nordland"},
  ]);

  it.each([
    ["Bø i Telemark", "Bø", "08"],
    ["Bø (Nordland)", "Bø", "18"],
    ["Bø, Nordl.", "Bø", "18"],
    ["Bø kommune, Nordland fylke", "Bø kommune", "18"],
    ["Herøy i Møre og Romsdal", "Herøy", "15"],
    ["Herøy M&R", "Herøy", "15"],
    ["HEROY MORE OG ROMSDAL", "HEROY", "15"],
  ])("finds the county in %s", (text, name, county) => {
    expect(readCountyBeside(text, counties)).toEqual({name, county});
  });

  it("finds none in a county’s name alone, nor in other words", () => {
    expect(readCountyBeside("Nordland", counties)).toBeUndefined();
    expect(readCountyBeside("Bø i Vesterålen", counties)).toBeUndefined();
  });
});

describe("splitCells(cells)", () => {
  it.each([
    [{number: "0301", name: "Oslo"}, ["0301"], ["Oslo"], []],
    [{number: "0301 Oslo", name: ""}, ["0301"], ["Oslo"], ["cellTogether"]],
    [{number: "", name: "Oslo (0301)"}, ["0301"], ["Oslo"], ["cellTogether"]],
    [{number: "Oslo", name: "0301"}, ["0301"], ["Oslo"], ["cellTogether"]],
    [{number: "K-0301", name: ""}, ["K-0301"], [], []],
    [{number: " - ", name: "kommune"}, [], [], []],
  ])("reads %j", (cells, numbers, names, steps) => {
    expect(splitCells(cells)).toEqual({numbers, names, steps});
  });
});

describe("distanceWithin(limit, a, b)", () => {
  it.each([
    ["halden", "halden", 0],
    ["halden", "hallden", 1],
    ["halden", "hadlen", 1],
    ["halden", "haldne", 1],
    ["sogndal", "sokndal", 1],
    ["os", "ås", 1],
    ["ca", "abc", 3],
    ["halden", "trondheim", 4],
  ])("of %s and %s is %i", (a, b, distance) => {
    expect(distanceWithin(3, a, b)).toBe(distance);
  });

  const word = fc.string({unit: fc.constantFrom(..."abcø "), maxLength: 9});

  it("is the same both ways, and the same under every limit that it is within", () => {
    fc.assert(
      fc.property(word, word, fc.integer({min: 0, max: 5}), (a, b, limit) => {
        const whole = distanceWithin(20, a, b);
        expect(distanceWithin(20, b, a)).toBe(whole);
        expect(distanceWithin(limit, a, b)).toBe(Math.min(whole, limit + 1));
      }),
      {numRuns: 1000},
    );
  });

  it("is never within a limit that the letters alone exceed", () => {
    fc.assert(
      fc.property(word, word, fc.integer({min: 0, max: 4}), (a, b, limit) => {
        fc.pre(isFurtherApart(limit, letterMask(a), letterMask(b)));
        expect(distanceWithin(limit, a, b)).toBe(limit + 1);
      }),
    );
  });
});
