import {describe, expect, it} from "vitest";
import {writeCsv} from "./writeCsv.js";

describe("writeCsv", () => {
  it("separates by semicolons, quotes what needs it, and ends rows as Windows does", () => {
    expect(
      writeCsv(
        ["a", "b"],
        [
          ["1", "x; y"],
          ['"', "ø"],
        ],
      ).text,
    ).toBe('\ufeffa;b\r\n1;"x; y"\r\n"""";ø\r\n');
  });

  it("says on which line each row starts, whatever line breaks are within", () => {
    expect(writeCsv(["a"], [["1"], ["2\n3"], ["4"]]).lines).toEqual([2, 3, 5]);
  });
});
