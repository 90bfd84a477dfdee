import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readRuns} from "./readRuns.js";

/** Numbers packed into `width` bits, as one run. */
function packed(numbers: readonly number[], width: number): Uint8Array {
  const groups = Math.ceil(numbers.length / 8);
  let bits = 0n;
  for (const [at, number] of numbers.entries()) bits |= BigInt(number) << BigInt(at * width);
  const bytes = Array.from({length: groups * width}, (_, at) => Number((bits >> BigInt(8 * at)) & 0xffn));
  return Uint8Array.of(2 * groups + 1, ...bytes);
}

describe("readRuns(bytes, width, count)", () => {
  it("repeats a number", () => expect([...readRuns(Uint8Array.of(6, 7), 3, 3)]).toEqual([7, 7, 7]));

  it("unpacks numbers of any width, and leaves out those that fill up", () => {
    const cases = fc
      .integer({min: 0, max: 32})
      .chain((width) =>
        fc.tuple(
          fc.constant(width),
          fc.array(fc.integer({min: 0, max: 2 ** width - 1}), {minLength: 1, maxLength: 400}),
        ),
      );
    fc.assert(
      fc.property(cases, ([width, numbers]) => {
        expect([...readRuns(packed(numbers, width), width, numbers.length)]).toEqual(numbers);
      }),
    );
  });

  it("gives zeros where a number has no bits", () => expect([...readRuns(new Uint8Array(), 0, 2)]).toEqual([0, 0]));

  it.each([
    [[6, 7], 3, 2, "run of more numbers than belong there"],
    [[4, 7], 3, 3, "run that is cut short"],
    [[3, 1], 3, 8, "run that is cut short"],
    [[4], 33, 2, "numbers of over 32 bits"],
  ])("refuses %j", (bytes, width, count, message) => {
    expect(() => readRuns(Uint8Array.from(bytes), width, count)).toThrow(message);
  });
});
