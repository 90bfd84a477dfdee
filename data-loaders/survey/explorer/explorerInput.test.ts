import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {PageId} from "../../../src/lib/pages.js";
import {unpackTally} from "../../../src/lib/table/counts/tally.js";
import {tallySetFor} from "../../../src/lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../../src/lib/table/explorer.js";
import {tabulate} from "../../../src/lib/table/tabulate.js";
import {classColumn, type ExploredVariable, variableByName} from "../../../src/lib/table/variable.js";
import {libraries} from "../../../test/support/cleaning/givenTable.js";
import {requestFrom} from "../../../test/support/exampleExplored.js";
import {buildFacts} from "../../buildFacts.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {buildSurvey, type Survey} from "../buildSurvey.js";
import {buildSurveyFacts} from "../buildSurveyFacts.js";
import {combinationsNamed, talliesNamed} from "./combinations.js";
import {askingOf, explorerInput, pageExplorers} from "./explorerInput.js";
import {tallySet} from "./tallySet.js";

const read = sourceReader();
const units = readRegister(read);
const facts = buildFacts(read);

let folder: string;
let open: Survey;
let secret: Survey;

/** The stand-in with a comment of everybody, as an owner’s file; and the same, protected. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "explorer-"));
  const standIn = readFileSync("data-loaders/source/microdata/stand-in.csv", "utf8");
  const commented = standIn.replace(/;(?:"(?:[^"]|"")*"|[^;"\r\n]*);stand-in/g, ";kanarifugl 17;stand-in");
  for (const name of ["open", "secret"]) writeFileSync(join(folder, `${name}.csv`), commented);
  writeFileSync(join(folder, "open.settings.json"), '{"access": "open"}');
  writeFileSync(join(folder, "secret.settings.json"), '{"access": "protected"}');
  [open, secret] = await Promise.all(
    ["open", "secret"].map((name) => buildSurvey(join(folder, `${name}.csv`), {read, units})),
  );
});
afterAll(() => rmSync(folder, {recursive: true}));

/** A file that is sent whole, and the same as if it were too large. */
const ways = [{}, {mostSent: 0}];
type Way = (typeof ways)[number];

const pagesOf = (survey: Survey, way: Way = {}) =>
  pageExplorers(explorerInput(survey, way), {...askingOf(facts, survey), tiles: []});
const countedIn = (survey: Survey, explorer: PageExplorer, variables: readonly ExploredVariable[], way: Way = {}) =>
  talliesNamed(explorerInput(survey, way), tallySetFor(explorer, {variables}));
const combinationsOf = (survey: Survey) =>
  ["register", "strategy", "uses_now+channels"].map((file) =>
    combinationsNamed(explorerInput(survey, {mostSent: 0}), file),
  );
const each = (pages: Partial<Record<PageId, PageExplorer>>) => Object.values(pages);

describe("pageExplorers", () => {
  it("send each page the questions that it breaks down, and everything to filter them by", () => {
    const pages = pagesOf(open);
    expect(Object.entries(pages).map(([page, {questions}]) => ({page, questions}))).toEqual(
      open.codebook.explored.pages,
    );
    for (const {filters, variables, questions} of each(pages)) {
      expect(filters).toEqual(["county", "size", "kind", "uses_now", "strategy"]);
      expect(variables.map(({name}) => name).sort()).toEqual([...new Set([...filters, ...questions])].sort());
    }
  });

  it.each(ways)("name tallies in which every question can be counted by every filter (%j)", (way) => {
    for (const explorer of each(pagesOf(open, way))) {
      for (const name of explorer.questions)
        for (const by of explorer.filters) {
          const [rows, columns] = [name, by].map((each) => variableByName(explorer.variables, each));
          const filters = explorer.filters.map((filter) => {
            const of = variableByName(explorer.variables, filter);
            return {of, variable: filter, categories: of.categories};
          });
          const tallies = countedIn(open, explorer, [rows, columns, ...filters.map(({of}) => of)], way);
          const {table} = tabulate(explorer, tallies, requestFrom({rows, columns, filters}));
          expect(table.unweightedBase).toBeGreaterThan(0);
        }
    }
  });

  it.each(ways)("give each page the distribution that the report prints (%j)", (way) => {
    const {distributions} = buildSurveyFacts(open, explorerInput(open));
    for (const explorer of each(pagesOf(open, way)))
      for (const name of explorer.questions) {
        const {cells} = distributions.find(({variable}) => variable === name) ?? {cells: []};
        const rows = variableByName(explorer.variables, name);
        const {table} = tabulate(explorer, countedIn(open, explorer, [rows], way), requestFrom({rows}));
        expect(table.cells.map(([cell]) => "unweightedCount" in cell && cell.unweightedCount)).toEqual(
          cells.map(({count}) => count),
        );
      }
  });

  it("count everybody in every tally", () => {
    for (const tallies of combinationsOf(open))
      for (const {counts} of tallies) expect(counts.reduce((sum, n) => sum + n, 0)).toBe(open.respondents.count);
  });

  it("count in combinations one variable by every other, and two by those that come after, with size and county", () => {
    const [register, strategy, two] = combinationsOf(open).map((tallies) =>
      tallies.map(({columns}) => columns.map(({name}) => name)),
    );
    expect(register).toEqual([[classColumn, "county"]]);
    expect(strategy).toContainEqual([classColumn, "county", "strategy", "channels_facebook"]);
    expect(two).toContainEqual([classColumn, "county", "uses_now", "channels_facebook", "experience"]);
    expect(two.flat()).not.toContain("strategy"); // stands before, so the three are in another file
    for (const names of two) expect(names.slice(2, 4)).toEqual(["uses_now", expect.stringMatching(/^channels_/)]);
  });

  it("send no range of a question within itself", () => {
    const ranges = each(pagesOf(open)).flatMap((explorer) => explorer.ranges);
    expect(ranges.some(({within}) => within !== null)).toBe(true);
    for (const {variable, within} of ranges) expect(within?.variable).not.toBe(variable);
  });

  it("count numbers that are shown as one as one", () => {
    const numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "40"];
    const survey: Survey = {
      ...open,
      respondents: {
        ...open.respondents,
        columns: open.respondents.columns.map((column) =>
          column.name === "facebook_pages"
            ? {...column, categories: numbers, codes: column.codes.map((code, row) => (code < 0 ? code : row % 10))}
            : column,
        ),
      },
    };
    const way = {mostSent: 0};
    const explorer = pagesOf(survey, way).channels as PageExplorer;
    const rows = variableByName(explorer.variables, "facebook_pages");
    expect(rows.categories.map(({code}) => code)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8+"]);
    const tallies = countedIn(survey, explorer, [rows], way);
    expect(tallies[0].columns.get("facebook_pages")?.categories).toEqual(numbers.slice(0, 8));
    const {distributions} = buildSurveyFacts(survey, explorerInput(survey));
    const {table} = tabulate(explorer, tallies, requestFrom({rows}));
    expect(table.rows.map(({unweightedBase}) => unweightedBase)).toEqual(
      distributions.find(({variable}) => variable === "facebook_pages")?.cells.map(({count}) => count),
    );
    const mean = requestFrom({rows, measure: "mean"});
    expect(() => tabulate(explorer, tallies, mean)).toThrow("counted as one: facebook_pages");
  });
});

describe("what pages are sent", () => {
  const texts = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, each]) => [key, ...texts(each)])
      : [];
  };

  it.each(["open", "secret"])("has no free text, no unit and no row of a respondent: %s", (name) => {
    const survey = name === "open" ? open : secret;
    const pages = pagesOf(survey);
    expect(JSON.stringify(pages)).not.toContain("kanarifugl");
    const sent = new Set(each(pages).flatMap(texts));
    const counties = new Set(units.counties.flatMap(({number, name: county}) => [number, county]));
    for (const {number, name: unit} of [...units.municipalities, ...units.countyAuthorities]) {
      if (!counties.has(number)) expect(sent).not.toContain(number);
      if (!counties.has(unit)) expect(sent).not.toContain(unit);
    }
    const found = explorerInput(survey);
    const names = [
      ...found.rows.columns.keys(),
      ...combinationsOf(open)
        .flat()
        .flatMap(({columns}) => columns.map((each) => each.name)),
    ];
    for (const column of ["unit_number", "unit_name", "submitted", "comment", "rowNumbers"])
      expect(names).not.toContain(column);
  });

  it("would tell if a unit or a comment were among them", () => {
    const [{number, name: unit}] = units.municipalities;
    expect(texts({a: [{[number]: unit}]})).toEqual(["a", "0", number, unit]);
    expect(readFileSync(join(folder, "open.csv"), "utf8").match(/kanarifugl 17/g)?.length).toBeGreaterThan(200);
  });
});

describe("a protected survey", () => {
  it.each(ways)("has nothing to count in (%j)", (way) => {
    const pages = each(pagesOf(secret, way));
    expect(pages).toHaveLength(secret.codebook.explored.pages.length);
    for (const explorer of pages) {
      expect(explorer.isProtected).toBe(true);
      expect(explorer.inCombinations).toBeUndefined();
      expect(countedIn(secret, explorer, explorer.variables, way)).toEqual([]);
    }
    for (const explorer of each(pagesOf(open, way)))
      expect(countedIn(open, explorer, explorer.variables, way).length).toBeGreaterThan(0);
    const [none, some] = [secret, open].map((survey) =>
      talliesNamed(explorerInput(survey, {mostSent: 0}), "tallies/uses_now"),
    );
    expect(none).toEqual([]);
    expect([...some[0].columns.keys()]).toEqual([classColumn, "county", "uses_now"]);
  });

  it("has the published tables of its questions, and an open one has none", () => {
    for (const {protectedTables, questions} of each(pagesOf(secret)))
      expect([...new Set(protectedTables?.tables.map(({variable}) => variable))].sort()).toEqual([...questions].sort());
    for (const {protectedTables} of each(pagesOf(open))) expect(protectedTables).toBeNull();
  });

  it("tells no numbers that occur in it, but the bands of its tables", () => {
    const {variables, ranges} = pagesOf(secret).channels as PageExplorer;
    expect(variableByName(variables, "facebook_pages").categories.map(({code, of}) => [code, of])).toEqual([
      ["1", []],
      ["2+", []],
    ]);
    expect(
      ranges.filter(({variable}) => variable === "facebook_pages").map(({category, rank}) => [category, rank]),
    ).toContainEqual(["2+", "stated"]);
  });

  it("is told of what it is sent in the same words, whoever answered what", () => {
    const [first, second] = [secret, withOtherAnswers(secret)].map((survey) => explorerInput(survey).explorer);
    expect(first).toEqual(second);
  });
});

/** The same respondents, who answer as their neighbours did; counts are all large. */
function withOtherAnswers(survey: Survey): Survey {
  const {respondents} = survey;
  const columns = respondents.columns.map((column) => {
    if (column.variable === "unit_number") return column;
    const codes = column.codes.map((_, row) => column.codes[(row + 1) % respondents.count]);
    return column.name === "facebook_pages"
      ? {...column, codes, categories: column.categories.map((_, at) => String(at + 20))}
      : {...column, codes};
  });
  return {...survey, respondents: {...respondents, columns}};
}

describe("another survey, of a codebook without units,", () => {
  const lines = [
    "nr;Søndagsåpent;Låner ut;Utlån;Farge",
    "canary-1;Alltid;Bøker, Verktøy, ski og telt;12 500;rød",
    "canary-2;av og til;Bøker;0;blå",
    "canary-3;Aldri;;7,0;",
    "canary-4;?;;-9;grønn",
    "canary-5;Aldri;;9;grønn",
  ];
  let survey: Survey;
  beforeAll(async () => {
    writeFileSync(join(folder, "libraries.txt"), lines.join("\r\n"));
    writeFileSync(join(folder, "libraries.settings.json"), '{"access": "open"}');
    survey = await buildSurvey(join(folder, "libraries.txt"), {codebook: libraries});
  });

  it("can be counted by its questions, without weights", () => {
    const {explorer, countable: found} = explorerInput(survey);
    expect(explorer.variables.map(({name}) => name)).toEqual(["open_sundays", "lends", "loans"]);
    const {classes, regions, populations} = explorer.units;
    expect([populations, classes.length, regions.length, explorer.filters]).toEqual([null, 1, 1, []]);
    const [rows, columns] = ["lends", "open_sundays"].map((name) => variableByName(explorer.variables, name));
    const tallies = tallySet(found, [classColumn], [rows, columns]).map(unpackTally);
    const {table} = tabulate(explorer, tallies, requestFrom({rows, columns}));
    expect(table.unweightedBase).toBe(2);
    expect(table.cells.map((row) => row.map((cell) => ("estimate" in cell ? cell.estimate : cell.status)))).toEqual([
      [1, "notApplicable", 1, 1],
      [0.5, "notApplicable", 0, 1],
    ]);
    expect(table.classes.map(({weight}) => weight)).toEqual([1]);
  });

  it("has the distributions that it has without being explored", () => {
    const {explorer, countable: found} = explorerInput(survey);
    for (const {variable, cells} of buildSurveyFacts(survey, explorerInput(survey)).distributions) {
      const rows = variableByName(explorer.variables, variable);
      const {table} = tabulate(explorer, tallySet(found, [classColumn], [rows]).map(unpackTally), requestFrom({rows}));
      expect(
        table.cells.map(([cell]) => ("estimate" in cell ? [cell.unweightedCount, cell.estimate, cell.interval] : null)),
      ).toEqual(cells.map(({count, proportion, interval}) => [count, proportion, interval]));
    }
  });

  it("has nothing to break down on pages about other questions, and no range of another survey’s summary", () => {
    expect(pagesOf(survey)).toEqual({});
  });

  it("tells neither its serial numbers nor columns that nobody asked for", () => {
    const {countable, rows, explorer} = explorerInput(survey);
    const sent = JSON.stringify([explorer, tallySet(countable, [...rows.columns.keys()], []), countable.variables]);
    expect(survey.respondents.count).toBe(5);
    expect(sent).not.toMatch(/canary|rød|blå|grønn/);
  });
});
