import {readFileSync} from "node:fs";
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
    expect(nextPage("before-after")?.id).toBe("municipality");
    expect(nextPage("municipality")?.id).toBe("what-can-it-say");
    expect(nextPage("what-can-it-say")?.id).toBe("explore");
    expect(nextPage("explore")?.id).toBe("data-quality");
    expect(nextPage("codebook")?.id).toBe("sources");
    expect(nextPage("sources")?.id).toBe("other-surveys");
    expect(nextPage("citation")).toBeNull();
    expect(nextPage("changelog")).toBeNull();
    expect(nextPage("accessibility")).toBeNull();
  });
});

/** A page without its words: its headings by level and name, its paragraphs and entries of lists, its conditions and cells. */
function outlineOf(path: string): string[] {
  let isCell = false;
  return readFileSync(path, "utf8")
    .replace(/^---\n.*?\n---\n/s, "")
    .split("\n")
    .map((line) => {
      const isFence = line.startsWith("```");
      if (isFence) isCell = !isCell;
      if (isFence || isCell || line.startsWith(":::")) return line;
      const [mark] = /^(#+ |- |\d+\. |> |<[^>]*>)?/.exec(line) ?? [];
      const [name] = /\{#[\w-]+\}$/.exec(line) ?? [];
      return `${mark || (line && "text")}${name ?? ""}`;
    });
}

describe("a page", () => {
  it.each(pages)("has the same parts in both languages, and of the same files of respondents: $id", ({id}) => {
    expect(outlineOf(`src/en/${id}.md`)).toEqual(outlineOf(`src/nb/${id}.md`));
  });
});
