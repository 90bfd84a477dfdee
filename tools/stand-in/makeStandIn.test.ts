import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {beforeAll, describe, expect, it} from "vitest";
import {type CleanFile, cleanTable} from "../../data-loaders/cleaning/cleanTable.js";
import {unitDirectory} from "../../data-loaders/cleaning/units/unitDirectory.js";
import {unitStepText} from "../../data-loaders/cleaning/units/unitSteps.js";
import {readRawTable} from "../../data-loaders/files/readRawTable.js";
import {readCodebook} from "../../data-loaders/inputs/readCodebook.js";
import {sourceFolder, sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import type {Respondents, Value} from "../../src/lib/respondents/respondents.js";
import {reasons} from "../../src/lib/respondents/respondents.js";
import {isWhole} from "../../test/support/sampled.js";
import {unitRule} from "./defects/unitDefects.js";
import {
  type Mess,
  makeStandIn,
  type StandIn,
  standInFile,
  standInSettings,
  standInSettingsFile,
} from "./makeStandIn.js";

const read = sourceReader();
const codebook = readCodebook(read);
const directory = unitDirectory(readRegister(read));
const made = makeStandIn(read);

describe("the committed stand-in file", () => {
  it("is what npm run make-stand-in writes, byte for byte", () => {
    expect(readFileSync(`${sourceFolder}${standInFile}`, "utf8")).toBe(made.text);
    expect(JSON.parse(readFileSync(`${sourceFolder}${standInSettingsFile}`, "utf8"))).toEqual(standInSettings);
  });

  it("says in every row that it is made up", () => {
    const rows = recordsOf(made.text);
    expect(rows[0].at(-1)).toBe("data");
    expect(new Set(rows.slice(1).map((row) => row.at(-1)))).toEqual(new Set(["stand-in"]));
  });

  it("says so in every remark too", () => {
    const [header, ...rows] = recordsOf(made.text);
    const remarks = rows.map((row) => row[header.indexOf("Kommentarer")]).filter((text) => text !== "");
    expect(remarks.length).toBeGreaterThan(5);
    for (const remark of remarks) expect(remark).toMatch(/^Oppdiktet merknad: /);
  });

  it("is untidy in all these ways", () => {
    const ways = new Set(made.mess.map(({way}) => way));
    expect([...ways].sort()).toEqual(
      "allCapitals anothersNumber authorityWord begunAgain betweenTwo blankRow capitals commas county decimals decomposed doubleSpace"
        .concat(
          " fourDigitAuthority fullStop givenUp laterNumber lostZero mergedNumber mergedNumberAndName misspelt mojibake nameOnly",
        )
        .concat(
          " noBreakSpace noPages notAsked notTheAuthority nothing numberPrefix oneCell openedOnly otherDate otherName otherPlace",
        )
        .concat(
          " otherSpelling otherYear pagesWithoutFacebook parallelNames questionMarks sharedName someoneElse spaceAtEnd swapped",
        )
        .concat(" testRow thousands tooManyPages unitWord unknownNumber withoutLetters")
        .split(" "),
    );
  });
});

const others = isWhole ? [0.25, 0.5, 0.75] : [0.25];

it.each(others)("a stand-in file is made again byte for byte from the seed %d", (seed) => {
  expect(makeStandIn(read, seed).text).toBe(makeStandIn(read, seed).text);
});

describe.each([
  {name: "committed", standIn: made},
  ...others.map((seed) => ({name: `made from the seed ${seed}`, standIn: makeStandIn(read, seed)})),
])("a stand-in file, $name", ({standIn}) => {
  let cleaned: CleanFile;
  beforeAll(async () => {
    cleaned = await cleanedFile(standIn.text);
  });

  it("gives the clean respondents back exactly as they were", () => {
    expect(answersOf(cleaned.respondents)).toEqual(answersOf(standIn.clean));
    expect(cleaned.respondents.rank).toBe("standIn");
  });

  it("sets aside exactly the rows that are no respondents", () => {
    expect(cleaned.record.rowsKept).toBe(270);
    expect(cleaned.record.setAside).toHaveLength(standIn.setAside);
  });

  it("leaves everything that was done to a row on record, by the rule that met it", () => {
    expect(standIn.mess.filter((each) => !isOnRecord(each, cleaned))).toEqual([]);
  });

  it("leaves nothing on record of a row that nothing was done to, but how “don’t know” is written", () => {
    expect(unexplained(standIn, cleaned)).toEqual([]);
  });
});

function recordsOf(text: string): string[][] {
  return parse(text, {bom: true, delimiter: ";"});
}

/** The file from its bytes to clean respondents. */
async function cleanedFile(text: string): Promise<CleanFile> {
  const folder = mkdtempSync(join(tmpdir(), "stand-in-"));
  try {
    writeFileSync(join(folder, "stand-in.csv"), text);
    return cleanTable(await readRawTable(join(folder, "stand-in.csv")), {codebook, directory});
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** By number of the row and name of the column what was said, or why nothing was. */
function answersOf({columns, rowNumbers}: Respondents): Record<number, Record<string, string>> {
  const said = (code: number, categories: readonly string[]) =>
    code < 0 ? `!${reasons[-1 - code]}` : categories[code];
  return Object.fromEntries(
    Array.from(rowNumbers, (number, row) => [
      number,
      Object.fromEntries(columns.map(({name, codes, categories}) => [name, said(codes[row], categories)])),
    ]),
  );
}

/** A unit that was looked for is on record by the steps that found it. */
function isOnRecord({row, column, rule}: Mess, {record}: CleanFile): boolean {
  const isRule = (id: string) => id === rule || (rule === unitRule && id in unitStepText);
  return (
    record.setAside.some((each) => each.row === row && each.rule === rule) ||
    record.changes.some((each) => each.column === column && isRule(each.rule) && each.rows.includes(row))
  );
}

function unexplained({mess}: StandIn, {record}: CleanFile) {
  const done = new Set(mess.map(({row}) => row));
  const isUsual = ({before}: {before: Value | null}) => before === "Vet ikke";
  const changes = record.changes.filter((each) => !isUsual(each) && each.rows.some((row) => !done.has(row)));
  return [...changes, ...record.setAside.filter(({row}) => !done.has(row))];
}
