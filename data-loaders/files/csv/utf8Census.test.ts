import {Buffer, isUtf8} from "node:buffer";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {runs} from "../../../test/support/sampled.js";
import {Utf8Census} from "./utf8Census.js";

function census(...pieces: Uint8Array[]): Utf8Census {
  const taken = new Utf8Census();
  for (const piece of pieces) taken.add(piece);
  taken.finish();
  return taken;
}

describe("Utf8Census", () => {
  it("counts characters beyond ASCII, across pieces", () => {
    const bytes = Buffer.from("aæø–😀");
    for (let at = 0; at <= bytes.length; at++) {
      expect(census(bytes.subarray(0, at), bytes.subarray(at))).toMatchObject({sequences: 4, defects: 0});
    }
  });

  it("names the line of the first byte that fits no character", () => {
    const taken = census(Buffer.from("a\r\nb\rc\n\xe6\n\xf8", "latin1"));
    expect(taken).toMatchObject({sequences: 0, defects: 2, lineOfDefect: 4});
  });

  it("finds no defect where Node finds none, and one where it finds some", () => {
    const bytes = fc.oneof(
      fc.uint8Array({maxLength: 6}),
      fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f), {maxLength: 8}),
      fc.string({unit: "binary"}).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        const taken = Uint8Array.from(some);
        expect(census(taken).defects === 0).toBe(isUtf8(taken));
      }),
      {numRuns: runs(400, 2000)},
    );
  });
});
