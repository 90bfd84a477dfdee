import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isLanguage} from "./siteLanguages.mjs";
import {untranslated, warningOfWords} from "./untranslated.mjs";
import {readWordsFile} from "./wordsFile.mjs";
import {writtenWords} from "./writtenWords.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "words-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

function read(content: unknown) {
  const file = join(folder, "sv.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return () => readWordsFile(file);
}

describe("readWordsFile(file)", () => {
  it.each([
    [
      "a translation that lacks what is filled in",
      {"{n} of {all}": {text: "{n} av"}},
      'without {all}: "{n} of {all}" (/',
    ],
    ["one that fills in something else", {"{n} of": {text: "{m} av"}}, 'without {n} and with {m}: "{n} of" (/'],
    [
      "one that leads elsewhere",
      {"[here](./a)": {text: "[här](./b)"}},
      'without ](./a) and with ](./b): "[here](./a)" (/',
    ],
    ["a text without a translation", {Next: {nb: "Neste"}}, 'no text: "Next" (/'],
  ])("names %s", (_, words, message) => {
    expect(read({words})).toThrow(message);
  });

  it("names a file that is none, and a language that nothing is translated from", () => {
    expect(read("{")).toThrow("not JSON");
    expect(read({from: "de", words: {}})).toThrow('from is not one of "nb", "en"');
  });

  it("takes what is filled in in any order, and what is not translated yet", () => {
    const words = {"{n} of {all}": {text: "av {all} {n}"}, Next: {text: ""}};
    expect(read({words})()).toEqual({words});
  });
});

describe("the words in Nynorsk", () => {
  it("are for every text of the source, and no others: npm run write-words -- nn", () => {
    const {file, text} = writtenWords("nn");
    expect(text).toBe(readFileSync(file, "utf8"));
    expect(untranslated("nn")).toMatchObject({missing: 0});
    expect(warningOfWords("nn")).toBeNull();
  });

  it("have no words of Bokmål that Nynorsk has not", () => {
    const bokmål =
      /(?<!\p{L})(ikke|fra|et|en|de|dem|ble|være|vært|gjøre|hvor|hva|hvem|hvorfor|hvilke[nt]?|noen?|hver|hvert|bare|uten|samme|flere|mellem|størrelser?|forskjeller?|vises|velg|svarene|tallene|filen|kodeboken|respondentene|spørsmålene|undersøkelsen?|utvalget?|antall\w*|andel\w*|kolonner|tabeller|hvis|deres|selv|begge to er|blitt|ble|sier|gjør|kommer)(?!\p{L})/iu;
    const {words} = readWordsFile("src/languages/nn.json");
    const left = Object.values(words).filter(({text}) => bokmål.test(text));
    expect(left.map(({text}) => text)).toEqual([]);
  });
});

describe("isLanguage(lang)", () => {
  it.each(["nn", "sv", "sma", "uk"])("knows %s", (lang) => expect(isLanguage(lang)).toBe(true));
  it.each(["no", "xx", "en-GB", "Nn", "../x", ""])("does not know %j", (lang) => expect(isLanguage(lang)).toBe(false));
});
