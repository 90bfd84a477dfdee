import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {
  classesFrom,
  columnFrom,
  explorerFrom,
  repeated,
  requestFrom,
  variableFrom,
} from "../../../../test/support/exampleExplored.js";
import {factsOf, handedIn, ofLibraries, secret, standIn} from "../../../../test/support/exampleFacts.js";
import {exampleTable} from "../../../../test/support/exampleTable.js";
import type {Facts} from "../../../lib/facts.js";
import {parseSelection} from "../../../lib/selection.js";
import {respondentsTally} from "../../../lib/table/counts/tally.js";
import {tallySetFor} from "../../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {measures} from "../../../lib/table/table.js";
import type {AssociationTest} from "../../../lib/table/tableTests.js";
import {tabulate} from "../../../lib/table/tabulate.js";
import {type ExploredVariable, variableByName} from "../../../lib/table/variable.js";
import type {FigureView} from "../../figure.js";
import {figureParts} from "../../markup/figureMarkup.js";
import {crosstab} from "./crosstab.js";
import {crosstabSubtitle, noTestWords, testText} from "./crosstabWords.js";

const open = factsOf(handedIn);
const closed = factsOf(secret);
const {document} = new JSDOM("").window;
const explorer = open.explorer.crosstab as PageExplorer;

function shown(search: string, facts: Facts = open): FigureView {
  const {selection, refused} = parseSelection(search, crosstab.choices(facts));
  expect(refused).toEqual([]);
  return crosstab.view(facts, selection);
}

/** The table as it stands in the page, in English. */
function tableOf(view: FigureView): Element {
  const {table} = figureParts(crosstab, view, {lang: "en", document, linkTo: () => undefined});
  const made = document.createElement("div");
  made.innerHTML = table.html;
  return made;
}

const textOf = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/** The lines of a part of the table: the text of each place, without intervals and what is said to screen readers. */
function linesOf(view: FigureView, part: "tbody" | "tfoot" | "thead"): string[][] {
  const table = tableOf(view);
  for (const aside of table.querySelectorAll("small, .said")) aside.remove();
  return [...table.querySelectorAll(`${part} tr`)].map((line) => [...line.children].map(textOf));
}

const rowCodes = ({explored}: FigureView) => explored?.table.rows.map(({code}) => code);

describe("a crosstab", () => {
  it.each(measures)("shows what tabulate counts, in every measure: %s", (measure) => {
    const rows = variableByName(explorer.variables, "facebook_pages");
    const columns = variableByName(explorer.variables, "kind");
    const tallies = open.tallySet(tallySetFor(explorer, [rows, columns]));
    for (const isWeighted of [true, false]) {
      const {table} = tabulate(explorer, tallies, requestFrom({rows, columns, measure, isWeighted}));
      const weight = isWeighted ? "on" : "off";
      const view = shown(`?rows=facebook_pages&columns=kind&measure=${measure}&weight=${weight}`);
      expect(view.explored?.table).toEqual(table);
      expect(view.rows.map(({quantity}) => quantity.value)).toEqual(
        table.cells.flat().map((cell) => {
          if (cell.status !== "published" || cell.unweightedBase === 0) return null;
          return measure === "count" ? cell.count : cell.estimate;
        }),
      );
    }
  });

  it("says what the numbers are, with what weights, of whom, and how many left something unanswered", () => {
    expect(shown("?rows=channels&columns=strategy&kind=municipality").subtitle).toEqual({
      nb: "Prosent av kolonnen, vektet etter størrelse og fylke. Gjelder de 150 kommunene som ble spurt og svarte; 1 lot noe stå ubesvart.",
      en: "Per cent of the column, weighted by size and county. About the 150 municipalities that were asked and answered; 1 left something unanswered.",
    });
    expect(shown("?measure=rowPercent&weight=off").subtitle.en).toMatch(/^Per cent of the row, unweighted\. About/);
    expect(shown("?measure=totalPercent").subtitle.nb).toMatch(/^Prosent av alle i tabellen, vektet/);
    expect(shown("?measure=count").subtitle.en).toMatch(/^Number of units that the answers stand for, weighted/);
    expect(shown("?measure=count&weight=off").subtitle.en).toMatch(/^Number that answered, unweighted/);
    expect(shown("?rows=facebook_pages&measure=mean").subtitle.nb).toMatch(/^Gjennomsnitt, vektet/);
  });

  it("says that nobody has answered, and not “the 0 municipalities”", () => {
    expect(shown("?layer=county-03&size=under2000").subtitle).toEqual({
      nb: "Prosent av kolonnen, vektet etter størrelse og fylke. Ingen i dette utvalget har svart; 0 lot noe stå ubesvart.",
      en: "Per cent of the column, weighted by size and county. Nobody in this selection has answered; 0 left something unanswered.",
    });
  });

  it("names whom both a filter and a layer leave in", () => {
    expect(shown("?county=03.20&layer=county-20").subtitle.en).toContain("in Finnmark that answered");
  });

  it("is called by its rows and columns, a question in quotation marks", () => {
    expect(shown("").title.nb).toBe("Strategi for sosiale medier etter størrelse");
    expect(shown("?columns=none").title.en).toBe("Strategy for social media");
    expect(shown("?columns=uses_now").title).toEqual({
      nb: "Strategi for sosiale medier etter «Bruker sosiale medier»",
      en: "Strategy for social media by “Uses social media”",
    });
    expect(shown("", factsOf(standIn)).title.en).toBe("Made-up respondents: Strategy for social media by size");
  });

  it("says what a dot stands for", () => {
    const noteOf = (search: string) => shown(search).note.en;
    expect(noteOf("")).toContain("Dot: estimated share.");
    expect(noteOf("?measure=count")).toContain("Dot: estimated number.");
    expect(noteOf("?rows=facebook_pages&measure=mean")).toContain("Dot: estimated mean.");
    expect(noteOf("")).toContain("like those of their size and county that did");
    expect(noteOf("?weight=off")).not.toContain("of their size");
  });
});

describe("a table that cannot be made", () => {
  it.each([
    ["a mean of what is no number", "?measure=mean", /^A mean requires rows that are numbers/],
    ["the same twice", "?rows=size&columns=size", /^Rows and columns are the same\./],
  ])("says why, and what to do: %s", (_, search, said) => {
    const view = shown(search);
    expect([view.title.nb, view.rows, view.explored]).toEqual(["Denne tabellen kan ikke lages", [], undefined]);
    expect(view.subtitle.en).toMatch(said);
    expect(view.empty).toEqual(view.subtitle);
    const {selection} = parseSelection(search, crosstab.choices(open));
    expect(crosstab.needsTallies?.(open, selection)).toBeNull();
  });

  const large = factsOf(handedIn, {mostSent: 0});

  it.each([
    [
      "five variables",
      "?columns=plans_2011&uses_now=yes&layer=respondent_role-it&rows=experience&strategy=later",
      /four variables/,
    ],
    [
      "three multiple responses",
      "?rows=channels&columns=challenges&layer=use_focus-dialogue",
      /two multiple responses/,
    ],
  ])("is one of %s where there are too many respondents to be sent, and of those alone", (_, search, said) => {
    expect(shown(search, large).subtitle.en).toMatch(said);
    expect(shown(search, large).explored).toBeUndefined();
    expect(shown(search).explored?.table.rows.length).toBeGreaterThan(2);
  });

  it("does not come of four variables even then, for county, size and kind of unit cost nothing", () => {
    const search =
      "?rows=channels&columns=challenges&uses_now=yes&strategy=in_place&county=18&size=under2000&kind=municipality";
    expect(shown(search, large).rows.length).toBeGreaterThan(0);
    expect(shown(search, large).explored?.table).toEqual(shown(search).explored?.table);
  });
});

describe("a net", () => {
  it("counts responses as one, in rows, in columns and in no other variable", () => {
    const net = "&net=strategy-later.strategy-none.uses_now-yes";
    expect(
      crosstab
        .choices(open)
        .find(({key}) => key === "net")
        ?.options.map(({code}) => code),
    ).not.toContain("uses_now-yes");
    const rows = shown(`?rows=strategy&columns=size${net.replace(".uses_now-yes", "")}`);
    expect(rowCodes(rows)).toEqual(["in_place", "by_year_end", "later_or_none"]);
    const columns = shown("?rows=uses_now&columns=strategy&net=strategy-later.strategy-none");
    expect(columns.explored?.table.columns.map(({code, unweightedBase}) => [code, unweightedBase])).toEqual([
      ["all", 270],
      ["in_place", 82],
      ["by_year_end", 42],
      ["later_or_none", 146],
    ]);
    expect(rowCodes(shown("?rows=plans_2011&net=strategy-later.strategy-none"))).toEqual([
      "by_year_end",
      "later",
      "none",
    ]);
  });

  it("changes nothing when it joins one", () => {
    expect(shown("?net=strategy-later").explored?.table).toEqual(shown("").explored?.table);
  });

  it("is named by what it joins", () => {
    expect(shown("?net=strategy-later.strategy-none").explored?.table.rows[2].label.nb).toBe(
      "Nei, men den kommer senere / Nei, og ingen planer",
    );
  });
});

describe("order and empty lines", () => {
  it("put the greatest or the least first", () => {
    const values = (search: string) =>
      shown(`?columns=none&${search}`).rows.map(({quantity}) => quantity.value ?? Number.NaN);
    const codebook = values("");
    expect(values("order=most")).toEqual(codebook.toSorted((a, b) => b - a));
    expect(values("order=least")).toEqual(codebook.toSorted((a, b) => a - b));
    expect(codebook).not.toEqual(values("order=most"));
  });

  it("leave out rows and columns of nobody, and no respondent", () => {
    const search = "?rows=uses_now&columns=plans_2011&strategy=in_place&county=03";
    const all = shown("?rows=plans_2011&columns=uses_now").explored?.table;
    const hidden = shown("?rows=plans_2011&columns=uses_now&empty=hide").explored?.table;
    expect([all?.columns.length, hidden?.columns.map(({code}) => code)]).toEqual([3, ["all", "no"]]);
    expect(hidden?.unweightedBase).toBe(all?.unweightedBase);
    const none = shown(`${search}&empty=hide`);
    expect([none.rows, none.empty?.en]).toEqual([[], "No rows to show."]);
  });
});

describe("letters", () => {
  const colour = variableFrom("colour", ["red", "blue", "green"]);
  const group = variableFrom("group", ["nobody", "few", "many", "none"]);
  /** Two groups that differ, with nobody in the one before them. */
  const answers = repeated({
    "red few": 60,
    "blue few": 30,
    "green few": 20,
    "red many": 20,
    "blue many": 80,
    "green many": 20,
  });
  const column = (variable: ExploredVariable, responses: readonly string[]) =>
    columnFrom(
      variable.name,
      variable.categories.map(({code}) => code),
      responses,
    );
  const responses = (at: 0 | 1) => answers.map((answer) => answer.split(" ")[at]);
  const tally = respondentsTally(
    [
      classesFrom(
        ["all"],
        answers.map(() => "all"),
      ),
      column(colour, responses(0)),
      column(group, responses(1)),
    ],
    answers.length,
  );
  const differing: Facts = {
    ...open,
    explorer: {crosstab: {...explorer, ...explorerFrom({all: 400}, {variables: [colour, group]})}},
    tallySet: () => [tally],
  };
  /** Each row's letters, by the name of the column that they stand in. */
  function lettersOf(search: string) {
    const table = tableOf(shown(`?rows=colour&columns=group&letters=on${search}`, differing));
    for (const aside of table.querySelectorAll("small, .said")) aside.remove();
    const [, head] = table.querySelectorAll("thead tr");
    const names = [...head.children].map((cell) => textOf(cell));
    const lines = [...table.querySelectorAll("tbody tr")].map((line): [string, string[]] => {
      const letters = [...line.children].map((cell) =>
        textOf(cell.querySelector("sup") ?? document.createElement("sup")),
      );
      return [textOf(line.children[0]), letters.flatMap((letter, at) => (letter ? [`${names[at]}: ${letter}`] : []))];
    });
    return Object.fromEntries(lines);
  }

  it("say of two columns that differ which is the higher", () => {
    expect(lettersOf("")).toEqual({red: ["few B: C"], blue: ["many C: B"], green: []});
  });

  it("follow their row when rows change places", () => {
    for (const order of ["most", "least"]) expect(lettersOf(`&order=${order}`)).toEqual(lettersOf(""));
  });

  it("name the columns as they are named in the head when columns are hidden", () => {
    expect(lettersOf("&empty=hide")).toEqual({red: ["few A: B"], blue: ["many B: A"], green: []});
  });

  it("stand by the number that is higher, and are named in the head of each column", () => {
    const [, head] = linesOf(shown("?letters=on"), "thead");
    expect(head).toEqual([
      "Strategy for social media",
      "All",
      "Under 2,000 inhabitants A",
      "2,000–4,999 inhabitants B",
      "5,000–19,999 inhabitants C",
      "20,000 inhabitants or more D",
      "County authorities E",
    ]);
    expect(linesOf(shown(""), "thead")[1]).not.toContain("Under 2,000 inhabitants A");
  });

  it("are given in no measure but per cent of the column, and by no multiple response", () => {
    for (const other of ["&measure=rowPercent", "&measure=count"])
      expect(linesOf(shown(`?letters=on${other}`), "thead")[1].join()).not.toMatch(/ A,/);
    expect(linesOf(shown("?rows=strategy&columns=channels&letters=on"), "thead")[1].join()).not.toMatch(/ A,/);
  });

  it("are explained under the table where they are", () => {
    expect(textOf(tableOf(shown("?letters=on")))).toContain("A letter says that the number is higher");
    expect(textOf(tableOf(shown("")))).not.toContain("A letter says");
  });
});

describe("the test in words", () => {
  const raoScott = (p: number): {test: AssociationTest; reason: null} => ({
    test: {method: "raoScott", cramersV: 0.1234, p, f: 3.1441, numeratorDegrees: 2.96, denominatorDegrees: 3179.2},
    reason: null,
  });
  const saidOf = (p: number) => testText(raoScott(p)).en;

  it("says whether rows and columns are associated, how strongly, and by which test", () => {
    expect(testText(raoScott(0.0123))).toEqual({
      nb: "Signifikant sammenheng (p = 0,012; Cramérs V = 0,12). Rao og Scotts test, F(3; 3\u00a0179) = 3,14.",
      en: "Significant association (p = 0.012; Cramér’s V = 0.12). Rao–Scott test, F(3; 3,179) = 3.14.",
    });
    expect(testText({test: {method: "permutation", cramersV: 0.05, p: 0.44, draws: 9999}, reason: null})).toEqual({
      nb: "Ingen signifikant sammenheng (p = 0,44; Cramérs V = 0,05). Permutasjonstest, 9\u00a0999 trekninger, fordi det er få svar i noen av cellene.",
      en: "No significant association (p = 0.44; Cramér’s V = 0.05). Permutation test, 9,999 draws, because some cells have few answers.",
    });
  });

  it("draws the line at five per cent, and prints no p as 0 or 1", () => {
    expect(saidOf(0.0499)).toMatch(/^Significant association \(p = 0\.0499; /);
    expect(saidOf(0.05)).toMatch(/^No significant association \(p = 0\.05; /);
    expect(saidOf(0.0009)).toMatch(/^Significant association \(p < 0\.001; /);
    expect(saidOf(0.001)).toMatch(/^Significant association \(p = 0\.001; /);
    expect(saidOf(0.999)).toMatch(/^No significant association \(p > 0\.99; /);
  });

  it.each([
    ["multipleResponse", "?rows=channels"],
    ["multipleResponse", "?columns=channels"],
    ["noColumns", "?columns=none"],
    ["mean", "?rows=facebook_pages&measure=mean"],
    ["nobody", "?county=03&size=under2000"],
    ["oneCategory", "?strategy=in_place"],
    ["register", "?rows=size&columns=county"],
  ] as const)("says why there is none, or nothing where a table has nothing to link: %s, %s", (reason, search) => {
    const view = shown(search);
    expect(view.note.nb.endsWith(noTestWords[reason].nb)).toBe(true);
    expect(view.note.nb).not.toMatch(/Rao|Permutasjonstest/);
  });

  it("stands under the table too", () => {
    const view = shown("");
    expect(textOf(tableOf(view))).toContain(view.note.en.slice(view.note.en.indexOf("No significant association")));
  });

  it("says that the register needs no test, and that there may be too few", () => {
    expect(testText({test: null, reason: "register"}).en).toBe(
      "The numbers are from the register and about all units, so there is nothing to test.",
    );
    expect(testText({test: null, reason: "tooFew"}).nb).toBe("Sammenhengen er ikke testet: det er for få svar.");
  });

  it("has words for each reason, in both languages", () => {
    for (const [reason, {nb, en}] of Object.entries(noTestWords))
      expect([nb === "", en === ""]).toEqual([reason === "noColumns" || reason === "mean", nb === ""]);
  });
});

/** What the only unit of a county answered. */
function strategyOfOslo(): string {
  const [units, strategy] = ["unit_number", "strategy"].map((name) =>
    handedIn.respondents.columns.find((column) => column.name === name),
  );
  const row = units?.codes.findIndex((code) => units.categories[code] === "0301") ?? -1;
  return strategy?.categories[strategy.codes[row]] ?? "";
}

describe("the foot of the table", () => {
  it("has how many answered in each column, and how many units they stand for where there are weights", () => {
    expect(linesOf(shown(""), "tfoot")).toEqual([
      ["Number that answered (n)", "270", "58", "82", "88", "31", "11"],
      ["Units they stand for", "448", "96", "136", "147", "51", "18"],
    ]);
    expect(linesOf(shown("?weight=off"), "tfoot")).toHaveLength(1);
  });

  it("explains the symbols", () => {
    expect(textOf(tableOf(shown("")))).toContain(
      "Symbols: “.” not asked, “..” no answers, “:” suppressed, “-” nil. Under five answers the count stands in place of per cent.",
    );
  });

  it("has symbols for what has no number and counts for what has few", () => {
    const said = strategyOfOslo();
    const {categories} = variableByName(explorer.variables, "strategy");
    const linesWith = (chosen: string, other: string) =>
      categories.map(({code, label}) => {
        const text = code === said ? chosen : other;
        return [label.en, text, "..", "..", "..", text, ".."];
      });
    expect(linesOf(shown("?county=03"), "tbody")).toEqual(linesWith("1 of 1", "0 of 1"));
    expect(linesOf(shown("?county=03&measure=count&weight=off"), "tbody")).toEqual(linesWith("1", "-"));
  });
});

describe("a crosstab of a protected file", () => {
  it("offers questions by published groupings, a chart and an order, and nothing else", () => {
    const choices = crosstab.choices(closed);
    expect(choices.map(({key}) => key)).toEqual(["rows", "columns", "chart", "order"]);
    expect(choices[0].options.map(({code}) => code)).not.toContain("size");
    expect(choices[1].options.map(({code}) => code)).toEqual(["none", "county", "size"]);
  });

  it("shows shares without weights, intervals, letters or a test, and a sign for what is suppressed", () => {
    const view = shown("?rows=strategy&columns=county", closed);
    expect(view.subtitle.nb).toBe(
      "Prosent av kolonnen, uvektet. Gjelder de 270 kommunene og fylkeskommunene som svarte.",
    );
    expect([view.explored?.script, view.note.en.includes("Rao")]).toEqual([null, false]);
    expect(tableOf(view).querySelectorAll("small, sup")).toHaveLength(0);
    const [head, [row]] = [linesOf(view, "thead")[1], linesOf(view, "tbody")];
    expect(row[head.indexOf("Oslo")]).toBe(":");
    expect(linesOf(view, "tfoot")).toHaveLength(1);
    expect(linesOf(view, "tfoot")[0][head.indexOf("Oslo")]).toBe(":");
  });

  it("needs no tallies", () => {
    const {selection} = parseSelection("", crosstab.choices(closed));
    expect(crosstab.needsTallies?.(closed, selection)).toBeNull();
  });

  it("says that a base is suppressed, and not “the 0 municipalities”", () => {
    const rows = variableByName(explorer.variables, "strategy");
    const table = exampleTable({isProtected: true, isWeighted: false, unweightedBase: null, filters: []});
    const request = {rows, columns: null, filters: [], measure: "columnPercent", isWeighted: false} as const;
    expect(crosstabSubtitle(request, table, true)).toEqual({
      nb: "Prosent av kolonnen, uvektet. Hvor mange som svarte, er skjult av hensyn til personvern.",
      en: "Per cent of the column, unweighted. How many answered is suppressed to protect privacy.",
    });
  });
});

describe("a crosstab of another survey", () => {
  const facts = factsOf(ofLibraries);

  it("sets its questions against each other, and speaks of respondents without weights", () => {
    const view = shown("?rows=open_sundays&columns=lends", facts);
    expect(view.title.nb).toBe("Søndagsåpent etter «Låner ut»");
    expect(view.subtitle.nb).toBe(
      "Prosent av kolonnen, uvektet. Gjelder de 6 respondentene som svarte; 0 lot noe stå ubesvart.",
    );
    for (const text of [view.title, view.subtitle, view.note, view.alt])
      for (const said of Object.values(text))
        expect(said).not.toMatch(/kommun|municipalit|størrelse|by size|their size/i);
  });

  it.each([
    ["columnPercent", "open_sundays", "lends", "6 respondents that answered"],
    ["columnPercent", "lends", "open_sundays", "4 respondents that were asked and answered"],
    ["rowPercent", "open_sundays", "lends", "4 respondents that were asked and answered"],
    ["rowPercent", "lends", "open_sundays", "6 respondents that answered"],
    ["totalPercent", "open_sundays", "lends", "4 respondents that were asked and answered"],
  ])("is about those that were asked what it analyses: %s of %s by %s", (measure, rows, columns, who) => {
    const {subtitle} = shown(`?rows=${rows}&columns=${columns}&measure=${measure}`, facts);
    expect(subtitle.en).toContain(`About the ${who};`);
  });
});
