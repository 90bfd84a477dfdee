import {describe, expect, it} from "vitest";
import {tableOf} from "../../../../test/calibration/tables.js";
import {type Configuration, requestOf, surveyOf} from "../../../../test/reference/byR.js";
import type {ExploredTable} from "../table.js";
import type {TableRequest} from "../tabulate.js";
import {type RScriptOptions, tableRScript} from "./tableRScript.js";

/* That R makes the same numbers with these scripts is tested in test/reference/byR.test.ts. */

const survey = "few small ones answer";
const {units} = surveyOf(survey).explorer;

interface Own {
  table?: Partial<ExploredTable>;
  request?: Partial<TableRequest>;
  options?: Partial<RScriptOptions>;
}

function scriptOf(of: Omit<Configuration, "survey">, {table, request, options}: Own = {}): string {
  const asked = requestOf({survey, ...of});
  const made = tableOf(surveyOf(survey), asked).table;
  return tableRScript({...made, ...table}, {...asked, ...request}, {lang: "nb", units, csv: "svar.csv", ...options});
}

const plans = {rows: "plans", columns: "size"};

describe("tableRScript", () => {
  it("begins with what the table is about and that respondents are made up, all of it comments", () => {
    const of = {...plans, filters: {uses: ["yes"]}};
    const [head] = scriptOf(of, {table: {rank: "standIn"}}).split("library(survey)");
    const lines = head.trim().split("\n");
    expect(lines.every((line) => line.startsWith("# "))).toBe(true);
    expect(lines).toContain("# KONSTRUERTE SVAR: ingen har svart dette. Tall herfra er aldri funn.");
    expect(lines).toContain("# Filtre: uses: yes.");
    expect(scriptOf(of)).not.toContain("KONSTRUERTE");
  });

  it("is the same program in both languages, but for labels and comments", () => {
    const program = (lang: "nb" | "en") =>
      scriptOf(plans, {options: {lang}})
        .replace(/ *#.*$/gm, "")
        .replace(/label = "[^"]*"/g, "label");
    expect(program("nb")).toBe(program("en"));
  });

  it("says which classes and regions were merged, and merges all without weights", () => {
    expect(scriptOf(plans)).toContain(
      'stratum <- c("under2000" = "under2000+2000to4999+5000to19999+20000plus+countyAuthorities",',
    );
    expect(scriptOf(plans)).toContain('"03" = "03", "04" = "04+05", "05" = "04+05",');
    expect(scriptOf({...plans, isWeighted: false})).toContain('"countyAuthorities" = "all"');
  });

  it("of respondents that nobody knows the number of has no finite population", () => {
    const unknown = {classes: [units.classes[0]], regions: [units.regions[0]], populations: null};
    const script = scriptOf({rows: "plans", columns: "uses"}, {options: {units: unknown}});
    for (const finite of ["units", "phyper", "brewer", "fpc"])
      expect(script.replace(/#.*$/gm, "")).not.toContain(finite);
    expect(script).toContain("qbeta(tail, k, n - k + 1)");
  });

  it("has labels that cannot leave their text or comment", () => {
    const label = {nb: 'a"); quit() #\\\nquit()', en: ""};
    const rows = requestOf({survey, ...plans}).rows;
    const categories = rows.categories.map((each) => ({...each, label}));
    const script = scriptOf(plans, {request: {rows: {...rows, label, categories}}});
    expect(script).toContain('label = "a\\"); quit() #\\\\ quit()"');
    expect(script.split("\n").filter((line) => line.startsWith("quit"))).toEqual([]);
  });

  it("is not made for a protected file", () => {
    expect(() => scriptOf(plans, {table: {isProtected: true}})).toThrow("no script for a protected file");
  });
});
