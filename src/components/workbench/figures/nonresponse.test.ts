import {describe, expect, it} from "vitest";
import {factsOf, handedIn, ofLibraries, secret, standIn} from "../../../../test/support/exampleFacts.js";
import type {Facts} from "../../../lib/facts.js";
import {parseSelection} from "../../../lib/selection.js";
import {silence} from "./nonresponse.js";

const open = factsOf(handedIn);

function shown(search: string, facts: Facts = open) {
  const {selection, refused} = parseSelection(search, silence.choices(facts));
  expect(refused).toEqual([]);
  return silence.view(facts, selection);
}

/** Of the first row: the share of those that answered, the ends of the band, and the supposed share. */
function numbers(search: string) {
  const [answered, worst, supposed] = shown(search).rows.map(({quantity}) => quantity);
  return {answered: answered.value, band: [worst.low, worst.high], supposed: supposed.value};
}

/** What each unit answered to a question of one response. */
function answers(question: string) {
  const {columns} = handedIn.respondents;
  const [units, said] = ["unit_number", question].map((name) => {
    const column = columns.find((each) => each.name === name);
    return Array.from(column?.codes ?? [], (code) => column?.categories[code] ?? "");
  });
  return units.map((unit, row) => ({unit, said: said[row]}));
}

describe("silence", () => {
  it("says what all could have answered, from none of the silent to all of them", () => {
    const {band} = numbers("");
    expect(band).toEqual([82 / 448, (82 + 448 - 270) / 448]);
    expect(shown("").subtitle).toEqual({
      nb: "Strategi for sosiale medier. Av hundre i hele gruppen, også dem som ikke svarte. 270 av 448 svarte på spørsmålet (60\u00a0%). Tenkt odds for svaret blant resten: 1 ganger.",
      en: "Strategy for social media. Of a hundred of the whole group, those that did not answer too. 270 of 448 answered the question (60%). Supposed odds of the response among the rest: 1 times.",
    });
  });

  it("tells the ends of the band outward: never a narrower range than is possible", () => {
    const {band} = numbers("");
    expect(band.map((share) => Math.round(share * 1000))).toEqual([183, 580]);
    expect(shown("").title.nb).toContain("kan gjelde 18–59 av 100");
    expect(shown("").alt.en).toContain("between 18 and 59 among all");
  });

  it("supposes that the silent are like the others at first, and then what the reader chooses", () => {
    const {answered, supposed} = numbers("");
    expect(supposed).toBeCloseTo(answered ?? Number.NaN, 3);
    expect(shown("").title.en).toBe(
      "“Yes, it is in place” may hold for 18–59 of 100; 30 if the odds of the silent are the same as the others’",
    );
    expect(shown("?odds=200").title.nb).toMatch(/; 37 hvis oddsen til de tause er 2 ganger de andres$/);
    expect(numbers("?odds=25").supposed).toBeLessThan(supposed ?? 0);
    expect(numbers("?odds=400").supposed).toBeGreaterThan(supposed ?? 1);
  });

  it("supposes odds beside the share that weights give those that did not answer", () => {
    const yes = answers("strategy").filter(({unit, said}) => unit.length === 2 && said === "in_place").length;
    const {answered, band, supposed} = numbers("?size=countyAuthorities&odds=300");
    expect(band).toEqual([yes / 18, (yes + 18 - 11) / 18]);
    // The weights of the eleven that answered add up to all 18, so seven are spread over them.
    const silent = (18 * (answered ?? Number.NaN) - yes) / 7;
    const share = (yes + 7 * ((3 * silent) / (1 - silent + 3 * silent))) / 18;
    expect(supposed).toBe(Math.round(share * 1000) / 1000);
  });

  it("names whom it is about", () => {
    expect(shown("?county=20&size=under2000").subtitle.en).toContain(
      "Filters: County: Finnmark; Size: Under 2,000 inhabitants.",
    );
    expect(shown("?layer=county-20").subtitle.nb).toContain("Filtre: Fylke: Finnmark.");
  });

  it("is one number where all answered, and supposes nothing", () => {
    const {title, subtitle, alt} = shown("?county=03");
    const isYes = answers("strategy").some(({unit, said}) => unit === "0301" && said === "in_place");
    const share = isYes ? 100 : 0;
    expect(title).toEqual({
      nb: `«Ja, den er på plass» gjelder ${share} av 100`,
      en: `“Yes, it is in place” holds for ${share} of 100`,
    });
    expect(subtitle.en).toMatch(/1 of 1 answered the question \(100%\)\.$/);
    expect(alt.en).toContain(`Yes, it is in place: ${share} among all; `);
  });

  it("counts a net as one response", () => {
    const {rows} = shown("?net=strategy-later.strategy-none");
    expect(rows.map(({quantity}) => quantity.id)).toContain("silence-later_or_none-all-worst");
    expect(rows).toHaveLength(9);
  });

  it("says of made-up respondents that they are", () => {
    expect(shown("", factsOf(standIn)).title.nb).toMatch(/^Konstruerte svar: «Ja/);
  });

  it.each([
    ["the rows stand in the register", "?rows=size", /^The rows stand in the register/],
    ["a filter is a question", "?uses_now=yes", /^A filter rests on a response/],
    ["a layer is a question", "?layer=uses_now-yes", /^A filter rests on a response/],
    ["not all were asked", "?rows=channels", /^The question was put to some only/],
    ["there are no units", "?county=03&size=under2000", /^There are no units in the group/],
  ])("says why nothing is known: %s", (_, search, said) => {
    const view = shown(search);
    expect([view.title.en, view.rows]).toEqual(["What those that did not answer may mean is unknown here", []]);
    expect(view.subtitle.en).toMatch(said);
    expect(view.empty).toEqual(view.subtitle);
  });

  it("says of a survey without units that nobody knows how many did not answer", () => {
    expect(shown("", factsOf(ofLibraries)).subtitle.nb).toBe("Ingen vet hvor mange som ikke svarte.");
  });

  it("says of a protected file that it is, and offers nothing to choose", () => {
    const closed = factsOf(secret);
    expect(silence.choices(closed)).toEqual([]);
    expect(shown("", closed).subtitle.en).toBe("The file is protected: only fixed tables of it are published.");
    expect(silence.needsTallies?.(closed, {})).toBeNull();
  });
});
