import {describe, expect, it} from "vitest";
import {exampleCell, exampleTable} from "../../../../test/support/exampleTable.js";
import type {ExploredTable} from "../table.js";
import {shownTable} from "./shownTable.js";

const texts = (table: ExploredTable, lang: "nb" | "en") =>
  shownTable(table, lang).rows.map(({cells}) => cells.map(({text}) => text));

describe("shownTable", () => {
  it("writes per cent as the language does, few as numbers, and symbols for what is not there", () => {
    expect(texts(exampleTable(), "nb")).toEqual([
      ["54\u00a0%", "3 av 4", "33\u00a0%*", ":"],
      ["48–60", "", "48–60", ""],
      ["0\u00a0%", "..", "..", "."],
      ["0–4", "", "", ""],
      ["1\u00a0234", "4", "20", ":"],
    ]);
    expect(texts(exampleTable(), "en")[0]).toEqual(["54%", "3 of 4", "33%*", ":"]);
  });

  it("keeps the number behind a text that says no less than it", () => {
    const [first, ...others] = shownTable(exampleTable(), "nb").rows[0].cells;
    expect(first).toMatchObject({value: 0.54, kind: "percent"});
    expect(others.map(({value}) => value)).toEqual([null, 1 / 3, null]);
  });

  it("shows weighted counts, and means with two decimals, as the page does", () => {
    const cells = [[exampleCell({count: 1234.5678, estimate: 2.25})]];
    const columns = exampleTable().columns.slice(0, 1);
    const rows = exampleTable().rows.slice(0, 1);
    expect(texts(exampleTable({measure: "count", cells, columns, rows}), "en")[0]).toEqual(["1,235"]);
    expect(texts(exampleTable({measure: "mean", cells, columns, rows}), "nb")[0]).toEqual(["2,25"]);
  });

  it("puts how many answered after each row where rows are what is shared out", () => {
    const shown = shownTable(exampleTable({measure: "rowPercent"}), "nb");
    expect(shown.columns.at(-1)).toBe("Antall som svarte (n)");
    expect(shown.rows.map(({cells}) => cells.at(-1)?.text)).toEqual(["54", "", "40", ""]);
  });

  it("says over its rows that respondents are made up", () => {
    expect(shownTable(exampleTable(), "nb").corner).toBe("Kanaler (konstruerte svar)");
    expect(shownTable(exampleTable({rank: "estimated"}), "nb").corner).toBe("Kanaler");
  });

  it("has the letter of a column in its head, and those that a cell is above beside its interval", () => {
    const letters = [
      ["", "", "A", ""],
      ["", "", "", ""],
    ];
    const legend = [{nb: "Bokstaver.", en: "Letters."}];
    const shown = shownTable({...exampleTable(), letters, legend}, "en");
    expect(shown.columns).toEqual(["All", "Small (A)", "Big (B)", "None (C)"]);
    expect(shown.rows[1].cells.map(({text}) => text)).toEqual(["48–60", "", "48–60 A", ""]);
    expect(shown.marks[0]).toBe("Letters.");
  });

  it("explains the marks that occur, and no others", () => {
    expect(shownTable(exampleTable(), "nb").marks).toEqual([
      "* Usikkert tall: få svar eller bredt konfidensintervall.",
      ": Skjult av hensyn til personvern.",
      ".. Ingen svar.",
      ". Ikke stilt.",
    ]);
    const cells = [[exampleCell()]];
    expect(
      shownTable(
        exampleTable({cells, rows: exampleTable().rows.slice(0, 1), columns: exampleTable().columns.slice(0, 1)}),
        "nb",
      ).marks,
    ).toEqual([]);
  });
});
