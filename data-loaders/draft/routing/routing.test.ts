import {describe, expect, it} from "vitest";
import {givenTable} from "../../../test/support/cleaning/givenTable.js";
import {draftCodebook} from "../draftCodebook.js";

/** Conditions that are drafted, by question: rows are made from their number. */
function conditions(headers: string[], cellsOf: (row: number) => string[]) {
  const grid = [headers, ...Array.from({length: 60}, (_, row) => cellsOf(row))];
  const {codebook} = draftCodebook(givenTable(grid), {lang: "en", fileChanged: "2024-04-02"});
  return Object.fromEntries(
    codebook.variables.flatMap(({name, universe}) =>
      universe ? [[name, universe.map(({variable, codes}) => `${variable}: ${codes}`).join()]] : [],
    ),
  );
}

const colour = (row: number) => ["red", "blue", "green"][(row * 7) % 3];

describe("a question", () => {
  it("that is empty exactly where another has certain answers was asked of those with the others", () => {
    const asked = (row: number) => (row % 4 === 3 ? "no" : "yes");
    const headers = ["uses", "colour", "why"];
    const gaps = (row: number) => (row % 20 === 0 ? "" : colour(row));
    expect(conditions(headers, (row) => [asked(row), colour(row), asked(row) === "no" ? "" : colour(row)])).toEqual({
      why: "uses: yes",
    });
    expect(conditions(headers, (row) => [asked(row), colour(row), asked(row) === "no" ? "" : gaps(row)])).toEqual({
      why: "uses: yes",
    });
    expect(
      conditions(headers, (row) => [asked(row), colour(row), row === 3 ? "red" : asked(row) === "no" ? "" : "blue"]),
    ).toEqual({});
    expect(conditions(headers, (row) => [asked(row), colour(row), gaps(row)])).toEqual({});
  });

  it("may have a reason for none, and “not asked”, where the other has no answer", () => {
    const asked = (row: number) => ["yes", "no", "yes", "Don't know"][row % 4];
    const why = (row: number) => ({yes: colour(row), no: "Not asked"})[asked(row)] ?? "Refused";
    expect(conditions(["uses", "why"], (row) => [asked(row), why(row)])).toEqual({why: "uses: yes"});
  });

  it("rests on the one that leaves the fewest gaps, of several", () => {
    const first = (row: number) => (row % 4 === 3 ? "no" : "yes");
    const second = (row: number) => (first(row) === "no" ? "" : row % 5 === 0 ? "old" : "new");
    const third = (row: number) => (second(row) === "new" ? colour(row) : "");
    expect(conditions(["a", "b", "c"], (row) => [first(row), second(row), third(row)])).toEqual({
      b: "a: yes",
      c: "b: new",
    });
  });

  it("may rest on several answers, and on one option of several", () => {
    const size = (row: number) => ["small", "large", "none"][row % 3];
    expect(
      conditions(["size", "colour"], (row) => [size(row), size(row) === "none" ? "" : colour((row / 3) | 0)]),
    ).toEqual({
      colour: "size_answer: small,large",
    });
    const uses = (row: number) => [row % 2 ? "x" : "", row % 3 ? "x" : ""];
    const headers = ["Uses - Blog", "Uses - News", "Which blog"];
    expect(conditions(headers, (row) => [...uses(row), row % 2 ? colour((row / 2) | 0) : ""])).toEqual({
      which_blog: "uses: blog",
    });
  });
});
