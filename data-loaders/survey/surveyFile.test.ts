import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {surveyFile} from "./surveyFile.js";

let folder: string;
const lay = (name: string) => {
  writeFileSync(join(folder, name), "");
  return join(folder, name);
};
beforeEach(() => {
  folder = `${mkdtempSync(join(tmpdir(), "microdata-"))}/`;
  for (const name of ["stand-in.csv", "stand-in.settings.json", "assumptions.json"]) lay(name);
});
afterEach(() => rmSync(folder, {recursive: true}));

describe("the respondents' file of a build", () => {
  it("is the made-up one, if there is no other", () => {
    expect(surveyFile({environment: "", folder})).toBe(join(folder, "stand-in.csv"));
  });

  it("is the one laid beside it, whatever its settings file", () => {
    const own = lay("answers.xlsx");
    lay("answers.settings.json");
    expect(surveyFile({environment: "", folder})).toBe(own);
  });

  it("is the one in the settings before the one laid there, and the one in SURVEY_FILE before both", () => {
    lay("answers.xlsx");
    const setting = lay("set.csv");
    const environment = lay("named.sav");
    expect(surveyFile({environment: "", setting, folder})).toBe(setting);
    expect(surveyFile({environment, setting, folder})).toBe(environment);
  });

  it("is not guessed when several lie there", () => {
    lay("answers-1.csv");
    lay("answers-2.csv");
    expect(() => surveyFile({environment: "", folder})).toThrow(
      'more than one respondents’ file; name one in SURVEY_FILE: ["answers-1.csv","answers-2.csv"] (microdata/)',
    );
  });

  it("is not taken for one that Excel, Windows or a release leaves beside it", () => {
    const own = lay("answers.xlsx");
    for (const name of ["~$answers.xlsx", "Thumbs.db", "desktop.ini", ".DS_Store", "answers.published.json"]) lay(name);
    expect(surveyFile({environment: "", folder})).toBe(own);
  });

  it("must exist, and be no link that leads nowhere", () => {
    symlinkSync(join(folder, "round.csv"), join(folder, "round.csv"));
    const environment = join(folder, "round.csv");
    expect(() => surveyFile({environment, folder})).toThrow(`link that leads back to itself (${environment})`);
    expect(() => surveyFile({environment: "/nowhere/answers.csv", folder})).toThrow(
      "no such file (/nowhere/answers.csv)",
    );
  });
});
