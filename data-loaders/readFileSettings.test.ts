import {describe, expect, it} from "vitest";
import {readFileSettings, settingsFileOf} from "./readFileSettings.js";
import {sourceFolder} from "./readSource.js";

const reading = (text: string) => readFileSettings("in/answers.csv", () => text);

describe("settingsFileOf", () => {
  it.each([
    ["in/answers.csv", "in/answers.settings.json"],
    ["in.2011/answers.v2.sav", "in.2011/answers.v2.settings.json"],
    ["in.2011/answers", "in.2011/answers.settings.json"],
  ])("of %s is %s", (file, settings) => {
    expect(settingsFileOf(file)).toBe(settings);
  });
});

describe("readFileSettings", () => {
  it("gives what the owner says", () => {
    const text = `{"rank": "standIn", "protected": true, "received": "2026-11-23", "note": {"nb": "Prøve", "en": "Trial"}}`;
    expect(reading(text)).toEqual({
      rank: "standIn",
      protected: true,
      received: "2026-11-23",
      note: {nb: "Prøve", en: "Trial"},
    });
    expect(reading(`{"$schema": "../docs/schemas/file-settings.json", "protected": true}`)).toEqual(
      reading(`{"protected": true}`),
    );
    expect(reading(`{"protected": true}`)).toEqual({rank: "estimated", protected: true, received: null, note: null});
  });

  it("takes a file without settings as open estimates", () => {
    expect(readFileSettings(`${sourceFolder}microdata/no-such-file.csv`)).toEqual({
      rank: "estimated",
      protected: false,
      received: null,
      note: null,
    });
  });

  it("reads the stand-in file’s own", () => {
    expect(readFileSettings(`${sourceFolder}microdata/stand-in.csv`)).toMatchObject({
      rank: "standIn",
      protected: false,
    });
  });

  it.each([
    [`{"rank": "estimated"}`, "column protected"],
    [`{"Protected": true, "protected": false}`, "column Protected"],
    [`{"protected": "true"}`, `"true" (in/answers.settings.json, column protected)`],
    [`{"protected": false, "rank": "stated"}`, `"stated" (in/answers.settings.json, column rank)`],
    [`{"protected": false, "rank": "standin"}`, `"standin", did you mean "standIn"? (in/answers.settings.json`],
    [`{"protected": false, "$schema": "codebook.json"}`, "not the schema of this input, file-settings.json"],
    [`{"protected": false, "received": "23.11.2026"}`, `"23.11.2026" (in/answers.settings.json, column received)`],
    [`{"protected": false, "note": {"nb": "Bare norsk"}}`, "column note"],
    ["[]", "(in/answers.settings.json)"],
    ["{", "not JSON"],
  ])("refuses %s and says where", (text, message) => {
    expect(() => reading(text)).toThrow(message);
  });

  it("refuses settings that are there and cannot be read, for they may say that the file is protected", () => {
    const read = () => {
      throw Object.assign(new Error("no permission"), {code: "EACCES"});
    };
    expect(() => readFileSettings("answers.csv", read)).toThrow(
      "settings cannot be read: no permission (answers.settings.json)",
    );
  });
});
