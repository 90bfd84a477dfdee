import {describe, expect, it} from "vitest";
import {factsOf, handedIn, ofLibraries, secret, standIn} from "../../../../test/support/exampleFacts.js";
import type {Facts} from "../../../lib/facts.js";
import {parseSelection} from "../../../lib/selection.js";
import {workbench} from "../workbench.js";

const open = factsOf(handedIn);

function shown(search: string, facts: Facts = open) {
  const {selection, refused} = parseSelection(`?view=whatif&${search}`, workbench.choices(facts));
  expect(refused).toEqual([]);
  return workbench.view(facts, selection);
}

/** Share, band and supposed share of a line: of all together, or of a group. */
function numbers(search: string, line = 0) {
  const [answered, possible, supposed] = shown(search)
    .rows.slice(3 * line)
    .map(({quantity}) => quantity);
  return {answered: answered.value, band: [possible.low, possible.high], supposed: supposed.value};
}

describe("what if those that did not answer differ", () => {
  it("has all that is possible, from none of them to all", () => {
    const {band} = numbers("columns=none");
    expect(band).toEqual([82 / 448, (82 + 448 - 270) / 448]);
    expect(numbers("columns=none&others=never").supposed).toBeCloseTo(82 / 448, 3);
    expect(numbers("columns=none&others=always").supposed).toBeCloseTo((82 + 178) / 448, 3);
  });

  it("supposes at first that they are like the rest, and then what a reader chooses, in shares", () => {
    const {answered, supposed} = numbers("columns=none");
    expect(supposed).toBeCloseTo(answered ?? Number.NaN, 3);
    const silent = (448 * (answered ?? 0) - 82) / 178;
    const at = (times: number) => (82 + 178 * Math.min(1, times * silent)) / 448;
    expect(numbers("columns=none&others=half").supposed).toBeCloseTo(at(0.5), 3);
    expect(numbers("columns=none&others=double").supposed).toBeCloseTo(at(2), 3);
    expect(numbers("columns=none&others=own&often=150").supposed).toBeCloseTo(at(1.5), 3);
    expect(numbers("columns=none&often=150").supposed).toBe(supposed);
  });

  it("tells it of every answer in every group that the register knows, of the chosen answer first", () => {
    const {rows, alt} = shown("columns=size");
    expect(rows).toHaveLength(3 * 6 * 4);
    expect(numbers("columns=size", 5).band.map((share) => Math.round(share * 18))).toEqual([3, 10]);
    expect(alt.en).toContain("County authorities 27, possible 16–56");
    const authorities = numbers("columns=size&answer=strategy.none", 5);
    expect(authorities).toEqual(numbers("columns=size", 3 * 6 + 5));
    expect(numbers("columns=none&answer=strategy.none&size=countyAuthorities", 3)).toEqual(authorities);
    const {html} =
      shown("columns=size&answer=strategy.none").table?.({lang: "en", anchorOf: (row) => `row-${row}`}) ?? {};
    expect(html?.match(/<th scope="rowgroup" colspan="5">[^<]*/g)?.map((head) => head.split(">")[1])).toEqual([
      "No, and no plans",
      "Yes, it is in place",
      "No, but it will come by the end of 2011",
      "No, but it will come later",
    ]);
    expect(html).toContain('id="row-69"');
    expect(html).toContain('<th scope="col">Size</th>');
  });

  it("supposes of a group what weights do of those that did not answer", () => {
    const {answered, band, supposed} = numbers("columns=none&size=countyAuthorities&others=own&often=150");
    const yes = band[0] * 18;
    // The weights of the eleven that answered add up to all 18, so seven are spread over them.
    const silent = (18 * (answered ?? Number.NaN) - yes) / 7;
    expect(band[1]).toBeCloseTo((yes + 7) / 18, 12);
    expect(supposed).toBe(Math.round((1000 * (yes + 7 * Math.min(1, 1.5 * silent))) / 18) / 1000);
  });

  it("says of each number what it supposes of those that did not answer", () => {
    expect(
      shown("columns=none")
        .rows.slice(0, 3)
        .map(({note}) => note?.en),
    ).toEqual([
      "if non-respondents are like respondents",
      "whatever non-respondents would have answered",
      "on your assumption about non-respondents",
    ]);
  });

  it("counts merged answers as one", () => {
    const {rows} = shown("columns=none&merge=strategy-later.none");
    expect(rows).toHaveLength(9);
    const [later, none] = [2, 3].map((line) => numbers("columns=none", line).band[0] as number);
    expect(numbers("columns=none&merge=strategy-later.none", 2).band[0]).toBeCloseTo(later + none, 12);
  });

  it("says the chosen answer’s numbers, whichever rows there are and in whatever order", () => {
    for (const more of ["", "&order=most", "&order=least", "&empty=hide"])
      expect(shown(`columns=none&answer=strategy.none${more}`).title.en).toMatch(/^27% had no plans for a strategy/);
    expect(shown("columns=none&county=03&empty=hide").title.en).toMatch(
      /0 of 1 had a strategy in place; all answered$/,
    );
  });

  it("tells layers one by one, also where of some nothing is known", () => {
    expect(shown("columns=none&layer=kind").title).toEqual({
      nb: "Hvor mange som hadde en strategi på plass hvis de som ikke svarte, ligner resten: kommuner 31 prosent (mulig 18–59); fylkeskommuner 27 prosent (mulig 16–56)",
      en: "How many had a strategy in place if non-respondents are like the rest: municipalities 31% (possible 18–59); county authorities 27% (possible 16–56)",
    });
    expect(shown("columns=none&layer=size&county=03").title.en).toMatch(
      /: under 2,000 inhabitants unknown; .* or more 0 of 1; county authorities unknown$/,
    );
    expect(shown("columns=none&layer=county").title.nb).toBe(
      "«Strategi for sosiale medier», én tabell for hver gruppe",
    );
    expect(shown("columns=none&layer=kind").alt.en).toMatch(
      /^Kind of unit: Municipalities: Yes, .*; Kind of unit: County/,
    );
  });

  it("names whom it is about, and how many answered", () => {
    const {title, subtitle} = shown("columns=none&county=20&size=under2000");
    expect(title.nb).toMatch(
      /^Av de 8 kommunene med under 2\u00a0000 innbyggere i Finnmark hadde 20 prosent en strategi/,
    );
    expect(title.en).toMatch(/^Of the 8 municipalities with under 2,000 inhabitants in Finnmark, 20% had a strategy/);
    expect(subtitle.en).toMatch(/Per cent of the whole group, non-respondents included\. 5 of 8 \(63%\) answered/);
    expect(shown("columns=none&layer=county-20").title.nb).toMatch(/^Av de 20 kommunene og fylkeskommunene i Finnmark/);
  });

  it("says it in a sentence, with the ends outward", () => {
    expect(shown("columns=none").title).toEqual({
      nb: "30 prosent hadde en strategi på plass hvis de som ikke svarte, ligner resten. Mellom 18 og 59 er mulig",
      en: "30% had a strategy in place if non-respondents are like the rest. Anything from 18 to 59 is possible",
    });
    expect(shown("columns=none&others=own&often=40").title).toEqual({
      nb: "23 prosent hadde en strategi på plass hvis det gjaldt 40\u00a0% så ofte blant dem som ikke svarte. Mellom 18 og 59 er mulig",
      en: "23% had a strategy in place if that was 40% as common among non-respondents. Anything from 18 to 59 is possible",
    });
    const oslo = shown("columns=none&county=03");
    expect(oslo.title.nb).toBe(
      "Av den ene kommunen eller fylkeskommunen i Oslo hadde 0 av 1 en strategi på plass; alle svarte",
    );
    expect(oslo.alt.en).toMatch(/^Yes, it is in place 0 of 1; /);
    expect(shown("columns=none", factsOf(standIn)).title.nb).toMatch(/^Konstruerte svar: 30 prosent/);
  });

  it.each([
    ["the rows stand in the register", "rows=size&columns=none", /^The rows come from the register/],
    ["a layer is a question", "layer=uses_now", /^The group rests on an answer/],
    ["one category of a layer is", "layer=uses_now-yes", /^The group rests on an answer/],
    ["a filter is a question", "uses_now=yes", /^The group rests on an answer/],
    ["not all were asked", "rows=channels", /^Only some were asked the question/],
    ["there are no units", "county=03&size=under2000", /^There are no units in the group/],
    ["the numbers are none of the column", "measure=count", /weighted per cent of the column/],
  ])("says why nothing is known: %s", (_, search, said) => {
    const view = shown(search);
    expect([view.title.en, view.rows]).toEqual(["What non-respondents could change is unknown here", []]);
    expect(view.subtitle.en).toMatch(said);
    expect(view.empty).toEqual(view.subtitle);
  });

  it("says it of the groups alone that rest on a response, in their lines of the table", () => {
    const view = shown("columns=uses_now");
    const table = view.table?.({lang: "en", anchorOf: (row) => `row-${row}`}).html ?? "";
    expect(table.match(/The group rests on an answer/g)).toHaveLength(2 * 4);
    expect(table).toContain("270 of 448 (60%)");
  });

  it("is not offered of a protected file, nor where nobody knows who did not answer", () => {
    for (const survey of [secret, ofLibraries]) {
      const view = workbench.choices(factsOf(survey)).find(({key}) => key === "view");
      expect(view?.options.map(({code}) => code)).not.toContain("whatif");
    }
  });
});
