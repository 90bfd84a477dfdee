import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fold} from "../../src/lib/language/fold.js";
import {isAnswered} from "../../src/lib/respondents/codebook.js";
import {directory, givenTable, responsesTo} from "../../test/support/cleaning/givenTable.js";
import {runs} from "../../test/support/sampled.js";
import {cleanTable} from "../cleaning/cleanTable.js";
import {matchColumns} from "../cleaning/matchColumns.js";
import {ownWordsOf} from "../cleaning/rules/spellings.js";
import type {RawTable} from "../files/rawTable.js";
import {InputError} from "../inputs/inputError.js";
import {parseCodebook} from "../inputs/readCodebook.js";
import {draftCodebook} from "./draftCodebook.js";
import {readExisting} from "./existingCodebook.js";

const options = {lang: "en", fileChanged: "2024-04-02"} as const;
const asText = (codebook: object) => JSON.stringify(codebook, null, 2);

/** Drafts, and drafts anew with what `edit` makes of the first. */
function redraft(raw: RawTable, edit: (codebook: Record<string, never> & {variables: never[]}) => void, next = raw) {
  const codebook = JSON.parse(asText(draftCodebook(raw, options).codebook));
  edit(codebook);
  const draft = draftCodebook(next, {...options, existing: readExisting(asText(codebook), "codebook.json")});
  parseCodebook(asText(draft.codebook), "codebook.json");
  return {edited: codebook, draft, named: new Map(draft.codebook.variables.map((each) => [each.name, each]))};
}

const table = givenTable([
  ["id", "Uses", "Why", "Colour", "Wishes"],
  ...Array.from({length: 24}, (_, at) => [
    `a${at}`,
    at % 3 === 0 ? "no" : "yes",
    at % 3 === 0 ? "" : at % 2 ? "fun" : "work",
    ["red", "blue", "green"][at % 3],
    `own words ${at}`,
  ]),
]);

describe("a codebook drafted a second time", () => {
  it("is the same if nobody changed it", () => {
    const {edited, draft} = redraft(table, () => {});
    expect(draft.codebook).toEqual(edited);
    expect(draft).toMatchObject({kept: [], isHeadKept: false, gone: []});
  });

  it("keeps what a person chose to be explored, and drafts it anew otherwise", () => {
    const first = draftCodebook(table, {...options, themes: []}).codebook;
    expect(first.explored).toMatchObject({filters: [], drafted: {seal: expect.any(String)}});
    const again = (edit: (explored: Record<string, unknown>) => void) => {
      const edited = JSON.parse(asText(first));
      edit(edited.explored);
      const existing = readExisting(asText(edited), "codebook.json");
      return {edited, drafted: draftCodebook(table, {...options, themes: [], existing}).codebook};
    };
    expect(again(() => {}).drafted).toEqual(first);
    const chosen = again((explored) => {
      explored.filters = ["colour"];
    });
    expect(chosen.drafted.explored).toEqual(chosen.edited.explored);
  });

  it("keeps an entry that a person changed, with or without its mark, and drafts the others anew", () => {
    const {draft, named} = redraft(table, ({variables}) => {
      const [, uses, why, colour] = variables as unknown as Record<string, unknown>[];
      uses.label = {nb: "Bruk", en: "Use"};
      delete why.drafted;
      colour.name = "paint";
    });
    expect(draft.kept).toEqual(["uses", "why", "paint"]);
    expect(named.get("uses")?.label).toEqual({nb: "Bruk", en: "Use"});
    expect(named.get("why")?.drafted).toBeUndefined();
    expect([...named.keys()]).toEqual(["id", "uses", "why", "paint", "wishes"]);
    expect(named.get("wishes")?.drafted?.because).toEqual([
      "24 different texts in 24 rows: free text, never published",
    ]);
  });

  it("leaves out what a person deleted, and says so", () => {
    const {draft, named} = redraft(table, (codebook) => {
      codebook.variables = codebook.variables.filter(({name}) => name !== "wishes");
    });
    expect(named.has("wishes")).toBe(false);
    expect(draft.leftOut).toEqual([{header: "Wishes", because: ["a person deleted its question from the codebook"]}]);
  });

  it("keeps title, note, fieldwork and order if a person changed them, and contradictions in any case", () => {
    const {draft, named} = redraft(table, (codebook) => {
      const changed = codebook as Record<string, unknown>;
      changed.title = {nb: "Bruk 2024", en: "Use 2024"};
      changed.explored = {filters: ["colour"]};
      codebook.variables.reverse();
    });
    expect(draft.isHeadKept).toBe(true);
    expect(draft.codebook.title).toEqual({nb: "Bruk 2024", en: "Use 2024"});
    expect(draft.codebook.explored).toEqual({filters: ["colour"]});
    expect([...named.keys()]).toEqual(["wishes", "colour", "why", "uses", "id"]);
    expect(named.get("why")?.universe).toBeUndefined();
  });

  it("has no question for columns of the design, but for strata in words, and the survey's own title", () => {
    const raw = givenTable([
      ["area", "psu", "size", "w", "uses"],
      ...Array.from({length: 24}, (_, at) => [["n", "s"][at % 2], `${at % 5}`, "900", "1.5", ["yes", "no"][at % 2]]),
    ]);
    const design = {weight: "w", strata: "area", clusters: "psu", populations: "size", calibrate: null};
    const texts = {survey: "Uses 2024", title: {nb: "Bruk", en: "Use"}, description: {nb: "Om bruk", en: "About use"}};
    const {codebook, leftOut} = draftCodebook(raw, {...options, design, survey: texts});
    expect(codebook.variables.map(({name}) => name)).toEqual(["area", "uses"]);
    expect(leftOut.map(({header}) => header)).toEqual(["psu", "size", "w"]);
    expect(codebook).toMatchObject({id: "uses-2024", title: texts.title, note: texts.description});
  });

  it("follows a file that has other columns now, and asks of kept questions by their codes", () => {
    const next = givenTable([
      ["Uses", "Size", "Why"],
      ...Array.from({length: 24}, (_, at) => [at % 3 ? "yes" : "no", at % 2 ? "small" : "large", at % 3 ? "fun" : ""]),
    ]);
    const {draft, named} = redraft(
      table,
      ({variables}) => {
        const uses = variables[1] as {categories: {code: string}[]};
        uses.categories.forEach((each, at) => {
          each.code = `answer_${at}`;
        });
        (variables[2] as {universe?: unknown}).universe = undefined;
      },
      next,
    );
    expect([...named.keys()]).toEqual(["uses", "size_answer", "why"]);
    expect(draft.gone).toEqual(["id", "colour", "wishes"]);
  });
});

describe("draftCodebook(raw)", () => {
  const stems = [
    "Q",
    "q1",
    "Age",
    "age ",
    "data",
    "row",
    "Hva?",
    "Hva? - A",
    "Hva? - B",
    "Hva? [A]",
    "q_1",
    "q_2",
    "q.1",
  ];
  const header = fc.oneof(fc.constantFrom(...stems), fc.string({minLength: 1, maxLength: 12}));
  const cells = [
    "",
    "1",
    "0",
    "x",
    "Yes",
    "no",
    "NA",
    "99",
    "A",
    "B",
    "A;B",
    "A, b",
    "3.5",
    "2024-03-01",
    "Other",
    "all",
  ];
  const cell = fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...cells)},
    {weight: 1, arbitrary: fc.string({maxLength: 6})},
  );
  const grids = fc
    .uniqueArray(
      header.filter((text) => text !== ""),
      {selector: fold, minLength: 1, maxLength: 9},
    )
    .chain((headers) =>
      fc.record({
        headers: fc.constant(headers),
        kinds: fc.array(fc.array(cell, {minLength: 1, maxLength: 4}), {
          minLength: headers.length,
          maxLength: headers.length,
        }),
        picks: fc.array(fc.array(fc.nat(3), {minLength: headers.length, maxLength: headers.length}), {
          minLength: 1,
          maxLength: 30,
        }),
      }),
    )
    .map(({headers, kinds, picks}) => [
      headers,
      ...picks.map((row) => row.map((pick, at) => kinds[at][pick % kinds[at].length])),
    ]);

  const words = fc.constantFrom("", "Yes", "No", "Don't know", "1", "99", "A", "a", "Q", "Age", "Hva? - A", "Refused");
  const said = fc.record({
    label: fc.option(header),
    valueLabels: fc
      .array(fc.tuple(fc.constantFrom(...cells.slice(1)), words), {maxLength: 4})
      .map((pairs) => new Map(pairs)),
    userMissing: fc.array(fc.constantFrom(...cells.slice(1)), {maxLength: 2}).map((values) => new Set(values)),
  });

  /** A file, and the same with labels, as SPSS has them. */
  const tables = fc.tuple(grids, fc.option(fc.array(said, {minLength: 9, maxLength: 9}))).map(([grid, labels]) => {
    const raw = givenTable(grid);
    return labels ? {...raw, columns: raw.columns.map((column, at) => ({...column, ...labels[at]}))} : raw;
  });

  it("writes a codebook that the reader accepts, whose questions find their columns, of any table", () => {
    fc.assert(
      fc.property(tables, (raw) => {
        const {codebook: json, leftOut} = draftCodebook(raw, options);
        const variables = [...json.variables, spare];
        const codebook = parseCodebook(JSON.stringify({...json, variables}), "codebook.json");
        if (!codebook.variables.some(isAnswered)) return;
        const {columns} = matchColumns(raw, codebook);
        const unread = columns.filter(({readAs}) => readAs === null || readAs === "data").map(({header: each}) => each);
        expect(unread.sort()).toEqual(leftOut.map(({header: each}) => each).sort());
      }),
      {numRuns: runs(300, 2000)},
    );
  });

  it("writes a codebook by which no answer of any table is read as another", () => {
    fc.assert(
      fc.property(tables, (raw) => {
        const {codebook: json} = draftCodebook(raw, options);
        const codebook = parseCodebook(
          JSON.stringify({...json, variables: [...json.variables, spare]}),
          "codebook.json",
        );
        fc.pre(codebook.variables.some(isAnswered));
        const {columns} = matchColumns(raw, codebook);
        const clean = attempt(() => cleanTable(raw, {codebook, directory}));
        for (const variable of codebook.variables) {
          const at = columns.findIndex(({readAs}) => readAs === variable.name);
          if (!clean || at < 0 || (variable.type !== "single" && variable.type !== "count")) continue;
          const labelOf = new Map(
            "categories" in variable ? variable.categories.map(({code, label}) => [code, label.en]) : [],
          );
          const answers = responsesTo(variable.name, clean.respondents);
          for (const [index, number] of clean.respondents.rowNumbers.entries()) {
            const {values, codes, valueLabels} = raw.columns[at];
            const value = values[codes[raw.rowNumbers.indexOf(number)]];
            const answer = answers[index];
            if (answer.startsWith("!")) continue;
            const says = valueLabels.get(value) || value;
            const isOwnWords = variable.type === "single" && ownWordsOf(variable) === answer;
            if (isOwnWords && ![...labelOf.values()].map(fold).includes(fold(says))) continue;
            if (variable.type === "single") expect(fold(labelOf.get(answer) ?? "")).toBe(fold(says));
            else expect(Number(answer)).toBe(Number(/^[\d.,-]+$/.test(says) ? says : value));
          }
        }
      }),
      {numRuns: runs(200, 2000)},
    );
  });

  it("drafts the same again of any table", () => {
    fc.assert(
      fc.property(tables, (raw) => {
        const {codebook} = draftCodebook(raw, options);
        fc.pre(codebook.variables.length > 0);
        const existing = readExisting(JSON.stringify(codebook), "codebook.json");
        expect(draftCodebook(raw, {...options, existing}).codebook).toEqual(codebook);
      }),
      {numRuns: runs(100, 1000)},
    );
  });
});

/** Null of a table in which no row can be used. */
function attempt<T>(clean: () => T): T | null {
  try {
    return clean();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** So that there is a question where the table has none. */
const spare = {
  name: "spare_question_of_the_test",
  type: "text",
  label: {nb: "Reserve", en: "Spare"},
  question: {nb: "Reservespørsmål", en: "Spare question"},
};
