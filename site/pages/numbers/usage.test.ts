import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {facts, quantities} from "../../facts.js";
import {contextBlock} from "../blocks/otherSurveys.js";
import {claimsBlock} from "../blocks/sources.js";
import {quotedIn, usage} from "./usage.js";

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
    expect(places("two-or-more-pages")).toContain("channels figure-facebook");
    expect(places("uses-now")).toContain("index figure-of-a-hundred");
    expect(places("on-facebook")).toContain("index figure-of-a-hundred");
  });

  it("counts every reading that a switch can show", () => {
    expect((uses.get("strategy-by-year-end") ?? []).map(({anchor}) => anchor)).toContain("figure-dialogue");
  });

  it("finds what a picture draws beside its numbers, what prose tells in its own words, and what the codebook asks", () => {
    const places = (id: string) => (uses.get(id) ?? []).map(({page, kind, anchor}) => `${page} ${kind} ${anchor}`);
    expect(places("study-fieldwork")).toContain("adoption figure figure-adoption");
    expect(places("study-fieldwork")).toContain("before-after figure figure-before-after");
    expect(places("experience-mostly-positive")).toContain("dialogue text null");
    expect(places("study-commissioned-by")).toContain("index text null");
    expect(places("uses-now")).toContain("codebook question v-uses_now");
  });

  it("finds every stated number in use", () => {
    for (const {id, rank} of quantities.values()) if (rank === "stated") expect(uses.has(id), id).toBe(true);
  });

  it("names nothing but claims and records that there are", () => {
    const known = new Set([...facts.summary.claims, ...facts.context.records].map(({id}) => id));
    for (const id of uses.keys()) expect(known, id).toContain(id);
  });
});

describe("quotedIn(text)", () => {
  it("finds the claim whose words stand between quotation marks", () => {
    expect(quotedIn("Facebook var «den klart viktigste kanalen for kommunesektoren» i 2011.")).toEqual([
      "facebook-main-channel",
    ]);
    expect(quotedIn("kaller dem «professional»")).toEqual(["english-professional-strategies"]);
    expect(quotedIn("«Langt færre» hadde en")).toEqual(["far-fewer-have-strategy"]);
  });

  it("finds none in words that several claims have, that no claim has, or that nobody quotes", () => {
    expect(quotedIn("«sosiale medier»")).toEqual([]);
    expect(quotedIn("«kommunene som svarte»")).toEqual([]);
    expect(quotedIn("«forankr»")).toEqual([]);
    expect(quotedIn("den klart viktigste kanalen")).toEqual([]);
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
          lang === "nb" ? "Ikke brukt på andre sider" : "Not used on other pages",
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
    expect(records.querySelectorAll("ol > li")).toHaveLength(46);
    expect(facts.context.records).toHaveLength(46);
  });
});
