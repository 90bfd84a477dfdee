import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {facts, quantities} from "../facts.js";
import {claimsBlock, contextBlock} from "./blocks/sources.js";
import {usage} from "./usage.js";

const uses = usage();
const pageOf = (html: string) => new JSDOM(html).window.document;

describe("usage()", () => {
  it("finds a claim in prose and in figures, each place once", () => {
    const places = (uses.get("uses-by-year-end") ?? []).map(({page, anchor}) => `${page} ${anchor ?? "prose"}`);
    expect(places).toContain("adoption prose");
    expect(places).toContain("adoption figure-adoption");
    expect(places).toContain("strategy figure-strategy-gap");
    expect(new Set(places).size).toBe(places.length);
  });

  it("counts a derived number as a use of each claim that it is made of", () => {
    const places = (id: string) => (uses.get(id) ?? []).map(({page, anchor}) => `${page} ${anchor}`);
    expect(places("two-or-more-pages")).toContain("index figure-of-a-hundred");
    expect(places("on-facebook")).toContain("index figure-of-a-hundred");
  });

  it("counts every reading that a switch can show", () => {
    expect((uses.get("strategy-by-year-end") ?? []).map(({anchor}) => anchor)).toContain("figure-dialogue");
  });

  it("finds every stated number in use", () => {
    for (const {id, rank} of quantities.values()) if (rank === "stated") expect(uses.has(id), id).toBe(true);
  });

  it("names nothing but claims and records that there are", () => {
    const known = new Set([...facts.summary.claims, ...facts.context.records].map(({id}) => id));
    for (const id of uses.keys()) expect(known, id).toContain(id);
  });
});

describe.each(["nb", "en"] as const)("the list of sources in %s", (lang) => {
  const claims = pageOf(claimsBlock(lang).html);
  const records = pageOf(contextBlock(lang).html);

  it("holds every claim once, with wording in the language it was written in, rank and use", () => {
    expect(claims.querySelectorAll("li")).toHaveLength(facts.summary.claims.length);
    for (const {id, text, quote} of facts.summary.claims) {
      const entry = claims.getElementById(`s-${id}`);
      expect(entry?.textContent, id).toContain(text[lang]);
      expect(entry?.querySelector("blockquote")?.textContent, id).toBe(quote.text);
      expect(entry?.querySelector("blockquote")?.getAttribute("lang"), id).toBe(quote.lang);
      const used = entry?.lastElementChild?.querySelectorAll("a").length ?? 0;
      expect(used, id).toBe(uses.get(id)?.length ?? 0);
      if (used === 0) {
        expect(entry?.lastElementChild?.textContent, id).toBe(
          lang === "nb" ? "Ikke brukt i tekst eller figur" : "Not used in text or figure",
        );
      }
    }
  });

  it("holds every record of another survey once, with each of its numbers", () => {
    for (const {id} of facts.context.records) {
      const entry = records.getElementById(`s-${id}`);
      const numbers = facts.context.values.filter(({record}) => record === id);
      expect(entry?.querySelectorAll(".entry-numbers .n"), id).toHaveLength(numbers.length);
    }
    expect(records.querySelectorAll("ol > li")).toHaveLength(42);
  });
});
