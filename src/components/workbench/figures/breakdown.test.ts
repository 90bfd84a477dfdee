import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {filterFrom, requestFrom} from "../../../../test/support/exampleExplored.js";
import {factsOf, handedIn, ofLibraries, pageOf, secret, standIn} from "../../../../test/support/exampleFacts.js";
import type {Facts} from "../../../lib/facts.js";
import type {PageId} from "../../../lib/pages.js";
import {initialSelection, parseSelection} from "../../../lib/selection.js";
import {isShown} from "../../../lib/table/cellText.js";
import {tallySetFor} from "../../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {tabulate} from "../../../lib/table/tabulate.js";
import {variableByName} from "../../../lib/table/variable.js";
import {figureParts} from "../../markup/figureMarkup.js";
import {answersBreakdown} from "./breakdown.js";
import {countyMap} from "./countyMap.js";

const open = factsOf(handedIn);
const madeUp = factsOf(standIn);
const closed = factsOf(secret);
const {document} = new JSDOM("").window;

const figureOf = {answers: answersBreakdown, map: countyMap};

function shown(page: PageId, search: string, facts: Facts = open, kind: keyof typeof figureOf = "answers") {
  const figure = figureOf[kind](page);
  const {selection, refused} = parseSelection(search, figure.choices(facts));
  expect(refused).toEqual([]);
  return figure.view(facts, selection);
}

/** What `tabulate` has for an answer, out of a hundred as a reader is told. */
function counted(page: PageId, answer: string, filters: Record<string, string[]> = {}) {
  const explorer = open.explorer[page] as PageExplorer;
  const [name, category] = answer.split(".");
  const rows = variableByName(explorer.variables, name);
  const request = requestFrom({
    rows,
    filters: Object.entries(filters).map(([key, codes]) =>
      filterFrom(variableByName(explorer.variables, key), ...codes),
    ),
  });
  const {table} = tabulate(explorer, open.tallySet(tallySetFor(explorer, [])), request);
  const cell = table.cells[table.rows.findIndex(({code}) => code === category)][0];
  if (!isShown(cell)) throw new Error(`not shown: ${answer}`);
  const hundred = (share = Number.NaN) => Math.round(share * 100);
  const {low, high} = cell.interval ?? {};
  return {
    n: cell.unweightedBase,
    count: cell.unweightedCount,
    of100: hundred(cell.estimate),
    low: hundred(low),
    high: hundred(high),
  };
}

describe("the finding of a breakdown", () => {
  it("says how many of a hundred gave an answer, with its interval, of all that answered", () => {
    const {n, of100, low, high} = counted("adoption", "uses_now.yes");
    expect([n, of100, low, high]).toEqual([270, 58, 54, 62]);
    expect(shown("adoption", "").title).toEqual({
      nb: `Av de ${n} kommunene og fylkeskommunene som svarte, svarte ${of100} av 100 (${low} til ${high}) «Ja» på «Bruker sosiale medier»`,
      en: `Of the ${n} municipalities and county authorities that answered, ${of100} of 100 (${low} to ${high}) said “Yes” to “Uses social media”`,
    });
  });

  it("says whom the reader chose, and that not all were asked", () => {
    const {n, of100, low, high} = counted("adoption", "plans_2011.later", {
      size: ["under2000", "countyAuthorities"],
      strategy: ["later", "none"],
    });
    const {title} = shown("adoption", "?show=plans_2011.later&size=under2000.countyAuthorities&strategy=later.none");
    expect(title).toEqual({
      nb: `Av de ${n} kommunene med under 2 000 innbyggere og fylkeskommunene som ble spurt og svarte, og som hadde svart «Nei, men den kommer senere» eller «Nei, og ingen planer» på «Strategi for sosiale medier», svarte ${of100} av 100 (${low} til ${high}) «Ja, men senere» på «Planer for 2011»`,
      en: `Of the ${n} municipalities with under 2,000 inhabitants and county authorities that were asked and answered and had said “No, but it will come later” or “No, and no plans” to “Strategy for social media”, ${of100} of 100 (${low} to ${high}) said “Yes, but later” to “Plans for 2011”`,
    });
    expect(n).toBeGreaterThan(10);
  });

  it("says of a multiple response how many ticked an option", () => {
    const {n, of100, low, high} = counted("dialogue", "use_focus.information", {county: ["05"]});
    expect(shown("dialogue", "?show=use_focus.information&county=05").title).toEqual({
      nb: `Av de ${n} kommunene og fylkeskommunene i Oppland som ble spurt og svarte, krysset ${of100} av 100 (${low} til ${high}) av for «Informasjon ut til innbyggerne» under «Hva kommunen legger vekt på i bruken»`,
      en: `Of the ${n} municipalities and county authorities in Oppland that were asked and answered, ${of100} of 100 (${low} to ${high}) ticked “Information to inhabitants” under “Focus in actual use”`,
    });
  });

  it("counts answers instead of hundredths where there are fewer than five", () => {
    const finnmark = {county: ["20"], size: ["2000to4999"]};
    expect(counted("strategy", "strategy.in_place", finnmark)).toMatchObject({n: 4, count: 2});
    expect(shown("strategy", "?county=20&size=2000to4999").title).toEqual({
      nb: "Av de 4 kommunene med 2 000–4 999 innbyggere i Finnmark som svarte, svarte 2 av 4 «Ja, den er på plass» på «Strategi for sosiale medier»",
      en: "Of the 4 municipalities with 2,000–4,999 inhabitants in Finnmark that answered, 2 of 4 said “Yes, it is in place” to “Strategy for social media”",
    });
    const buskerud = counted("strategy", "strategy.in_place", {county: ["06"], size: ["2000to4999"]});
    expect(buskerud).toMatchObject({n: 5, of100: 0});
    // With three of the nine a yes, none of five is one with a chance of 6/126; with four, of 1/126.
    expect(shown("strategy", "?county=06&size=2000to4999").title.en).toContain("0 of 100 (0 to 33) said");
  });

  it("says what a single one answered, or that it answered something else", () => {
    expect(shown("adoption", "?county=03").title).toEqual({
      nb: "Den ene kommunen eller fylkeskommunen i Oslo som svarte, svarte «Ja» på «Bruker sosiale medier»",
      en: "The one municipality or county authority in Oslo that answered said “Yes” to “Uses social media”",
    });
    expect(shown("adoption", "?county=03&show=uses_now.no").title).toEqual({
      nb: "Den ene kommunen eller fylkeskommunen i Oslo som svarte, svarte noe annet enn «Nei» på «Bruker sosiale medier»",
      en: "The one municipality or county authority in Oslo that answered said something other than “No” to “Uses social media”",
    });
    const channels = counted("channels", "channels.twitter", {county: ["03"]});
    expect(shown("channels", "?county=03&show=channels.twitter").title.en).toBe(
      `The one municipality or county authority in Oslo that was asked and answered ${channels.count === 1 ? "ticked" : "did not tick"} “Twitter” under “Channels”`,
    );
  });

  it("says that nobody has answered where nobody has", () => {
    const view = shown("adoption", "?county=03&size=under2000");
    expect(view.title).toEqual({
      nb: "Ingen i dette utvalget har svart på «Bruker sosiale medier»",
      en: "Nobody in this selection has answered “Uses social media”",
    });
    expect(view.subtitle.nb).toBe(
      "Har kommunen tatt i bruk sosiale medier? Av hundre som svarte, vektet etter størrelse og fylke. Filtre: Fylke: Oslo; Størrelse: Under 2 000 innbyggere. Grunnlag: 0 svar, 0 ubesvart.",
    );
    expect(view.rows.map(({quantity}) => [quantity.value, quantity.lack])).toEqual([
      [null, "missing"],
      [null, "missing"],
    ]);
  });

  it("says of made-up respondents that they are, and of others not", () => {
    expect(shown("adoption", "", madeUp).title.nb).toMatch(/^Konstruerte svar: av de 270 /);
    expect(shown("adoption", "", madeUp).title.en).toMatch(/^Made-up respondents: of the 270 /);
    for (const text of Object.values(shown("adoption", "").title)) expect(text).not.toMatch(/onstruert|ade-up/);
  });
});

describe("what is measured", () => {
  it("is the question as put, by what, of whom and of how many, with one answer in the singular", () => {
    expect(shown("channels", "?by=size&county=03").subtitle).toEqual({
      nb: "Hvilke sosiale medier bruker kommunen? Av hundre som svarte, etter størrelse, vektet etter størrelse og fylke. Filtre: Fylke: Oslo. Grunnlag: 1 svar, 0 ubesvart.",
      en: "Which social media does the municipality use? Of a hundred that answered, by size, weighted by size and county. Filters: County: Oslo. Base: 1 answer, 0 unanswered.",
    });
  });

  it("names a question that groups are made by in quotation marks", () => {
    expect(shown("strategy", "?by=uses_now").subtitle.nb).toContain(
      "som svarte, etter «Bruker sosiale medier», vektet",
    );
  });

  it("names the filters of a map, whose title has none", () => {
    const {title, subtitle} = shown("adoption", "?uses_now=no&strategy=later.none", open, "map");
    expect(title.en).toBe("“Yes” to “Uses social media”, county by county");
    expect(subtitle.en).toContain(
      "Filters: Uses social media: No; Strategy for social media: No, but it will come later or No, and no plans.",
    );
  });
});

describe("what the summary allows", () => {
  /** Answers with a grey field, and whether the note and the table tell of it. */
  function ranges(page: PageId, search: string, facts: Facts = open) {
    const view = shown(page, search, facts);
    const {table} = figureParts(answersBreakdown(page), view, {lang: "en", document, linkTo: () => undefined});
    const hasNote = view.note.en.includes("Grey field");
    expect(view.note.nb.includes("Grått felt")).toBe(hasNote);
    if (!search.includes("by=")) expect(table.html.includes("The summary allows")).toBe(hasNote);
    const svg = view.chart({lang: "en", width: 720, document});
    const fields = svg.querySelectorAll('[fill-opacity="0.28"] rect, rect[fill-opacity="0.28"]').length;
    expect(fields > 0).toBe(hasNote);
    return fields;
  }

  it("stands behind the same question of the same group: all, or those that gave one answer", () => {
    expect(ranges("adoption", "")).toBe(2);
    expect(ranges("adoption", "?show=plans_2011.later")).toBe(1);
    expect(ranges("strategy", "")).toBe(2);
    expect(ranges("strategy", "?uses_now=yes")).toBe(2);
  });

  it("stands behind everybody alone in a breakdown by group", () => {
    expect(ranges("adoption", "?by=size")).toBe(2);
  });

  it("stands nowhere under a filter from the register, two answers, or two filters", () => {
    for (const search of [
      "?county=03",
      "?size=under2000",
      "?kind=municipality",
      "?strategy=in_place.later",
      "?uses_now=yes&strategy=in_place",
      "?uses_now=yes&county=03",
    ])
      expect(ranges("adoption", search), search).toBe(0);
    expect(ranges("strategy", "?uses_now=yes&strategy=in_place")).toBe(0);
  });

  it("is within the filter that is on, and not of all", () => {
    const {ranges: known} = open.explorer.strategy as PageExplorer;
    const of = (within: string | null) =>
      known.find(
        (range) =>
          range.category === "in_place" && range.variable === "strategy" && (range.within?.variable ?? null) === within,
      );
    expect(of("uses_now")).not.toEqual(of(null));
    const {html} = figureParts(answersBreakdown("strategy"), shown("strategy", "?uses_now=yes"), {
      lang: "en",
      document,
      linkTo: () => undefined,
    }).table;
    const percent = (share = 0) => String(share * 100);
    const range = of("uses_now");
    expect(html).toContain(
      `${Math.floor(Number(percent(range?.low)))}–${Math.ceil(Number(percent(range?.high)))} (bounded)`,
    );
  });
});

describe("the way to what the summary allows for a group", () => {
  it("is offered of one county or one size alone", () => {
    expect(shown("adoption", "?county=20").askSearch).toBe("?group=county-20");
    expect(shown("adoption", "?size=under2000").askSearch).toBe("?group=under2000");
    for (const search of [
      "",
      "?county=03.20",
      "?size=under2000.2000to4999",
      "?size=countyAuthorities",
      "?kind=municipality",
      "?uses_now=yes",
      "?county=20&size=under2000",
      "?county=20&uses_now=yes",
    ])
      expect(shown("adoption", search).askSearch, search).toBeUndefined();
  });
});

describe("a breakdown of a protected file", () => {
  const choices = answersBreakdown("adoption").choices(closed);

  it("offers what is published, and nothing to filter", () => {
    expect(choices.map(({key, options}) => [key, options.map(({code}) => code)])).toEqual([
      ["show", ["uses_now.yes", "uses_now.no", "plans_2011.by_year_end", "plans_2011.later", "plans_2011.none"]],
      ["by", ["none", "county", "size"]],
    ]);
  });

  it("takes no notice of a filter in the address", () => {
    const figure = answersBreakdown("adoption");
    const {selection} = parseSelection("?county=03&by=size", choices);
    expect(figure.view(closed, selection)).toMatchObject({title: shown("adoption", "?by=size", closed).title});
    expect(figure.view(closed, {...selection, county: "03"}).title).toEqual(shown("adoption", "", closed).title);
  });

  it("says what is published and that no more is", () => {
    const {title, subtitle, note, explored, askSearch} = shown("adoption", "", closed);
    expect(title.nb).toBe(
      "Av de 270 kommunene og fylkeskommunene som svarte, svarte 58 av 100 «Ja» på «Bruker sosiale medier»",
    );
    expect(subtitle.nb).toBe(
      "Har kommunen tatt i bruk sosiale medier? Av hundre som svarte, uten vekter. Grunnlag: 270 svar.",
    );
    expect(note.en).toContain("The file is protected: only these tables are published");
    expect(note.en).not.toContain("95%");
    expect([explored?.script, askSearch]).toEqual([null, undefined]);
  });

  it("has suppressed groups without a number, as a sign in picture and table", () => {
    const view = shown("adoption", "?by=county", closed);
    const oslo = view.rows.filter(({quantity}) => quantity.id.endsWith("-03"));
    expect(oslo.map(({quantity, note}) => [quantity.value, quantity.lack, note?.en])).toEqual([
      [null, "suppressed", "n = :"],
      [null, "suppressed", "n = :"],
    ]);
    expect(view.alt.en).toContain("Oslo :;");
    const {html} = figureParts(answersBreakdown("adoption"), view, {
      lang: "en",
      document,
      linkTo: () => undefined,
    }).table;
    expect(html).toMatch(
      /Oslo<\/th><td [^>]*><span class="n n-estimated">:<\/span><span class="said"> : \(suppressed\)/,
    );
  });

  it("says so where all answers to a question are suppressed", () => {
    const explorer = closed.explorer.adoption as PageExplorer;
    const tables = explorer.protectedTables?.tables.map((table) => ({
      ...table,
      all: {group: "all", status: "suppressed" as const},
    }));
    const hidden: PageExplorer = {
      ...explorer,
      protectedTables: explorer.protectedTables && {...explorer.protectedTables, tables: tables ?? []},
    };
    expect(shown("adoption", "", {...closed, explorer: {adoption: hidden}}).title).toEqual({
      nb: "Svarene på «Bruker sosiale medier» er skjult av hensyn til personvern",
      en: "The responses to “Uses social media” are suppressed to protect privacy",
    });
  });
});

describe("a breakdown of another survey", () => {
  const libraries = pageOf(ofLibraries, ["open_sundays", "lends"], ["open_sundays"]);
  const facts: Facts = {...factsOf(ofLibraries), explorer: {adoption: libraries}};

  it("has nothing to show, to choose or to count on a page about other questions", () => {
    const none = factsOf(ofLibraries);
    for (const figure of [answersBreakdown("adoption"), countyMap("adoption")]) {
      expect(figure.choices(none)).toEqual([]);
      const view = figure.view(none, initialSelection([]));
      expect([view.title.nb, view.rows, view.explored]).toEqual(["Det er ingen svar å utforske her", [], undefined]);
      expect(view.empty?.en).toBe("There are no answers to explore here.");
    }
  });

  it("speaks of respondents, of no weights and of no size where they are no units of a register", () => {
    const view = shown("adoption", "?show=lends.tools&open_sundays=always", facts);
    expect(view.title).toEqual({
      nb: "Av de 3 respondentene som ble spurt og svarte, og som hadde svart «Alltid» på «Søndagsåpent», krysset 1 av 3 av for «Verktøy, ski og telt» under «Låner ut»",
      en: "Of the 3 respondents that were asked and answered and had said “Always” to “Open on Sundays”, 1 of 3 ticked “Tools, skis and tents” under “Lends”",
    });
    expect(view.subtitle.en).toContain("Of a hundred that answered, without weights.");
    for (const text of [view.title, view.subtitle, view.note, view.alt])
      for (const said of Object.values(text)) expect(said).not.toMatch(/kommun|municipalit|størrelse|size/i);
  });

  it("has no map", () => {
    expect(shown("adoption", "", facts, "map")).toMatchObject({
      rows: [],
      title: {en: "There are no answers to explore here"},
    });
  });
});
