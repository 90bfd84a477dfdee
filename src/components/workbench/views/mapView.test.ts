import {describe, expect, it} from "vitest";
import {factsOf, handedIn} from "../../../../test/support/exampleFacts.js";
import {parseSelection} from "../../../lib/selection.js";
import {workbench} from "../workbench.js";

const open = factsOf(handedIn);

function shown(search: string) {
  const {selection, refused} = parseSelection(`?view=map${search}`, workbench.choices(open));
  expect(refused).toEqual([]);
  return workbench.view(open, selection);
}

describe("the map", () => {
  it("has the number of every county, those that a filter leaves out too, and tells of those it leaves in", () => {
    const {alt, title, rows} = shown("&county=12");
    expect(alt).toEqual(shown("").alt);
    expect(alt.en).toMatch(/^A map of 19 counties, with numbers in 19 of them/);
    expect(title.en).toMatch(/^Of the 22 municipalities and county authorities in Hordaland/);
    expect(rows.map(({quantity}) => quantity.value)).toEqual(shown("").rows.map(({quantity}) => quantity.value));
  });

  it("is about the answer that is chosen, merged with another too", () => {
    const share = (search: string) => shown(search).rows[0].quantity.value as number;
    const [later, none] = [share("&answer=strategy.later"), share("&answer=strategy.none")];
    expect(share("&answer=strategy.none&merge=strategy-later.none")).toBeCloseTo(later + none, 10);
    expect(shown("&answer=strategy.none&merge=strategy-later.none").title.en).toMatch(
      /^54% expected a strategy later or/,
    );
  });
});
