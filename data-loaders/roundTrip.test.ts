import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {CleaningRecord} from "../src/lib/respondents/cleaning.js";
import {type Respondents, reasonOf} from "../src/lib/respondents/respondents.js";
import {delimitedFormats} from "../test/support/roundTrip/delimited.js";
import {dtaFormats} from "../test/support/roundTrip/dta.js";
import {type Expected, expected} from "../test/support/roundTrip/expected.js";
import type {Filed, Format} from "../test/support/roundTrip/format.js";
import {canary, type MadeFile, makeFile, type Source} from "../test/support/roundTrip/makeFile.js";
import {parquet} from "../test/support/roundTrip/parquet.js";
import {savFormats} from "../test/support/roundTrip/sav.js";
import {xlsx} from "../test/support/roundTrip/xlsx.js";
import {runs} from "../test/support/sampled.js";
import {dirtyUnits} from "../tools/stand-in/units/dirtyUnits.js";
import {namedUnits} from "../tools/stand-in/units/namedUnits.js";
import {ruleTextsFor} from "./cleaning/rules.js";
import {setAsideReason, unitStepText} from "./cleaning/units/unitSteps.js";
import {parseCodebook, readCodebook} from "./inputs/readCodebook.js";
import type {FileSettings} from "./inputs/readFileSettings.js";
import {sourceReader} from "./inputs/readSource.js";
import {readRegister} from "./inputs/register/readRegister.js";
import {buildSurvey} from "./survey/buildSurvey.js";

const open: FileSettings = {rank: "estimated", access: "open", received: null, note: null};

const register = readRegister(sourceReader());
const named = {units: namedUnits(register), ways: dirtyUnits(register)};
const librariesFile = new URL("../test/support/cleaning/libraries.json", import.meta.url);
const sources: readonly [string, Source][] = [
  ["the report’s codebook", {...named, codebook: readCodebook(sourceReader())}],
  [
    "a codebook without units",
    {...named, codebook: parseCodebook(readFileSync(librariesFile, "utf8"), "libraries.json")},
  ],
];
const formats = [...delimitedFormats, xlsx, ...savFormats, ...dtaFormats, parquet];

describe.each(sources)("a file of %s", (_, source) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "round-trip-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  it.each(formats.map((format): [string, Format] => [format.id, format]))(
    "comes back from %s as it was, or says what it could not",
    async (_, format) => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (g) => {
          const pick = (n: number) => g(fc.nat, n - 1);
          const file = makeFile(source, format, pick);
          await prove(file, await format.write(file.table, pick));
        }),
        {numRuns: runs(4, 24), endOnFailure: true},
      );
    },
  );

  async function prove(file: MadeFile, {bytes, rowNumbers}: Filed): Promise<void> {
    const path = join(folder, "answers");
    writeFileSync(path, bytes);
    const {respondents, setAside, record, partial} = expected(file, source.codebook, rowNumbers);
    const built = buildSurvey(path, {codebook: source.codebook, units: register, settings: open});
    if (respondents.size === 0) {
      await expect(built).rejects.toThrow(/^no row/);
      return;
    }
    const survey = await built;
    expect(answersOf(survey.respondents)).toEqual(linesOf(respondents));
    expect(survey.record.setAside.map(({row, reason}) => [row, reason])).toEqual(
      [...setAside].sort(([a], [b]) => a - b),
    );
    expect(survey.record.rowsIn).toBe(survey.record.rowsKept + survey.record.setAside.length);
    expect(survey.record.rowsIn).toBe(rowNumbers.filter((number) => number !== null).length);
    expect(recordOf(survey.record)).toEqual(record);
    expect(survey.record.partial).toBe(partial);
    expect(survey.record.columns.map(({readAs}) => readAs)).toEqual(file.columns);
    expect(JSON.stringify(survey.record)).not.toContain(canary);
    expect(namedOn(survey.record)).toEqual([]);
  }
});

it("leaves something to every rule, and sets rows aside for every reason", () => {
  const met = new Set<string>();
  const [, source] = sources[0];
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const file = makeFile(source, xlsx, (n) => g(fc.nat, n - 1));
      const {record, setAside} = expected(file, source.codebook, [...file.rows.keys()]);
      for (const line of record) met.add(line.split(" ").at(-1) ?? "");
      for (const reason of setAside.values()) met.add(reason);
    }),
    {numRuns: runs(60, 200)},
  );
  const silent = ["empty", "duplicate", "blankOptions"];
  const rulesOnRecord = ruleTextsFor(source.codebook)
    .map(({id}) => id)
    .filter((id) => !(id in unitStepText) && !silent.includes(id));
  expect([...met].sort()).toEqual([...new Set([...rulesOnRecord, ...Object.keys(setAsideReason)])].sort());
});

/** What respondents said, as sorted lines `row column response`. */
function answersOf({rowNumbers, columns}: Respondents): string[] {
  const lines = columns.flatMap(({variable, option, codes, categories}) =>
    Array.from(codes, (code, at) => {
      const column = option === null ? variable : `${variable}.${option}`;
      return `${rowNumbers[at]} ${column} ${code < 0 ? `!${reasonOf(code)}` : categories[code]}`;
    }),
  );
  return lines.sort();
}

function linesOf(respondents: Expected["respondents"]): string[] {
  return [...respondents]
    .flatMap(([row, says]) => [...says].map(([column, value]) => `${row} ${column} ${value}`))
    .sort();
}

/** As `Expected.record`; the steps by which a unit was found are one. */
function recordOf({changes}: CleaningRecord): string[] {
  const lines = changes.flatMap(({rule, column, rows}) =>
    [...rows].map((row) => (rule in unitStepText ? `${row} unit` : `${row} ${column} ${rule}`)),
  );
  const steps = lines.filter((line) => line.endsWith(" unit"));
  return [...lines.filter((line) => !line.endsWith(" unit")), ...new Set(steps)].sort();
}

/** Changes that show what stood in a free text, or who answered. */
function namedOn({changes}: CleaningRecord) {
  return changes.filter(
    ({column, before, after}) => /^(unit|comment)/.test(column) && (before !== null || after !== null),
  );
}
