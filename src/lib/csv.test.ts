import {describe, expect, it} from "vitest";
import {csvLines, guardFormula} from "./csv.js";

describe("csvLines", () => {
  it("quotes commas, quotes and line breaks, and leaves nothing else quoted", () => {
    const rows = [["a,b", 'say "ja"', "to\nlinjer", "enkel", 1.5, null]];
    expect([...csvLines(["u", "v", "w", "x", "y", "z"], rows)].join("")).toBe(
      'u,v,w,x,y,z\r\n"a,b","say ""ja""","to\nlinjer",enkel,1.5,\r\n',
    );
  });

  it("hands a long table on in blocks that join to the whole", () => {
    const blocks = [
      ...csvLines(
        ["n"],
        Array.from({length: 10_000}, (_, n) => [n]),
      ),
    ];
    expect(blocks.length).toBe(3);
    expect(blocks.join("").split("\r\n").slice(0, 3)).toEqual(["n", "0", "1"]);
    expect(blocks.join("").split("\r\n").length).toBe(10_002);
  });
});

describe("guardFormula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd", "'+cmd"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
  ])("takes the power from %j", (text, harmless) => {
    expect(guardFormula(text)).toBe(harmless);
  });

  it.each(["-1", "+47", "-2,5", "", "ja", "a=b"])("leaves %j as it is", (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});
