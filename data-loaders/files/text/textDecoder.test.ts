import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {fixture} from "../../../test/support/files/fixture.js";
import {rowsOf} from "../../../test/support/files/rowsOf.js";
import {readRawTable} from "../readRawTable.js";
import {CellDecoder} from "./textDecoder.js";

const folder = mkdtempSync(join(tmpdir(), "decoder-"));
afterAll(() => rmSync(folder, {recursive: true}));

describe("a text that is not in the file’s encoding", () => {
  it.each(["haven-118.dta", "haven-none.sav"])("is kept as unreadable, and all others are read: %s", async (name) => {
    const bytes = readFileSync(fixture(name));
    bytes[bytes.indexOf("Tromsø") + 5] = 0xff;
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const [table, whole] = [await readRawTable(path), await readRawTable(fixture(name))];
    expect(table.details).toEqual({...whole.details, unreadableTexts: "1"});
    const texts = rowsOf(whole).map((row) => row.map((text) => (text === "Tromsø" ? "Troms\ufffd\ufffd" : text)));
    expect(rowsOf(table)).toEqual(texts);
  });
});

describe("CellDecoder", () => {
  const decoded = (...texts: readonly (readonly number[])[]) => {
    const decoder = new CellDecoder("utf-8");
    return {
      texts: texts.map((bytes) => decoder.decode(Uint8Array.from(bytes))),
      details: () => decoder.details("a.sav"),
    };
  };
  const [letter, cut, ascii] = [[0xc3, 0xa6], [0x41, 0xc3], [0x41]];

  it("goes on after a text that is cut in the middle of a character", () => {
    const {texts, details} = decoded(letter, cut, ascii, letter);
    expect(texts).toEqual(["æ", "A\ufffd", "A", "æ"]);
    expect(details()).toEqual({unreadableTexts: "1"});
  });

  it("refuses a file of which more texts are in another encoding than in its own", () => {
    const {details} = decoded(letter, cut, cut, ascii, ascii);
    expect(details).toThrow('texts that are not in the file’s encoding, utf-8: 2: "A\ufffd" (a.sav)');
  });
});
