import {describe, expect, it} from "vitest";
import {facts, quantities} from "../site/facts.js";
import type {Lang} from "../src/lib/language/text.js";
import {type PageId, pages, pathOf} from "../src/lib/pages.js";
import {builtPage} from "./support/builtPage.js";

/*
 * Read from the site as it was built, and not from what it was built of: what a page prints, quotes or draws has to stand
 * under “used on” of the claim or the record that it is from.
 */

const lists: readonly PageId[] = ["sources", "other-surveys"];
const others = pages.map(({id}) => id).filter((id) => !lists.includes(id));
const languages = ["nb", "en"] as const;

/** Where the entry of a claim or a record says that it is used, as paths with anchors. */
function usedOn(id: string, lang: Lang): string[] {
  const known = uses.get(`${lang} ${id}`) ?? readUses(id, lang);
  uses.set(`${lang} ${id}`, known);
  return known;
}

const uses = new Map<string, string[]>();

function readUses(id: string, lang: Lang): string[] {
  const entry = lists.map((page) => builtPage(pathOf(page, lang)).getElementById(`s-${id}`)).find(Boolean);
  const links = [...(entry?.lastElementChild?.querySelectorAll("a") ?? [])];
  return links.map((link) => {
    const {pathname, hash} = new URL(link.href);
    return `${pathname.slice(1).replace(/\.html$/, "")}${hash}`;
  });
}

const claimsOf = (number: string) => quantities.get(number)?.claims ?? [];
const idsIn = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].flatMap((link) => {
    const [, id] = /#n-([\w-]+)$/.exec(link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "") ?? [];
    return id ? [id] : [];
  });

/** Figures of a page that count no respondents. */
const figuresOf = (page: Document) =>
  [...page.querySelectorAll<HTMLElement>(".figure:not([data-explores])")].filter(({id}) => id);

/** What a page prints outside figures and notes on numbers. */
function proseOf(page: Document): Element {
  const main = page.querySelector("main")?.cloneNode(true) as Element;
  for (const part of main.querySelectorAll(".figure, .notes, noscript, form")) part.remove();
  return main;
}

const folded = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").toLowerCase();

describe.each(languages)("“used on” in %s", (lang) => {
  it("names every page that prints a number, for each claim and record it is made of", () => {
    const missing = others.flatMap((id) => {
      const numbers = idsIn(proseOf(builtPage(pathOf(id, lang))), "a.n");
      return numbers
        .flatMap(claimsOf)
        .filter((claim) => !usedOn(claim, lang).includes(address(id, lang)))
        .map((claim) => `${id}: ${claim}`);
    });
    expect(missing).toEqual([]);
  });

  it("names every figure that draws a number or the fieldwork", () => {
    let seen = 0;
    const missing = others.flatMap((id) =>
      figuresOf(builtPage(pathOf(id, lang))).flatMap((figure) => {
        const drawn = idsIn(figure, "svg a").flatMap(claimsOf);
        const band = folded(figure.querySelector("svg")?.textContent);
        if (/datainnsamling|fieldwork/.test(band)) drawn.push("study-fieldwork");
        seen += drawn.length;
        return drawn
          .filter((claim) => !usedOn(claim, lang).includes(`${address(id, lang)}#${figure.id}`))
          .map((claim) => `${id}#${figure.id}: ${claim}`);
      }),
    );
    expect(seen).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });
});

it("“used on” names every page that quotes the summary", () => {
  const found: string[] = [];
  const missing = others.flatMap((id) => {
    const text = proseOf(builtPage(pathOf(id, "nb"))).textContent ?? "";
    const quoted = [...text.matchAll(/«([^»]+)»/g)]
      .map(([, words]) => folded(words))
      .filter((words) => words.includes(" "));
    return facts.summary.claims.flatMap(({id: claim, quote}) => {
      const isQuoted =
        quoted.some((words) => only(words) === claim) ||
        (isLong(quote.text) && folded(text).includes(folded(quote.text)));
      if (isQuoted) found.push(claim);
      return isQuoted && !pagesOf(claim).includes(address(id, "nb")) ? [`${id}: ${claim}`] : [];
    });
  });
  expect(found).toContain("facebook-main-channel");
  expect(found.length).toBeGreaterThan(3);
  expect(missing).toEqual([]);
});

/** Pages that use a claim, in whatever part of them. */
const pagesOf = (claim: string) => usedOn(claim, "nb").map((use) => use.replace(/#.*$/, ""));

/** Not the name of a thing, which answers of a questionnaire have too. */
const isLong = (text: string) => text.split(" ").length > 3;

/** The one claim whose quotation has these words, if it is one. */
function only(words: string): string | undefined {
  const claims = facts.summary.claims.filter(({quote}) =>
    new RegExp(`(^|\\P{L})${words.replace(/[^\p{L}\d ]/gu, ".")}($|\\P{L})`, "u").test(folded(quote.text)),
  );
  return claims.length === 1 ? claims[0].id : undefined;
}

const address = (page: PageId, lang: Lang) => pathOf(page, lang).replace(/\.html$/, "");
