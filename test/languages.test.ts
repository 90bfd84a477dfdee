import {describe, expect, it} from "vitest";
import {absolute} from "../site/siteUrl.js";
import {pages, pathOf} from "../src/lib/pages.js";
import {builtPage} from "./support/builtPage.js";

describe("nb and en", () => {
  it.each(pages)("say the same on $id, number by number", ({id}) => {
    const [nb, en] = (["nb", "en"] as const).map((lang) => numbersOf(builtPage(`${pathOf(id, lang)}`)));
    expect(nb).toEqual(en);
  });

  it.each(pages)("have the same anchors on $id, so that the language switch keeps the place", ({id}) => {
    const [nb, en] = (["nb", "en"] as const).map((lang) =>
      [...builtPage(pathOf(id, lang)).querySelectorAll("main [id]")].map((element) => element.id).sort(),
    );
    expect(nb).toEqual(en);
  });

  it.each(pages)("name each other, themselves and the one for all others on $id", ({id}) => {
    for (const lang of ["nb", "en"] as const) {
      const page = builtPage(pathOf(id, lang));
      const alternates = [...page.querySelectorAll("link[rel=alternate]")].map((link) => [
        link.getAttribute("hreflang"),
        link.getAttribute("href"),
      ]);
      expect(page.documentElement.lang).toBe(lang);
      expect(alternates).toEqual([
        ["nb", absolute(pathOf(id, "nb"))],
        ["en", absolute(pathOf(id, "en"))],
        ["x-default", absolute(id === "index" ? "" : pathOf(id, "en"))],
      ]);
      expect(page.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(absolute(pathOf(id, lang)));
    }
  });

  it.each(pages)("mark what is quoted in the other language on $id", ({id}) => {
    for (const lang of ["nb", "en"] as const) {
      const quotes = [...builtPage(pathOf(id, lang)).querySelectorAll("q, blockquote")];
      expect(quotes.filter((quote) => !quote.getAttribute("lang"))).toEqual([]);
    }
  });

  it("share no label that a screen reader hears, but for names", () => {
    const shared = pages.flatMap(({id}) => {
      const [nb, en] = (["nb", "en"] as const).map((lang) => new Set(labelsOf(builtPage(pathOf(id, lang)))));
      return [...nb].filter((label) => en.has(label));
    });
    expect(shared.filter((label) => !["BibTeX"].includes(label))).toEqual([]);
  });
});

/** Every number of a page with what it is, in reading order, by a measure that does not depend on the language. */
function numbersOf(page: Document): string[] {
  return [...page.querySelectorAll("main .n")].map((number) => {
    const shown = number.firstChild?.textContent ?? "";
    const digits = shown.replace(/[\s\u00a0]|,(?=\d{3})/g, "").match(/\d+(?:[.,]\d+)*/g) ?? [];
    return `${number.className} ${number.getAttribute("href") ?? ""} ${digits.map((each) => each.replace(",", ".")).join(" ")}`;
  });
}

function labelsOf(page: Document): string[] {
  return [...page.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label") ?? "");
}
