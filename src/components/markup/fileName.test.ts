import {describe, expect, it} from "vitest";
import {factsOf, handedIn, standIn} from "../../../test/support/exampleFacts.js";
import type {Facts} from "../../lib/facts.js";
import {parseSelection} from "../../lib/selection.js";
import {figureById} from "../figures.js";
import {fileName} from "./fileName.js";

const madeUp = factsOf(standIn);

function named(search: string, lang: "nb" | "en" = "en", facts: Facts = madeUp): string {
  const figure = figureById("explore");
  const {selection} = parseSelection(search, figure.choices(facts));
  return fileName(figure.id, figure.view(facts, selection), {lang, selection});
}

describe("fileName", () => {
  it("says the question, what it is set against, and that the answers are made up", () => {
    expect(named("?rows=strategy&columns=size")).toBe("strategy-for-social-media-by-size-made-up");
    expect(named("?rows=strategy&columns=size", "nb")).toBe("strategi-for-sosiale-medier-etter-storrelse-konstruert");
    expect(named("?rows=strategy&columns=size", "en", factsOf(handedIn))).toBe("strategy-for-social-media-by-size");
  });

  it("says layers, filters and the view", () => {
    expect(named("?rows=channels&columns=kind&layer=size&county=05&view=table")).toMatch(
      /^channels-by-[a-z-]+-size-filtered-table-made-up$/,
    );
  });

  it("is ASCII of at most 80 characters", () => {
    const longest = named("?rows=challenges&columns=uses_now&layer=strategy&layer2=size&county=05&view=table", "nb");
    expect(longest).toMatch(/^[a-z0-9-]{1,80}$/);
    expect(longest).toMatch(/-konstruert$/);
  });
});
