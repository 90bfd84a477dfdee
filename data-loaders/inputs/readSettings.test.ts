import {describe, expect, it} from "vitest";
import {settings} from "../../src/lib/settings.js";
import {readClaims} from "./readClaims.js";
import {checkFieldwork, readSettings} from "./readSettings.js";
import {sourceReader} from "./readSource.js";

const read = sourceReader();

/** The real settings with some of them changed. */
const changed = (part: object) => readSettings((file) => JSON.stringify({...JSON.parse(read(file)), ...part}));

describe("readSettings()", () => {
  it("reads what the code was bundled with", () => {
    const {$schema: _, ...bundled} = settings as typeof settings & {$schema: string};
    expect(readSettings(read)).toEqual(bundled);
  });

  it.each([
    ["a text in one language", {title: {nb: "Kommunene"}}, "null (settings.json, column title.en)"],
    [
      "an unknown language",
      {languages: ["nb", "xx"]},
      'no code of a language, of two or three letters: "xx" (settings.json, column languages.1)',
    ],
    [
      "an unknown language before the texts that are in it",
      {title: {nb: "Kommunene", en: "Municipalities", xx: "?"}, languages: ["nb", "en", "xx"]},
      'two or three letters: "xx" (settings.json, column languages.2)',
    ],
    [
      "Norwegian that is neither Bokmål nor Nynorsk",
      {languages: ["no"]},
      'no code of a language, of two or three letters: "no" (settings.json, column languages.0)',
    ],
    [
      "a language that pages of one’s own are not written in",
      {languages: ["nb", "sv"]},
      'pages are written in nb and en alone: "sv" (settings.json, column languages)',
    ],
    [
      "a version without its parts",
      {version: "1.3"},
      'not a version such as 1.0.0: "1.3" (settings.json, column version)',
    ],
    ["a setting that nobody knows", {colour: "red"}, '"red" (settings.json, column colour)'],
    [
      "a period that ends before it begins",
      {fieldwork: {from: "2011-04-30", to: "2011-01-15"}},
      'ends before it begins: {"from":"2011-04-30","to":"2011-01-15"} (settings.json, column fieldwork)',
    ],
    [
      "a day that there is not",
      {fieldwork: {from: "2011-02-30", to: "2011-04-30"}},
      "(settings.json, column fieldwork.from)",
    ],
  ])("names %s", (_, part, message) => {
    expect(() => changed(part)).toThrow(message);
  });
});

describe("checkFieldwork(settings, claims)", () => {
  const {claims} = readClaims(read);

  it("finds the days in the source", () => {
    expect(() => checkFieldwork(readSettings(read), claims)).not.toThrow();
  });

  it("has nothing to ask where a survey has no summary", () => {
    expect(() => checkFieldwork(changed({fieldwork: {from: "2013-01-05", to: "2013-04-30"}}), [])).not.toThrow();
  });

  it.each([
    ["a day that is not in the quotation", {from: "2011-01-05", to: "2011-04-30"}],
    ["a year that is not in the quotation", {from: "2011-01-15", to: "2012-04-30"}],
    ["the same day twice", {from: "2011-04-30", to: "2011-04-30"}],
  ])("refuses %s", (_, fieldwork) => {
    expect(() => checkFieldwork(changed({fieldwork}), claims)).toThrow(
      `days are in no quotation: ${JSON.stringify(fieldwork)} (settings.json, column fieldwork)`,
    );
  });
});
