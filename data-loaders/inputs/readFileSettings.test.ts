import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {fileSettingsBeside, readFileSettings, settingsFileOf} from "./readFileSettings.js";
import {sourceFolder} from "./readSource.js";

let folder: string;
const lay = (name: string, text = "") => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const protectedText = '{"access": "protected"}';
const openText = '{"access": "open"}';
const reading = (text: string) => {
  lay("answers.settings.json", text);
  return readFileSettings(lay("answers.csv"));
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

describe("settingsFileOf", () => {
  it.each([
    ["in/answers.csv", "in/answers.settings.json"],
    ["in.2011/answers.v2.sav", "in.2011/answers.v2.settings.json"],
    ["in/answers.csv.gz", "in/answers.settings.json"],
    ["in.2011/answers.gz", "in.2011/answers.settings.json"],
    ["in.2011/answers", "in.2011/answers.settings.json"],
  ])("of %s is %s", (file, settings) => {
    expect(settingsFileOf(file)).toBe(settings);
  });
});

describe("readFileSettings", () => {
  it("gives what the owner says", () => {
    const text = `{"rank": "standIn", "access": "protected", "received": "2026-11-23", "accept": ["strategy"], "note": {"nb": "Prøve", "en": "Trial"}}`;
    expect(reading(text)).toEqual({
      rank: "standIn",
      access: "protected",
      received: "2026-11-23",
      accept: ["strategy"],
      note: {nb: "Prøve", en: "Trial"},
    });
    const least = {rank: "estimated", access: "protected", received: null, accept: [], note: null};
    expect(reading(protectedText)).toEqual(least);
    expect(reading(`{"$schema": "../docs/schemas/file-settings.json", "access": "protected"}`)).toEqual(least);
    expect(reading(`\ufeff${protectedText}`)).toEqual(least);
  });

  it("reads the stand-in file’s own", () => {
    expect(readFileSettings(`${sourceFolder}microdata/stand-in.csv`)).toMatchObject({rank: "standIn", access: "open"});
  });

  it("refuses a file without settings, and says what to write where", () => {
    const file = lay("answers.csv");
    expect(fileSettingsBeside(file)).toBeNull();
    expect(() => readFileSettings(file)).toThrow(
      'the file has no settings: say {"access": "protected"} or {"access": "open"} in answers.settings.json, beside it',
    );
  });

  it.each([
    [`{"rank": "estimated"}`, "column access"],
    [`{"protected": true}`, "column access"],
    [`{"Access": "open", "access": "protected"}`, "column Access"],
    [`{"access": "Open"}`, `"Open", did you mean "open"? (answers.settings.json, column access)`],
    [`{"access": true}`, "(answers.settings.json, column access)"],
    [`{"access": "open", "rank": "stated"}`, `"stated" (answers.settings.json, column rank)`],
    [`{"access": "open", "rank": "standin"}`, `"standin", did you mean "standIn"? (answers.settings.json`],
    [`{"access": "open", "$schema": "codebook.json"}`, "not the schema of this input, file-settings.json"],
    [`{"access": "open", "received": "23.11.2026"}`, `"23.11.2026" (answers.settings.json, column received)`],
    [`{"access": "open", "note": {"nb": "Bare norsk"}}`, "column note"],
    ["[]", "(answers.settings.json)"],
    ["{", "not JSON"],
  ])("refuses %s and says where", (text, message) => {
    expect(() => reading(text)).toThrow(message);
  });

  it("refuses settings that are there and cannot be read, for they may say that the file is protected", () => {
    mkdirSync(join(folder, "answers.settings.json"));
    expect(() => readFileSettings(lay("answers.csv"))).toThrow("settings cannot be read: ");
  });
});

describe("settings under another name", () => {
  it.each([
    "answers.csv.settings.json",
    "answers.Settings.json",
    "Answers.settings.json",
    "settings.json",
    "Settings.json",
    "answers.setting.json",
    "answers.settings.json.txt",
    "answers.settings.jsn",
    "answers.setings.json",
    "answer.settings.json",
    "answers-settings.json",
    "answers.settings (1).json",
  ])("are refused, and told the right name: %s", (name) => {
    lay(name, protectedText);
    const file = lay("answers.csv");
    const message = `settings that are not named as the file is: rename ${name} to answers.settings.json, or move it away (answers.csv)`;
    expect(() => fileSettingsBeside(file)).toThrow(message);
    lay("answers.settings.json", openText);
    expect(() => readFileSettings(file)).toThrow(message);
  });

  it("may be those of another file, and are not taken for this one’s", () => {
    lay("answers.settings.json", openText);
    lay("answers.csv");
    const copy = lay("answers (1).csv");
    expect(() => readFileSettings(copy)).toThrow(
      'say {"access": "protected"} or {"access": "open"} in answers (1).settings.json',
    );
    lay("answers (1).settings.json", protectedText);
    expect(readFileSettings(copy).access).toBe("protected");
    expect(readFileSettings(join(folder, "answers.csv")).access).toBe("open");
  });

  it("are looked for by a relative path as by an absolute one", () => {
    lay("answers.settings.json", openText);
    const file = relative(".", lay("answers.csv"));
    expect(readFileSettings(file).access).toBe("open");
    lay("settings.json", protectedText);
    expect(() => readFileSettings(file)).toThrow("rename settings.json");
  });

  it("may be other programs’ altogether", () => {
    lay("vscode.settings.json", "{}");
    lay("package.json", "{}");
    expect(reading(protectedText).access).toBe("protected");
  });
});

describe("the settings of a link", () => {
  it("are those of the file that it leads to", () => {
    mkdirSync(join(folder, "elsewhere"));
    const file = lay("elsewhere/answers.csv");
    lay("elsewhere/answers.settings.json", protectedText);
    const link = join(folder, "link.csv");
    symlinkSync(file, link);
    expect(readFileSettings(link).access).toBe("protected");
    lay("link.settings.json", openText);
    expect(() => readFileSettings(link)).toThrow("rename link.settings.json to answers.settings.json");
  });
});
