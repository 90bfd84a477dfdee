import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readClaims, readQuestions} from "./readClaims.js";
import {sourceFolder, sourceReader} from "./readSource.js";

const summary = readClaims(sourceReader());

describe("readClaims() of the real inputs", () => {
  it("finds the seven numbers", () => {
    const numbers = summary.claims.filter(({kind}) => kind === "number");
    expect(Object.fromEntries(numbers.map(({id, value}) => [id, value]))).toEqual({
      "uses-now": 58,
      "uses-by-year-end": 71,
      "strategy-by-year-end": 46,
      "dialogue-goal": 41,
      "dialogue-in-use": 22,
      "on-facebook": 96,
      "two-or-more-pages": 65,
    });
  });

  it("says every claim in both languages", () => {
    expect(summary.claims).toHaveLength(64);
    for (const {id, text, time} of summary.claims) {
      for (const each of [text, time]) {
        expect(each.nb.trim(), id).not.toBe("");
        expect(each.en.trim(), id).not.toBe("");
      }
      expect(text.nb, id).not.toBe(text.en);
    }
  });

  it("quotes at most twelve words", () => {
    for (const {id, quote} of summary.claims) expect(quote.text.split(/\s+/).length, id).toBeLessThanOrEqual(12);
  });

  it("speaks in every number of municipalities that answered, or of some of them, never of all", () => {
    for (const {kind, universe} of summary.claims) {
      if (kind === "number") expect(["asked", "sector", "none", "notStated"]).not.toContain(universe);
    }
  });

  it("offers two readings of each of three sentences", () => {
    expect(summary.readings.map(({id, claim, options}) => [id, claim, options.map(({code}) => code)])).toEqual([
      ["goal", "dialogue-goal", ["now", "year"]],
      ["practice", "dialogue-in-use", ["users", "strategy"]],
      ["pages", "two-or-more-pages", ["facebook", "users"]],
    ]);
  });
});

type Rows = Record<string, unknown>[];

/** The real inputs with one file's rows rewritten. */
function changed(name: string, change: (rows: Rows) => unknown) {
  return () =>
    readClaims((file) => {
      const text = readFileSync(`${sourceFolder}${file}`, "utf8");
      return file === `claims/${name}` ? JSON.stringify(change(JSON.parse(text))) : text;
    });
}

/** The real inputs with some fields of one claim rewritten. */
const withClaim = (id: string, part: Record<string, unknown>) =>
  changed("claims.json", (rows) => rows.map((row) => (row.id === id ? {...row, ...part} : row)));

describe("readClaims() of claims with a defect", () => {
  const at = (row: string, column: string) => `(claims/claims.json, row ${row}, column ${column})`;

  it.each([
    [
      "a value that is text",
      "uses-now",
      {value: "58"},
      `expected number, received string: "58" ${at("uses-now", "value")}`,
    ],
    ["a value over a hundred", "uses-now", {value: 580}, `: 580 ${at("uses-now", "value")}`],
    ["a value under none", "uses-now", {value: -3}, `: -3 ${at("uses-now", "value")}`],
    [
      "a value that is not in the quotation",
      "uses-now",
      {value: 85},
      `value is not in the quotation: 85 ${at("uses-now", "value")}`,
    ],
    [
      "a value that is a proportion",
      "uses-now",
      {value: 0.58},
      `value is not in the quotation: 0.58 ${at("uses-now", "value")}`,
    ],
    [
      "a number without a value",
      "uses-now",
      {value: null},
      `value does not fit the kind: null ${at("uses-now", "value")}`,
    ],
    [
      "a statement with a value",
      "criterion-1",
      {value: 58},
      `value does not fit the kind: 58 ${at("criterion-1", "value")}`,
    ],
    [
      "a number without a unit",
      "uses-now",
      {valueUnit: null},
      `unit does not fit the kind: null ${at("uses-now", "valueUnit")}`,
    ],
    [
      "a number without an attribute",
      "uses-now",
      {attribute: null},
      `attribute does not fit the kind: null ${at("uses-now", "attribute")}`,
    ],
    [
      "an unknown universe",
      "uses-now",
      {universe: "everyone"},
      `unknown universe: "everyone" ${at("uses-now", "universe")}`,
    ],
    [
      "a misspelt universe",
      "uses-now",
      {universe: "answerd"},
      `unknown universe: "answerd", did you mean "answered"? ${at("uses-now", "universe")}`,
    ],
    ["a language that is missing", "uses-now", {text: {nb: "58 %"}}, at("uses-now", "text.en")],
    [
      "a text with another number than its translation",
      "uses-now",
      {time: {nb: "2011", en: "2012"}},
      `not the same numbers in both languages: {"nb":"2011","en":"2012"} ${at("uses-now", "time")}`,
    ],
    [
      "a quotation of thirteen words",
      "uses-now",
      {quote: {lang: "nb", text: "58 a b c d e f g h i j k l"}},
      `quotation of more than 12 words: "58 a b c d e f g h i j k l" ${at("uses-now", "quote.text")}`,
    ],
    [
      "a number in a quotation that no claim states",
      "midst-of-adoption",
      {quote: {lang: "nb", text: "85 % er i gang"}},
      `number of the quotation is stated nowhere: 85 ${at("midst-of-adoption", "quote.text")}`,
    ],
    [
      "an id with a capital",
      "uses-now",
      {id: "Uses-now"},
      `not an id in kebab case: "Uses-now" ${at("Uses-now", "id")}`,
    ],
    ["a field that nobody knows", "uses-now", {margin: 3}, at("uses-now", "margin")],
  ])("names %s", (_, id, part, message) => {
    expect(withClaim(id, part)).toThrow(message);
  });

  it("takes a value with a decimal in a Norwegian quotation", () => {
    const text = {nb: "58,5 %", en: "58.5%"};
    expect(
      withClaim("uses-now", {value: 58.5, text, quote: {lang: "nb", text: "58,5 % har tatt i bruk"}}),
    ).not.toThrow();
  });

  it("names an id that is used twice, in each file", () => {
    const twice = (rows: Rows) => [...rows, rows[0]];
    expect(changed("claims.json", twice)).toThrow(
      'value used twice: "study-title" (claims/claims.json, row study-title, column id)',
    );
    expect(changed("universes.json", twice)).toThrow(
      'value used twice: "answered" (claims/universes.json, row answered, column code)',
    );
    expect(changed("readings.json", twice)).toThrow(
      'value used twice: "goal" (claims/readings.json, row goal, column id)',
    );
    expect(changed("corrections.json", twice)).toThrow(/^value used twice: .* \(claims\/corrections\.json, row /);
    expect(changed("doubts.json", twice)).toThrow(/^value used twice: .* \(claims\/doubts\.json, row /);
    expect(changed("success-links.json", twice)).toThrow(/^linked twice: .* \(claims\/success-links\.json, row 9\)/);
  });

  it("names a claim that others speak of and that is not there", () => {
    const without = (id: string) => changed("claims.json", (rows) => rows.filter((row) => row.id !== id));
    expect(without("dialogue-goal")).toThrow(
      'unknown claim: "dialogue-goal" (claims/readings.json, row goal, column claim)',
    );
    expect(without("factor-training")).toThrow(
      'unknown claim: "factor-training" (claims/success-links.json, row 3, column factor)',
    );
    expect(without("criterion-1")).toThrow(
      'unknown claim: "criterion-1", did you mean "criterion-2"? (claims/success-links.json, row 1, column criterion)',
    );
  });

  it("names the file that is not JSON, not a list, or empty", () => {
    const instead = (text: string) => () =>
      readClaims((file) => (file === "claims/doubts.json" ? text : readFileSync(`${sourceFolder}${file}`, "utf8")));
    expect(instead("[")).toThrow(/^not JSON: .* \(claims\/doubts\.json\)$/);
    expect(instead("{}")).toThrow("not a list of rows (claims/doubts.json)");
    expect(instead("[]")).toThrow("no rows (claims/doubts.json)");
  });
});

describe("readClaims() of attributes and readings with a defect", () => {
  const withAttribute = (code: string, part: Record<string, unknown>) =>
    changed("attributes.json", (rows) => rows.map((row) => (row.code === code ? {...row, ...part} : row)));

  it.each([
    [
      "an attribute that implies one there is not",
      withAttribute("onFacebook", {implies: ["onMars"]}),
      'unknown attribute: "onMars" (claims/attributes.json, row onFacebook, column implies)',
    ],
    [
      "an attribute that implies itself in the end",
      withAttribute("usesByYearEnd", {implies: ["twoOrMorePages"]}),
      'implies itself: "usesNow" (claims/attributes.json, row usesNow, column implies)',
    ],
    [
      "a code in snake case",
      withAttribute("onFacebook", {code: "on_facebook"}),
      'not a code in camel case: "on_facebook" (claims/attributes.json, row 3, column code)',
    ],
    [
      "an attribute that implies a misspelt one",
      withAttribute("onFacebook", {implies: ["useNow"]}),
      'unknown attribute: "useNow", did you mean "usesNow"? (claims/attributes.json, row onFacebook, column implies)',
    ],
    [
      "a claim about a misspelt attribute",
      withClaim("on-facebook", {attribute: {event: ["onFacebok"], given: ["usesNow"]}}),
      'unknown attribute: "onFacebok", did you mean "onFacebook"? (claims/claims.json, row on-facebook, column attribute.event)',
    ],
    [
      "a claim about an attribute there is not",
      withClaim("on-facebook", {attribute: {event: ["onMars"], given: ["usesNow"]}}),
      'unknown attribute: "onMars" (claims/claims.json, row on-facebook, column attribute.event)',
    ],
    [
      "a claim about nothing",
      withClaim("on-facebook", {attribute: {event: [], given: []}}),
      "(claims/claims.json, row on-facebook, column attribute.event)",
    ],
    [
      "a group that one of the readings does not explain",
      changed("readings.json", (rows) =>
        rows.map((row) => ({
          ...row,
          options: (row.options as Rows).map((o, i) => (i === 0 ? {...o, standsFor: {}} : o)),
        })),
      ),
      'unknown attribute: "usersOrStrategy" (claims/claims.json, row dialogue-in-use, column attribute.given)',
    ],
    [
      "a reading that puts in an attribute there is not",
      changed("readings.json", (rows) =>
        rows.map((row) => ({
          ...row,
          options: (row.options as Rows).map((o) => ({...o, standsFor: {strategyNow: "plan"}})),
        })),
      ),
      'unknown attribute: "plan" (claims/readings.json, row goal, column options.now.standsFor)',
    ],
    [
      "numbers that contradict each other",
      withClaim("uses-by-year-end", {value: 56, text: {nb: "56 %", en: "56%"}, quote: {lang: "nb", text: "56 %"}}),
      'numbers contradict each other when read as goal=now&practice=users&pages=facebook: "uses-now = 58, uses-by-year-end = 56" (claims/claims.json, row uses-now, uses-by-year-end, column value)',
    ],
  ])("refuses %s", (_, read, message) => {
    expect(read).toThrow(message);
  });

  it("takes one more number, about two attributes at once, without a change of code", () => {
    const added = {event: ["usesNow", "!strategyByYearEnd"], given: []};
    const read = changed("claims.json", (rows) => [
      ...rows,
      {
        ...rows.find(({id}) => id === "uses-now"),
        id: "added",
        value: 30,
        attribute: added,
        text: {nb: "30 %", en: "30%"},
        quote: {lang: "nb", text: "30 %"},
      },
    ]);
    expect(read().claims.at(-1)?.attribute).toEqual(added);
  });
});

describe("readQuestions(read, summary)", () => {
  const at = "claims/questions.json, row new, column";

  it.each([
    [{event: ["!usesNwo"]}, `unknown attribute: "usesNwo", did you mean "usesNow"? (${at} event)`],
    [{given: ["onMars"]}, `unknown attribute: "onMars" (${at} given)`],
    [{timeOf: "useNow"}, `unknown attribute: "useNow", did you mean "usesNow"? (${at} timeOf)`],
    [{reading: {gaol: "now"}}, `unknown reading: "gaol", did you mean "goal"? (${at} reading)`],
    [{reading: {goal: "nwo"}}, `unknown option of a reading: "nwo", did you mean "now"? (${at} reading.goal)`],
  ])("refuses a question that names what there is not: %j", (part, message) => {
    const label = {nb: "Ny", en: "New"};
    const question = {id: "new", label, event: ["usesNow"], given: [], timeOf: "usesNow", ...part};
    expect(() => readQuestions(() => JSON.stringify([question]), summary)).toThrow(message);
  });
});
