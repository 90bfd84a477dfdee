import {describe, expect, it} from "vitest";
import {parseViews} from "./savedViews.js";

const view = {name: "Små i Finnmark", page: "crosstab.html", search: "?county=20&size=under2000"};
const fileOf = (...views: unknown[]) => JSON.stringify({betakommViews: 1, views});

describe("parseViews", () => {
  it("gives the views of a file as they were saved", () => {
    expect(parseViews(fileOf(view, {...view, name: "", page: "", search: ""}))).toEqual([
      view,
      {name: "", page: "", search: ""},
    ]);
    expect(parseViews(fileOf())).toEqual([]);
  });

  it("finds no views where nothing was saved", () => {
    expect(parseViews("")).toEqual([]);
  });

  it.each([
    "https://example.org/",
    "//example.org",
    "/en/crosstab.html",
    "../en/crosstab.html",
    "javascript:alert(1)",
    "crosstab.html?x",
    "crosstab.html#x",
    "crosstab.html\n",
    "crosstab.html/..",
    "a\\b",
    "CROSSTAB.html",
    "crosstab.js",
  ])("refuses a page that leads elsewhere, and says which: %s", (page) => {
    expect(parseViews(fileOf(view, {...view, page}))).toBe(`views[1]: ${JSON.stringify({...view, page})}`);
  });

  it.each(["x", "/x", "#x", " ?x", "&a=b", "//example.org?x"])("refuses a query that is none: %s", (search) => {
    expect(parseViews(fileOf({...view, search}))).toBe(`views[0]: ${JSON.stringify({...view, search})}`);
  });

  it("leads to this site whatever a page and a query that it takes say", () => {
    for (const search of ["", "?", "?//example.org", "?javascript:alert(1)", "?a=\\\\example.org"]) {
      const [{page}] = parseViews(fileOf({...view, search})) as (typeof view)[];
      const address = new URL(`${page}${search}`, "https://here.example/nb/adoption.html");
      expect([address.origin, address.pathname]).toEqual(["https://here.example", "/nb/crosstab.html"]);
    }
  });

  it.each([
    ["a name that is no text", {...view, name: 1}],
    ["no name", {page: "", search: ""}],
    ["no page", {name: "", search: ""}],
    ["no query", {name: "", page: ""}],
    ["null", null],
    ["a text", "crosstab.html"],
    ["a list", []],
  ])("refuses a view with %s", (_, wrong) => {
    expect(parseViews(fileOf(view, wrong, view))).toBe(`views[1]: ${JSON.stringify(wrong)}`);
  });

  it.each([
    ["another version", '{"betakommViews":2,"views":[]}', "betakommViews: 2"],
    ["no version", '{"views":[]}', "betakommViews: undefined"],
    ["null", "null", "betakommViews: undefined"],
    ["a list", "[]", "betakommViews: undefined"],
    ["no views", '{"betakommViews":1}', "views: undefined"],
    ["views that are no list", '{"betakommViews":1,"views":"all"}', "views: all"],
  ])("says what is wrong with a file of %s", (_, text, said) => {
    expect(parseViews(text)).toBe(said);
  });

  it("says why a file is no JSON", () => {
    expect(parseViews("name,page\r\n")).toMatch(/JSON/);
  });
});
