import {describe, expect, it} from "vitest";
import {nextPage, pageAt, pages, pathOf} from "./pages.js";

describe("pathOf(page, lang)", () => {
  it("is the language's folder for the overview, and the page's name below it for the rest", () => {
    expect(pathOf("index", "nb")).toBe("nb/");
    expect(pathOf("success-criteria", "en")).toBe("en/success-criteria.html");
  });
});

describe("pageAt(path)", () => {
  it("finds again every page that pathOf gives a path, with or without a leading slash", () => {
    for (const {id} of pages) {
      for (const lang of ["nb", "en"] as const) {
        expect(pageAt(pathOf(id, lang))).toEqual({page: id, lang});
        expect(pageAt(`/${pathOf(id, lang)}`)).toEqual({page: id, lang});
      }
    }
  });

  it("finds no page in the choice of language, another language or a name that is none", () => {
    for (const path of ["/", "/index", "/no/adoption", "/nb/nothing", "/nb/adoption/more", "/nb", "/404"]) {
      expect(pageAt(path)).toBeNull();
    }
  });
});

describe("nextPage(page)", () => {
  it("leads through every page in reading order, and from the last to none", () => {
    expect(nextPage("index")?.id).toBe("adoption");
    expect(nextPage("what-can-it-say")?.id).toBe("crosstab");
    expect(nextPage("crosstab")?.id).toBe("data-quality");
    expect(nextPage("codebook")?.id).toBe("sources");
    expect(nextPage("accessibility")).toBeNull();
  });
});
