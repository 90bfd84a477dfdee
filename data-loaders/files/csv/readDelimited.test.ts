import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixture} from "../../../test/support/files/fixture.js";
import {rowsOf} from "../../../test/support/files/rowsOf.js";
import {runs} from "../../../test/support/sampled.js";
import {readRawTable} from "../readRawTable.js";

const read = (name: string) => readRawTable(fixture(name));

describe("a text that LibreOffice wrote", () => {
  it.each([
    ["libreoffice-comma-utf8.csv", "UTF-8", "comma"],
    ["libreoffice-semicolon-1252.csv", "Windows-1252", "semicolon"],
    ["libreoffice-tab-utf16.csv", "UTF-16 LE", "tab"],
  ])("%s comes back cell for cell", async (name, encoding, delimiter) => {
    const table = await read(name);
    expect(table).toMatchObject({format: "delimited", details: {encoding, delimiter}});
    expect(table.rowNumbers).toEqual(Int32Array.of(2, 4, 5));
    expect(rowsOf(table)).toEqual([
      ["kommunenr", "navn", "vekt", "kommentar"],
      ["0301", "Ålesund, Bø; Våler", "1.5", 'To\nlinjer; "sitat", og komma'],
      ["1103", "Tromsø", "1000.25", ""],
      ["2030", "Nøtterøy", "-0.5", "– «æøå» –"],
    ]);
  });
});

describe("a text in a dialect of Excel", () => {
  const rows = (lineBreak: string) => [
    ["Kommunenr", "Navn", "Vekt", "Kommentar"],
    ["0301", "Oslo", "1,5", "En linje; med semikolon"],
    ["1103", "Bærum – «Å»", "-0,25", `To${lineBreak}linjer og "sitat"`],
    ["2030", "Tromsø", "", ""],
  ];
  const sami = ["2030", "Sør-Varanger / Mátta-Várjjat", "3", "čđŋšŧž ÁČĐŊŠŦŽ"];

  it.each([
    ["excel-norwegian.csv", "Windows-1252", "semicolon", rows("\n"), [2, 3, 5]],
    ["excel-norwegian-utf8.csv", "UTF-8", "semicolon", [...rows("\n"), sami], [2, 3, 5, 6]],
    ["excel-unicode.txt", "UTF-16 LE", "tab", [...rows("\n"), sami], [2, 3, 5, 6]],
    ["excel-mac.csv", "Windows-1252", "semicolon", rows(" "), [2, 3, 4]],
    ["sep-line.csv", "UTF-8", "comma", rows("\n"), [3, 4, 6]],
    ["utf16-be.csv", "UTF-16 BE", "comma", [...rows("\n"), sami], [2, 3, 5, 6]],
  ])(
    "%s comes back cell for cell, with the line each row starts on",
    async (name, encoding, delimiter, cells, lines) => {
      const table = await read(name);
      expect(table.details).toEqual({encoding, delimiter});
      expect(rowsOf(table)).toEqual(cells);
      expect([...table.rowNumbers]).toEqual(lines);
    },
  );
});

describe("readDelimited(raw)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "delimited-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  const readBytes = (bytes: Uint8Array | string) => {
    const path = join(folder, "a.csv");
    writeFileSync(path, bytes);
    return readRawTable(path);
  };

  it("keeps spaces, leading zeros and decimal commas as they stand", async () => {
    expect(rowsOf(await readBytes("a;b\n 007 ;1,50\n"))).toEqual([
      ["a", "b"],
      [" 007 ", "1,50"],
    ]);
  });

  it("stores each distinct text of a column once", async () => {
    const [, b] = (await readBytes("a;b\n1;x\n2;y\n3;x\n")).columns;
    expect(b.values).toEqual(["x", "y"]);
    expect(b.codes).toEqual(Int32Array.of(0, 1, 0));
  });

  it("passes over empty lines and says how many stood between rows", async () => {
    const table = await readBytes("a;b\r\n\r\n1;2\r\n\r\n3;4\r\n\r\n");
    expect(table.details.emptyLines).toBe("2");
    expect(table.rowNumbers).toEqual(Int32Array.of(3, 5));
  });

  it("counts a line break inside quotes once, however it is written", async () => {
    const table = await readBytes('a;b\r\n"x\r\ny";1\r\n"x\ny";2\r\nz;3\r\n');
    expect(table.rowNumbers).toEqual(Int32Array.of(2, 4, 6));
  });

  it("reads one column, of words with or without commas", async () => {
    const table = await readBytes("navn\nOslo\nBø, Telemark\n");
    expect(table.details.delimiter).toBe("none");
    expect(rowsOf(table)).toEqual([["navn"], ["Oslo"], ["Bø, Telemark"]]);
  });

  it("lets empty cells stand after the header’s last, and leaves out a column with neither header nor cell", async () => {
    expect(rowsOf(await readBytes("a;b;\n1;2;;\n3;4;\n"))).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("lets a quote stand inside a cell that is not quoted", async () => {
    expect(rowsOf(await readBytes('a;b\n1;2" rør\n"3";4 "x"\n'))).toEqual([
      ["a", "b"],
      ["1", '2" rør'],
      ["3", '4 "x"'],
    ]);
  });

  it.each([
    ["Undersøkelsen 2024\na;b\nx;1\ny;2\n", "2"],
    ["Undersøkelsen 2024, første runde;;\n\nTatt ut 1.3.2024;;\na;b;\nx;1;\ny;2;\n", "4"],
    ["Tatt ut, i dag\nAv Kari\na;b\nx;1\ny;2\nz;\nz;3\n", "3"],
  ])("finds the header below titles in %j", async (text, headerRow) => {
    const table = await readBytes(text);
    expect(table.details).toMatchObject({delimiter: "semicolon", headerRow});
    expect(rowsOf(table).slice(0, 3)).toEqual([
      ["a", "b"],
      ["x", "1"],
      ["y", "2"],
    ]);
    expect(table.rowNumbers[0]).toBe(Number(headerRow) + 1);
  });

  it.each([
    ["a;b\n1;2\n3\n", "row of 1 cells under a header of 2 (a.csv, row 3)"],
    ["a;b\n1;2\n3;4;5\n", 'cell beyond the header’s last: "5" (a.csv, row 3)'],
    ["a;;c\n1;;3\n1;2;3\n", 'cell in a column without a header: "2" (a.csv, row 3, column 2)'],
    ["a;b\n", "no rows below the header (a.csv)"],
    [";\n1;2\n", "no header (a.csv, row 1)"],
    ["\n\n", "no header (a.csv)"],
    ['a;b\n1;2\n"1"2;2\n', "text after a closing quote (a.csv, row 3)"],
    ['a;b\n1;2\n"3;4\n5;6\n', "quote that is never closed (a.csv, row 3)"],
    ["a;b,c\n1;2,3\n", 'two delimiters fit equally well: say which in a first line like sep=;: ";,"'],
    ["Svar\na;b\nx;y\n", 'cell beyond the header’s last: "b" (a.csv, row 2)'],
    ["sted;\nBø;Telemark\nOs;Vestland\n", 'cell in a column without a header: "Telemark" (a.csv, row 2, column 2)'],
    ["a;b\n1;2\n3;\0\n", 'byte that is no text in utf-8: "\\u0000" (a.csv, row 3)'],
  ])("refuses %j: %s", async (text, message) => {
    await expect(readBytes(text)).rejects.toThrow(message);
  });

  it("keeps a text of which a byte is not in the encoding of the rest, and names its line", async () => {
    const damaged = Buffer.from("a;b\næ;ø\nå;é\n1;x\n");
    damaged[damaged.length - 2] = 0xe6;
    const table = await readBytes(damaged);
    expect(table.details).toMatchObject({encoding: "UTF-8", unreadableCharacters: "1, the first in line 4"});
    expect(rowsOf(table)[3]).toEqual(["1", "\ufffd"]);
  });

  it("names the line of a byte that is no text, or from which on two encodings are mixed", async () => {
    const mixed = Buffer.concat([Buffer.from("a;b\n1;æ\n"), Buffer.from("ø;å\n", "latin1")]);
    await expect(readBytes(mixed)).rejects.toThrow(
      "text that is UTF-8 but for many bytes: save it again as UTF-8 (a.csv, row 3)",
    );
    await expect(readBytes(Buffer.from("a;b\n1;\x81\xe6\n", "latin1"))).rejects.toThrow(
      'byte that is no text in windows-1252: "\\u0081" (a.csv, row 2)',
    );
  });

  it("keeps a text of UTF-16 of which a character cannot be read, on record, unless they are many", async () => {
    for (const encode of [
      (text: string) => Buffer.from(text, "utf16le"),
      (text: string) => Buffer.from(text, "utf16le").swap16(),
    ]) {
      const table = await readBytes(encode("\ufeffa;b\n1;å\n2;B\ud800rum\n3;ø\n"));
      expect(rowsOf(table)).toEqual([
        ["a", "b"],
        ["1", "å"],
        ["2", "B\ufffdrum"],
        ["3", "ø"],
      ]);
      expect(table.details.unreadableCharacters).toBe("1, the first in line 3");
      await expect(readBytes(encode("\ufeffa;b\n1;å\n2;\ud800B\udfff\n"))).rejects.toThrow(
        "text that is UTF-16 but for many characters: save it again (a.csv, row 3)",
      );
    }
  });

  it("reads letters that stand across the pieces in which a long file is read", async () => {
    for (const start of ["a;b", "a;bc", "a;bcd", "a;bcde"]) {
      const table = await readBytes(`${start}\n1;${"–😀".repeat(200_000)}\n`);
      expect(table.details.encoding).toBe("UTF-8");
      expect(table.columns[1].values[0] === "–😀".repeat(200_000)).toBe(true);
    }
  });

  it("refuses a text that ends in the middle of a letter", async () => {
    const text = Buffer.from("\ufeffa;b\n1;å\n2;ø\n", "utf16le");
    await expect(readBytes(Buffer.concat([text, Buffer.of(0x41)]))).rejects.toThrow(
      "text that ends within a character of utf-16le (a.csv, row 4)",
    );
  });

  it("counts a line break once that stands across the pieces in which a long file is read", async () => {
    const piece = 1 << 18;
    const rows = "1;2\r\n".repeat(Math.ceil(piece / 5));
    for (const header of ["a;b\r\n", "aa;b\r\n", "aaa;b\r\n", "a;bbbb\r\n", "aa;bbbb\r\n"]) {
      const text = Buffer.from(`${header}${rows}1;\x81\r\n`, "latin1");
      const line = 2 + rows.length / 5;
      await expect(readBytes(text), header).rejects.toThrow(
        `byte that is no text in windows-1252: "\\u0081" (a.csv, row ${line})`,
      );
    }
  });

  it("tells of bytes read, up to all", async () => {
    const path = join(folder, "progress.csv");
    writeFileSync(path, `a;b\n${"1;2\n".repeat(200_000)}`);
    const told: number[] = [];
    await readRawTable(path, {
      progress: (done, total) => {
        expect(total).toBe(800_004);
        told.push(done);
      },
    });
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(800_004);
  });

  const encodings = {
    "UTF-8": (text: string) => Buffer.from(text),
    "UTF-8 with mark": (text: string) => Buffer.from(`\ufeff${text}`),
    "UTF-16 LE": (text: string) => Buffer.from(text, "utf16le"),
    "UTF-16 LE with mark": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
    "UTF-16 BE": (text: string) => Buffer.from(text, "utf16le").swap16(),
    "UTF-16 BE with mark": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  };
  // No letter of these and none after it look like UTF-8 together when written in Windows-1252, as Å and » do.
  const western = [..."aZ0 .'-æøåÆØÅéäöü\t,;\"\n"];
  const cellOf = (letters: readonly string[]) =>
    fc.string({unit: fc.constantFrom(...letters), maxLength: 8}).map((text) => text.replaceAll("\r", ""));
  const tableOf = (letters: readonly string[]) =>
    fc
      .tuple(fc.integer({min: 2, max: 5}), fc.integer({min: 1, max: 12}))
      .chain(([width, rows]) =>
        fc.array(fc.array(cellOf(letters), {minLength: width, maxLength: width}), {minLength: rows, maxLength: rows}),
      );
  const dialect = fc.record({
    delimiter: fc.constantFrom(";", ",", "\t"),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    isAllQuoted: fc.boolean(),
    isEnded: fc.boolean(),
  });
  type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never;

  function write(rows: string[][], {delimiter, end, isAllQuoted, isEnded}: Dialect): string {
    const special = new RegExp(`["\\r\\n${delimiter}]`);
    const cell = (text: string) =>
      isAllQuoted || special.test(text) ? `"${text.replaceAll('"', '""').replaceAll("\n", end)}"` : text;
    return rows.map((cells) => cells.map(cell).join(delimiter)).join(end) + (isEnded ? end : "");
  }

  async function expectBack(rows: string[][], bytes: (text: string) => Uint8Array, written: Dialect): Promise<void> {
    const header = rows[0].map((_, at) => `Spørsmål ${at + 1}`);
    const table = await readBytes(bytes(write([header, ...rows], written)));
    const expected = rows.map((cells) => cells.map((text) => text.replaceAll("\n", written.end)));
    expect(rowsOf(table)).toEqual([header, ...expected]);
  }

  it.each(Object.entries(encodings))(
    "gets any table back cell for cell, in every dialect, from %s",
    async (_, encode) => {
      await fc.assert(
        fc.asyncProperty(tableOf([...western, ..."§«»čđŋšŧžÁČĐŊŠŦŽ–😀"]), dialect, (rows, written) =>
          expectBack(rows, encode, written),
        ),
        {numRuns: runs(30, 100)},
      );
    },
  );

  it("gets any table back cell for cell, in every dialect, from Windows-1252", async () => {
    await fc.assert(
      fc.asyncProperty(tableOf(western), dialect, (rows, written) =>
        expectBack(rows, (text) => Buffer.from(text, "latin1"), written),
      ),
      {numRuns: runs(30, 100)},
    );
  });
});
