import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {exampleTable} from "../../../../test/support/exampleTable.js";
import {tableClipboard} from "./tableClipboard.js";

const taken = (lang: "nb" | "en") => {
  const {html, text} = tableClipboard([exampleTable()], {lang});
  return {table: new JSDOM(html).window.document, text, html};
};

describe("tableClipboard", () => {
  it("has in its caption what the table is about, and that respondents are made up", () => {
    const caption = taken("nb").table.querySelector("caption")?.textContent;
    for (const said of [
      "Kanaler, etter «Størrelse»",
      "Fylke: Oslo eller Hordaland",
      "Antall som svarte: 1\u00a0234",
      "Konstruerte svar: ",
    ])
      expect(caption).toContain(said);
  });

  it("heads every row and column, and is of one width", () => {
    const {table} = taken("nb");
    expect([...table.querySelectorAll('thead th[scope="col"]')].map((each) => each.textContent)).toEqual([
      "Kanaler (konstruerte svar)",
      "Alle",
      "Små",
      "Store",
      "Ingen",
    ]);
    const rows = [...table.querySelectorAll("tbody tr")];
    expect(rows.map((row) => row.querySelectorAll('th[scope="row"]').length)).toEqual([1, 1, 1, 1, 1]);
    expect(rows.map((row) => row.children.length)).toEqual([5, 5, 5, 5, 5]);
  });

  it("writes per cent as the language does", () => {
    expect(taken("nb").table.querySelector("tbody td")?.textContent).toBe("54\u00a0%");
    expect(taken("en").table.querySelector("tbody td")?.textContent).toBe("54%");
  });

  it("shows symbols for what is not there, and explains them", () => {
    const {table, text} = taken("en");
    expect([...table.querySelectorAll("tbody td")].slice(7, 12).map((each) => each.textContent)).toEqual([
      "",
      "0%",
      "..",
      "..",
      ".",
    ]);
    expect(table.querySelector("tfoot")?.textContent).toContain(": Suppressed to protect privacy.");
    expect(text).toContain(": Suppressed to protect privacy.");
  });

  it("is the same as text, columns apart by tabs", () => {
    const lines = taken("nb").text.split("\n");
    expect(lines).toContain("Facebook\t54\u00a0%\t3 av 4\t33\u00a0%*\t:");
    expect(lines.some((line) => line.startsWith("Konstruerte svar: "))).toBe(true);
    expect(lines).toContain("Kanaler (konstruerte svar)\tAlle\tSmå\tStore\tIngen");
  });

  it("has nothing that a spreadsheet or a browser would run", () => {
    const table = exampleTable();
    const rows = [{...table.rows[0], label: {nb: "<img src=x onerror=alert(1)>", en: ""}}, table.rows[1]];
    const {html, text} = tableClipboard([{...table, rows}], {lang: "nb"});
    expect(new JSDOM(html).window.document.querySelector("img")).toBeNull();
    expect(html).toContain(">&#39;=1+1");
    expect(text).toContain("\n'=1+1");
  });

  it("does not part a label at its tab or line break", () => {
    const table = exampleTable();
    const rows = [{...table.rows[0], label: {nb: "en\tto\ntre", en: ""}}, table.rows[1]];
    expect(tableClipboard([{...table, rows}], {lang: "nb"}).text).toContain("\nen to tre\t54");
  });
});
