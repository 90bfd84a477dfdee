import type {CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import type {Codebook, MissingCode, Variable} from "../../src/lib/respondents/codebook.js";
import {parseCondition} from "../../src/lib/respondents/condition.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";

const missing: MissingCode[] = [
  {code: "no_answer", reason: "noAnswer", label: {nb: "Ubesvart", en: "No answer"}, spellings: []},
  {code: "not_asked", reason: "notAsked", label: {nb: "Ikke stilt", en: "Not asked"}, spellings: []},
  {code: "dont_know", reason: "dontKnow", label: {nb: "Vet ikke", en: "Don’t know"}, spellings: []},
];
const common = {origin: "assumed", claims: [], missing, headers: [], universe: []} as const;
const labelled = (name: string, nb: string, en: string) => ({
  ...common,
  name,
  label: {nb, en},
  question: {nb: `${nb}?`, en: `${en}?`},
});
const category = (code: string, nb: string, en: string) => ({code, label: {nb, en}, spellings: []});

const variables: Variable[] = [
  {...labelled("unit_number", "Nummer", "Number"), type: "unitNumber"},
  {...labelled("unit_name", "Navn", "Name"), type: "unitName"},
  {...labelled("submitted", "Levert", "Submitted"), type: "date"},
  {
    ...labelled("uses", "Bruker sosiale medier", "Uses social media"),
    type: "single",
    isOrdered: false,
    categories: [category("yes", "Ja", "Yes"), category("no", 'Nei, "ikke ennå"', "No, ‘not yet’")],
  },
  {
    ...labelled("channels", "Kanaler", "Channels"),
    type: "multiple",
    universe: [parseCondition({variable: "uses", codes: ["yes"]})],
    categories: [category("facebook", "Facebook", "Facebook"), category("blog", "Blogg på nett", "Blog")],
  },
  {
    ...labelled("pages", "Antall sider", "Number of pages"),
    type: "count",
    least: 1,
    greatest: 50,
    universe: [parseCondition({variable: "channels", codes: ["facebook"]})],
  },
  {...labelled("comment", "Kommentar", "Comment"), type: "text"},
];

/** A small survey for tests: every type of variable, a routing of two steps. */
export const exampleCodebook: Codebook = {
  id: "example-2011",
  title: {nb: "Et eksempel", en: "An example"},
  note: {nb: "Bare til prøver.", en: "For tests only."},
  fieldwork: {from: "2011-01-15", to: "2011-04-30"},
  marks: {chosen: ["x"], notChosen: []},
  variables,
  contradictions: [],
  attributes: [],
  explored: {pages: [], filters: ["county", "size", "kind"]},
};

const none = codeOfReason("noAnswer");
const notAsked = codeOfReason("notAsked");
const unsure = codeOfReason("dontKnow");

function column(name: string, categories: readonly string[], codes: readonly number[]): ResponseColumn {
  const [variable, option] = name.split(".");
  return {
    name: name.replace(".", "_"),
    variable,
    option: option ?? null,
    categories,
    codes: Int32Array.from(codes),
  };
}

const noYes = ["no", "yes"];

/** Six respondents to it: every kind of response, and of lack of one. */
export const exampleRespondents: Respondents = {
  codebook: "example-2011",
  count: 6,
  rank: "estimated",
  rowNumbers: Int32Array.of(2, 3, 5, 6, 7, 9),
  columns: [
    column("unit_number", ["0101", "0301", "1601", "1804", "20", "2030"], [0, 1, 2, 3, 4, 5]),
    column("submitted", ["2011-02-01", "2011-03-15"], [0, 0, 1, 1, 1, none]),
    column("uses", ["yes", "no"], [0, 0, 0, 1, unsure, none]),
    column("channels.facebook", noYes, [1, 1, 0, notAsked, notAsked, notAsked]),
    column("channels.blog", noYes, [0, 1, none, notAsked, notAsked, notAsked]),
    column("pages", ["1", "12"], [1, unsure, notAsked, notAsked, notAsked, notAsked]),
  ],
};

/** The same, made up. */
export const exampleStandIn: Respondents = {...exampleRespondents, rank: "standIn"};

const small = {code: "small", label: {nb: "Små", en: "Small"}};
const large = {code: "large", label: {nb: "Store", en: "Large"}};

/** Its weights: two classes, of 12 and 5 units. */
export const exampleWeighting: Weighting = {
  units: {
    classes: [small, large],
    regions: [{code: "all", label: {nb: "Hele landet", en: "The whole country"}, area: "all"}],
    populations: [12, 5],
  },
  classes: [
    {...small, population: 12, respondents: 4, responseRate: 1 / 3, weight: 3},
    {...large, population: 5, respondents: 2, responseRate: 0.4, weight: 2.5},
  ],
  regions: [],
  classOf: Int32Array.of(0, 1, 1, 0, 0, 0),
  cellOf: Int32Array.of(0, 1, 1, 0, 0, 0),
  weight: Float64Array.of(3, 2.5, 2.5, 3, 3, 3),
};

/** What cleaning did to its file: a text that a spreadsheet would run, a number, and a comment that is not kept. */
export const exampleRecord: CleaningRecord = {
  file: {name: "svar.csv", format: "delimited", details: {encoding: "utf-8"}},
  rowsIn: 7,
  rowsKept: 6,
  partial: 1,
  columns: [{header: "bruker", readAs: "uses"}],
  rules: [
    {
      id: "spellings",
      label: {nb: "Skrivemåter", en: "Spellings"},
      does: {nb: "Gjør skrivemåter til koder.", en: "Turns spellings into codes."},
    },
  ],
  changes: [
    {rule: "spellings", column: "uses", before: "JA", after: "yes", rows: Int32Array.of(2, 3)},
    {rule: "spellings", column: "uses", before: '=HYPERLINK("x")', after: "no_answer", rows: Int32Array.of(9)},
    {rule: "spellings", column: "pages", before: "-1", after: "not_asked", rows: Int32Array.of(5)},
    {rule: "trim", column: "comment", before: null, after: null, rows: Int32Array.of(7)},
  ],
  setAside: [{row: 8, rule: "units", reason: "unknownUnit"}],
};

/** All of it. */
export const exampleSurvey = {
  codebook: exampleCodebook,
  respondents: exampleRespondents,
  weighting: exampleWeighting,
  record: exampleRecord,
};
