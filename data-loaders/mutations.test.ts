import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runs, sampled} from "../test/support/sampled.js";
import {buildFacts, factReaders} from "./buildFacts.js";
import {readChecksums} from "./inputs/checks/checksum.js";
import {InputError} from "./inputs/inputError.js";
import {type SourceReader, sourceFolder, sourceReader} from "./inputs/readSource.js";

const checksums = readChecksums(readFileSync(`${sourceFolder}README.md`, "utf8"));
const files = [...checksums.keys()];
const checksummed = files.filter((file) => checksums.get(file) !== "none");
const texts = new Map(files.map((file) => [file, readFileSync(`${sourceFolder}${file}`, "utf8")]));
const built = buildFacts();
const facts = {...built, questions: factReaders.claims(sourceReader()).questions};

const folderOf = (file: string) => file.split("/")[0] as keyof typeof factReaders;

/** What the build makes of the folder that a file is in; no other folder's facts rest on it. */
type ReadFacts = Omit<typeof facts, "derived" | "solve">;
const readFolderOf = (file: string, read: SourceReader): Partial<ReadFacts> => factReaders[folderOf(file)](read);

/** A reader that gives one file another text. */
const readerWith =
  (file: string, text: string): SourceReader =>
  (each) => {
    const found = each === file ? text : texts.get(each);
    if (found === undefined) throw new InputError("missing input", {file: each});
    return found;
  };

describe("an input that is not what was accepted", () => {
  let folder = "";
  beforeAll(() => {
    folder = `${mkdtempSync(join(tmpdir(), "inputs-"))}/`;
    cpSync(sourceFolder, folder, {recursive: true});
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  /** What the build says once a file's bytes are others. */
  function defectOf(
    file: string,
    bytes: Uint8Array,
    build = (read: SourceReader): unknown => buildFacts(read),
  ): unknown {
    writeFileSync(`${folder}${file}`, bytes);
    try {
      build(sourceReader(folder));
      return null;
    } catch (error) {
      return error;
    } finally {
      cpSync(`${sourceFolder}${file}`, `${folder}${file}`);
    }
  }

  it("builds when nothing is changed", () => {
    expect(buildFacts(sourceReader(folder))).toEqual(built);
  });

  const place = fc.record({
    file: fc.constantFrom(...checksummed),
    at: fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
    byte: fc.integer({min: 1, max: 255}),
  });

  it.each([
    ["changed", (bytes: Buffer, at: number, byte: number) => bytes.with(at, bytes[at] ^ byte)],
    ["taken out", (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])],
    [
      "put in",
      (bytes: Buffer, at: number, byte: number) =>
        Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]),
    ],
  ])("stops the build by name when a single byte is %s anywhere", (_, mutate) => {
    fc.assert(
      fc.property(place, ({file, at, byte}) => {
        const bytes = readFileSync(`${sourceFolder}${file}`);
        const changed = mutate(bytes, Math.floor(at * bytes.length), byte);
        const defect = defectOf(file, changed, (read) => readFolderOf(file, read));
        expect(defect).toBeInstanceOf(InputError);
        expect((defect as Error).message).toMatch(/^input changed: its checksum is not on record/);
        expect((defect as Error).message).toContain(`(${file})`);
      }),
      {numRuns: runs(20, 80)},
    );
  });

  it.each(checksummed)("stops the build by name when %s is cut short or empty", (file) => {
    const bytes = readFileSync(`${sourceFolder}${file}`);
    for (const length of [0, 1, bytes.length - 1]) {
      expect(String(defectOf(file, bytes.subarray(0, length)))).toContain(`(${file})`);
    }
  });

  // Two populations of one county changed places, or two changes that cancel out, leave every sum as it was.
  // No cross-sum can see that: the checksum does.
  it("stops the build when two municipalities of one county have changed populations", () => {
    const file = "register/kommuner-2011.csv";
    const swapped = (texts.get(file) ?? "")
      .replace("Halden,01,Østfold,29220", "Halden,01,Østfold,30265")
      .replace("Moss,01,Østfold,30265", "Moss,01,Østfold,29220");
    expect(swapped).not.toBe(texts.get(file));
    expect(String(defectOf(file, Buffer.from(swapped)))).toContain(`(${file})`);
  });
});

/*
 * From here on the checksum is taken as accepted: somebody looked, and did not see. Whatever single field is changed,
 * either the build stops by the name of the file, or of the one it is checked against, or every fact is as before.
 */

function expectNamedOrSame(file: string, text: string, compared = (read: Partial<ReadFacts>) => read): void {
  let read: Partial<ReadFacts>;
  try {
    read = readFolderOf(file, readerWith(file, text));
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(new RegExp(`\\(${folderOf(file)}/[a-z0-9-]+\\.(csv|json)[,)]`));
    return;
  }
  for (const [name, fact] of Object.entries(compared(read))) expect(fact).toEqual(facts[name as keyof ReadFacts]);
}

function expectRefused(file: string, text: string): void {
  expect(() => readFolderOf(file, readerWith(file, text))).toThrow(InputError);
}

/** All but the list of municipalities by name, in which one's number cannot be told from another's. */
const counts = ({municipalities: _, ...others}: Partial<ReadFacts>): Partial<ReadFacts> => others;

/** Ways to write a number that a reader could take for another, or a spreadsheet could leave. */
const misspelt = [
  "58%",
  "5 8",
  "058",
  "1e3",
  "",
  " 12",
  "12 ",
  "-3",
  "+3",
  "١٢",
  "５８",
  "58,0",
  "58.0",
  "0x3A",
  "NaN",
  "null",
];
const strings = fc.oneof(
  fc.constantFrom(...misspelt),
  fc.integer({min: -10, max: 10_000_000}).map(String),
  fc.double().map(String),
  fc.string(),
);

/** A text with one of its digits changed, doubled or gone. */
function digitChanged(text: string, {at, to}: {at: number; to: string}): string {
  const digits = [...text.matchAll(/\d/g)];
  const {index} = digits[at % digits.length];
  return text.slice(0, index) + to + text.slice(index + 1);
}
const digitChange = fc.record({
  at: fc.nat(),
  to: fc.oneof(fc.integer({min: 0, max: 9}).map(String), fc.constant(""), fc.integer({min: 10, max: 99}).map(String)),
});

/** Tables of others; what is of our own making is as long as we make it. */
const tables = checksummed.filter((file) => file.endsWith(".csv"));
type Table = string[][];
const rowsOf = (file: string): Table => parse(texts.get(file) ?? "");
const csv = (rows: Table) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");

const anywhere = fc
  .constantFrom(...tables)
  .chain((file) => fc.record({file: fc.constant(file), row: fc.integer({min: 1, max: rowsOf(file).length - 1})}));

/** A cell that holds digits alone. */
const numericCell = anywhere.chain(({file, row}) => {
  const columns = rowsOf(file)[row].flatMap((cell, column) => (/^\d+$/.test(cell) ? [column] : []));
  return fc.record({file: fc.constant(file), row: fc.constant(row), column: fc.constantFrom(...columns)});
});

const withCell = (file: string, row: number, column: number, write: (cell: string) => string) =>
  csv(rowsOf(file).map((cells, at) => (at === row ? cells.with(column, write(cells[column])) : cells)));

describe("one field of the register changed, and the change accepted", () => {
  it("reads the tables as they are written here", () => {
    for (const file of tables) {
      const {register, municipalities} = factReaders.register(readerWith(file, csv(rowsOf(file))));
      expect({...facts, register, municipalities}).toEqual(facts);
    }
  });

  it("lets no other text through in place of a number", () => {
    fc.assert(
      fc.property(numericCell, strings, ({file, row, column}, text) => {
        expectNamedOrSame(
          file,
          withCell(file, row, column, () => text),
        );
      }),
      {numRuns: runs(12, 120)},
    );
  });

  it.each(misspelt)("stops the build by file, row, column and value at a population of %j", (text) => {
    const file = "register/kommuner-2011.csv";
    const read = readerWith(
      file,
      withCell(file, 1, 4, () => text),
    );
    expect(() => factReaders.register(read)).toThrow(
      `not a whole number: ${JSON.stringify(text)} (register/kommuner-2011.csv, row 2, column population)`,
    );
  });

  it("lets no digit be another, doubled or gone", () => {
    fc.assert(
      fc.property(numericCell, digitChange, ({file, row, column}, change) => {
        expectNamedOrSame(
          file,
          withCell(file, row, column, (cell) => digitChanged(cell, change)),
        );
      }),
      {numRuns: runs(12, 120)},
    );
  });

  it("lets no row be gone or there twice", () => {
    fc.assert(
      fc.property(anywhere, fc.boolean(), ({file, row}, isGone) => {
        const rows = rowsOf(file);
        const text = csv(rows.toSpliced(row, isGone ? 1 : 0, ...(isGone ? [] : [rows[row]])));
        expectRefused(file, text);
        expectNamedOrSame(file, text);
      }),
      {numRuns: runs(12, 100)},
    );
  });

  it("lets no column be called something else, be gone or be added", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.nat(), fc.string({minLength: 1}), (file, at, name) => {
        const [header, ...rows] = rowsOf(file);
        const column = at % header.length;
        fc.pre(!header.includes(name.trim()));
        const without = <T>(cells: T[]) => cells.toSpliced(column, 1);
        for (const text of [
          csv([header.with(column, name), ...rows]),
          csv([without(header), ...rows.map(without)]),
          csv([[...header, name], ...rows.map((row) => [...row, "1"])]),
        ]) {
          expectRefused(file, text);
          expectNamedOrSame(file, text);
        }
      }),
      {numRuns: runs(15, 50)},
    );
  });

  it("lets no two cells of a column or of a row change places, but where the counts stay the same", () => {
    fc.assert(
      fc.property(numericCell, fc.nat(), fc.nat(), fc.boolean(), ({file, row, column}, other, across, isRow) => {
        const rows = rowsOf(file);
        const [otherRow, otherColumn] = isRow
          ? [row, across % rows[0].length]
          : [1 + (other % (rows.length - 1)), column];
        const [a, b] = [rows[row][column], rows[otherRow][otherColumn]];
        rows[row] = rows[row].with(column, b);
        rows[otherRow] = rows[otherRow].with(otherColumn, a);
        expectNamedOrSame(file, csv(rows), counts);
      }),
      {numRuns: runs(12, 120)},
    );
  });

  it("does not pass a text that is cut anywhere, but after the last line", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
        (file, at) => {
          const text = (texts.get(file) ?? "").trimEnd();
          expectNamedOrSame(file, text.slice(0, Math.floor(at * text.length)));
        },
      ),
      {numRuns: runs(12, 100)},
    );
  });
});

/** Steps from the top of a JSON file to a value in it. */
type Path = (string | number)[];
type Leaf = {path: Path; value: unknown};

function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (value === null || typeof value !== "object") return [{path, value}];
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy of a JSON value with the part at a path written anew. */
function withPart(value: unknown, [step, ...rest]: Path, write: (part: unknown) => unknown): unknown {
  if (step === undefined) return write(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = withPart(copy[step], rest, write);
  return copy;
}

const jsonOf = (file: string): unknown => JSON.parse(texts.get(file) ?? "");
const mutated = (file: string, path: Path, write: (part: unknown) => unknown) =>
  JSON.stringify(withPart(jsonOf(file), path, write));

const figuresFile = "context/context-figures.json";
const codingFile = "context/coding.json";
const claimsFile = "claims/claims.json";

/**
 * What nothing else in the inputs tells of again, so that only the checksum or the repository's history guards it:
 * where in the source something stands, names that prose and code refer by, titles and addresses.
 */
const untold = new Set(["place", "places", "id", "publisher", "url", "also_seen"]);
const isTold = ({path}: Leaf) => !path.some((step) => untold.has(String(step)));

const leaves = (file: string, isWanted: (leaf: Leaf) => boolean) =>
  fc.constantFrom(
    ...leavesOf(jsonOf(file))
      .filter((leaf) => isTold(leaf) && isWanted(leaf))
      .map((leaf) => ({file, ...leaf})),
  );
const isNumber = ({value}: Leaf) => typeof value === "number";
const hasDigit = ({value}: Leaf) => typeof value === "string" && /\d/.test(value);

describe("one field of the claims or of other surveys changed, and the change accepted", () => {
  const numeric = fc.oneof(...[claimsFile, figuresFile, codingFile].map((file) => leaves(file, isNumber)));

  it("lets no other number through", () => {
    fc.assert(
      fc.property(
        numeric,
        fc.oneof(
          fc.constantFrom(1, -1, 10, 0.5, 0.1).map((by) => (value: number) => value + by),
          fc.constantFrom(10, 100, 0.1, 0.01, -1, 0).map((by) => (value: number) => value * by),
          fc.oneof(fc.integer({min: 0, max: 100}), fc.integer(), fc.double({noNaN: true})).map((to) => () => to),
        ),
        ({file, path}, change) => {
          expectNamedOrSame(
            file,
            mutated(file, path, (value) => change(value as number)),
          );
        },
      ),
      {numRuns: runs(12, 100)},
    );
  });

  it("lets nothing of another type through in place of a number", () => {
    fc.assert(
      fc.property(
        numeric,
        fc.oneof(strings, fc.boolean(), fc.constantFrom([], {}, [58], {value: 58}), fc.constant(undefined)),
        ({file, path}, to) => {
          expectNamedOrSame(
            file,
            mutated(file, path, () => to),
          );
        },
      ),
      {numRuns: runs(12, 120)},
    );
  });

  // `of` and `count` may be null in the coding: then less is said, and nothing wrong.
  it("lets no number be null but one that stands beside a value", () => {
    fc.assert(
      fc.property(numeric, ({file, path}) => {
        fc.pre(!(file === codingFile && ["of", "count"].includes(String(path.at(-1)))));
        expectNamedOrSame(
          file,
          mutated(file, path, () => null),
        );
      }),
      {numRuns: runs(12, 100)},
    );
  });

  it("lets no number be written as text", () => {
    fc.assert(
      fc.property(numeric, ({file, path}) => {
        const text = mutated(file, path, String);
        expectRefused(file, text);
      }),
      {numRuns: runs(12, 100)},
    );
  });

  it("lets no digit in a text or date be another, doubled or gone", () => {
    const withDigits = fc.oneof(
      ...[claimsFile, figuresFile, codingFile, "claims/readings.json", "claims/doubts.json"].map((file) =>
        leaves(file, hasDigit),
      ),
    );
    fc.assert(
      fc.property(withDigits, digitChange, ({file, path}, change) => {
        expectNamedOrSame(
          file,
          mutated(file, path, (text) => digitChanged(text as string, change)),
        );
      }),
      {numRuns: runs(12, 100)},
    );
  });

  it("lets no date be another day, month or year", () => {
    for (const file of [claimsFile, codingFile]) {
      const dates = leavesOf(jsonOf(file)).filter(({value}) => /^\d{4}(-\d\d)*$/.test(String(value)));
      expect(dates.length).toBeGreaterThan(10);
      const digits = dates.flatMap(({path, value}) =>
        [...String(value).replace(/\D/g, "")].map((digit, at) => ({path, value: String(value), digit, at})),
      );
      for (const {path, value, digit, at} of sampled(digits, {
        size: 40,
        kind: ({path, at}) => `${path.at(-1)} ${at}`,
      })) {
        const to = String((Number(digit) + 1) % 10);
        expectNamedOrSame(
          file,
          mutated(file, path, () => digitChanged(value, {at, to})),
        );
      }
    }
  });

  it("lets no two numbers of a file change places", () => {
    const pair = fc
      .constantFrom(claimsFile, figuresFile, codingFile)
      .chain((file) => fc.tuple(leaves(file, isNumber), leaves(file, isNumber)));
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const once = withPart(jsonOf(a.file), a.path, () => b.value);
        expectNamedOrSame(a.file, JSON.stringify(withPart(once, b.path, () => a.value)));
      }),
      {numRuns: runs(12, 120)},
    );
  });

  it("lets no two numbers of one row change places", () => {
    for (const file of [figuresFile, codingFile]) {
      const numbers = leavesOf(jsonOf(file)).filter((leaf) => isTold(leaf) && isNumber(leaf));
      const rowOf = ({path}: Leaf) => path.slice(0, file === codingFile ? 2 : 1).join();
      const pairs = numbers.flatMap((a) =>
        numbers.filter((b) => rowOf(b) === rowOf(a) && b !== a).map((b): [Leaf, Leaf] => [a, b]),
      );
      for (const [a, b] of sampled(pairs, {size: 40, kind: (pair) => String(pair.map(({path}) => path.at(-1)))})) {
        const once = withPart(jsonOf(file), a.path, () => b.value);
        expectNamedOrSame(file, JSON.stringify(withPart(once, b.path, () => a.value)));
      }
    }
  });

  it("lets no field be called something else", () => {
    fc.assert(
      fc.property(numeric, fc.string({minLength: 1}), ({file, path}, name) => {
        const column = path.at(-1) as string;
        const text = mutated(file, path.slice(0, -1), (row) => {
          const {[column]: value, ...rest} = row as Record<string, unknown>;
          return {...rest, [`${column}${name}`]: value};
        });
        expectNamedOrSame(file, text);
      }),
      {numRuns: runs(12, 100)},
    );
  });
});

describe("one row of the claims or of other surveys gone or there twice, and the change accepted", () => {
  const lists: [string, Path][] = [
    ["claims/claims.json", []],
    ["claims/universes.json", []],
    ["claims/readings.json", []],
    ["claims/corrections.json", []],
    ["claims/doubts.json", []],
    ["claims/success-links.json", []],
    ["claims/questions.json", []],
    [figuresFile, []],
    [codingFile, ["records"]],
    [codingFile, ["values"]],
  ];
  const rowsAt = (file: string, path: Path) =>
    path.reduce<unknown>((part, step) => (part as never)[step], jsonOf(file)) as unknown[];

  it.each(lists)("stops the build when any row of %s %j is there twice", (file, path) => {
    for (const [at, row] of sampled([...rowsAt(file, path).entries()], {size: 20})) {
      const text = mutated(file, path, (rows) => (rows as unknown[]).toSpliced(at, 0, row));
      expectRefused(file, text);
    }
  });

  it.each([
    [figuresFile, []],
    [codingFile, ["records"]],
  ] as [string, Path][])("stops the build when any row of %s %j is gone", (file, path) => {
    for (const at of sampled([...rowsAt(file, path).keys()], {size: 20})) {
      const text = mutated(file, path, (rows) => (rows as unknown[]).toSpliced(at, 1));
      expectRefused(file, text);
    }
  });

  // Nothing counts the claims a second time; a claim that is gone is gone, and no other number is touched.
  it("changes no other claim when one is gone", () => {
    const {claims} = facts.summary;
    const derivedAnew = sampled(claims, {size: 10, kind: ({kind, id}) => (kind === "number" ? id : kind)});
    for (const [at, claim] of claims.entries()) {
      const text = mutated(claimsFile, [], (rows) => (rows as unknown[]).toSpliced(at, 1));
      const build = derivedAnew.includes(claim) ? buildFacts : factReaders.claims;
      try {
        const read: Partial<ReadFacts> = build(readerWith(claimsFile, text));
        expect(read.summary?.claims).toEqual(claims.filter(({id}) => id !== claim.id));
        for (const name of ["context", "register", "municipalities"] as const)
          if (build === buildFacts) expect(read[name]).toEqual(facts[name]);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }
  });

  it("changes no other value when a value read from a text is gone, and stops the build for any else", () => {
    for (const [at, {id}] of facts.context.values.entries()) {
      const text = mutated(codingFile, ["values"], (rows) => (rows as unknown[]).toSpliced(at, 1));
      try {
        const {context} = factReaders.context(readerWith(codingFile, text));
        expect(context.values).toEqual(facts.context.values.filter((value) => value.id !== id));
        const {field} = rowsAt(codingFile, ["values"])[at] as {field: string};
        expect(field === "measures" || field === "base").toBe(true);
      } catch (error) {
        expect((error as Error).message).toMatch(/^number is not coded: [\d.]+ \(context\/context-figures\.json, row /);
      }
    }
  });
});
