import {describe, expect, it} from "vitest";
import {settings} from "../../src/lib/settings.js";
import {readClaims} from "./readClaims.js";
import {codebookFile, parseCodebook, readCodebook} from "./readCodebook.js";
import {sourceReader} from "./readSource.js";

interface Loose {
  [key: string]: unknown;
  variables: Record<string, unknown>[];
}

const read = sourceReader();

/** The report's codebook with a fault planted in it. */
function withFault(plant: (codebook: Loose) => void): () => unknown {
  const loose = JSON.parse(read(codebookFile)) as Loose;
  plant(loose);
  return () => parseCodebook(JSON.stringify(loose), "codebook.json", settings.fieldwork);
}

const variable = ({variables}: Loose, name: string) =>
  variables.find((each) => each.name === name) as Record<string, never>;

describe("the report's codebook", () => {
  const codebook = readCodebook(read);

  it("names only claims that the summary makes", () => {
    const ids = new Set(readClaims(read).claims.map(({id}) => id));
    const unknown = codebook.variables.flatMap(({claims}) => claims).filter((id) => !ids.has(id));
    expect(unknown).toEqual([]);
  });

  it("says of a number or words which claim they are, and of an assumption none that has a number", () => {
    const kindOf = new Map(readClaims(read).claims.map(({id, kind}) => [id, kind]));
    const kinds = (name: string) =>
      codebook.variables.find((each) => each.name === name)?.claims.map((id) => kindOf.get(id)) ?? [];
    for (const {name, origin} of codebook.variables)
      expect(kinds(name).includes("number"), name).toBe(origin === "number");
  });

  it("asks for every attribute that the summary gives a share of", () => {
    const attributes = readClaims(read).attributes.map(({code}) => code);
    expect(codebook.attributes.map(({code}) => code).sort()).toEqual([...attributes].sort());
  });

  it("gives each question its own missing codes before those of all", () => {
    expect(codebook.variables.every(({missing}) => missing.map(({reason}) => reason).includes("noAnswer"))).toBe(true);
  });
});

describe("a codebook", () => {
  it.each<[string, (codebook: Loose) => void, string]>([
    [
      "whose spelling means two things",
      (book) => (variable(book, "uses_now").categories as {spellings: string[]}[])[1].spellings.push("JA"),
      'spelling of two responses: "JA" (codebook.json, row uses_now, column spellings)',
    ],
    [
      "whose missing code is a response",
      (book) => (variable(book, "uses_now").categories as {spellings: string[]}[])[0].spellings.push("99"),
      "spelling of two responses",
    ],
    [
      "whose header is of two columns",
      (book) => (variable(book, "uses_now").headers as string[]).push("strategi"),
      'header of two columns: "strategi" (codebook.json, row strategy, column headers)',
    ],
    [
      "that asks after what is not known yet",
      (book) => (variable(book, "uses_now").universe as unknown[]).push({variable: "strategy", codes: ["in_place"]}),
      'condition on a variable that does not come before: "strategy" (codebook.json, row uses_now, column universe)',
    ],
    [
      "that asks for an unknown code",
      (book) => ((variable(book, "plans_2011").universe as {codes: string[]}[])[0].codes = ["nei"]),
      'condition on an unknown code: "nei" (codebook.json, row plans_2011, column universe)',
    ],
    [
      "that asks for a misspelt code",
      (book) => ((variable(book, "plans_2011").universe as {codes: string[]}[])[0].codes = ["!yess"]),
      'condition on an unknown code: "!yess", did you mean "!yes"? (codebook.json, row plans_2011, column universe)',
    ],
    [
      "that asks after a misspelt variable",
      (book) => ((variable(book, "plans_2011").universe as {variable: string}[])[0].variable = "use_now"),
      'condition on a variable that does not come before: "use_now", did you mean "uses_now"? (codebook.json, row plans_2011',
    ],
    [
      "that names another schema",
      (book) => Object.assign(book, {$schema: "../../../docs/schemas/coding.json"}),
      'not the schema of this input, codebook.json: "../../../docs/schemas/coding.json" (codebook.json, column $schema)',
    ],
    [
      "whose count may be a missing code",
      (book) => Object.assign(variable(book, "facebook_pages"), {greatest: 99}),
      'missing code within the range of the count: "98" (codebook.json, row facebook_pages, column spellings)',
    ],
    [
      "without a label in a language",
      (book) => Object.assign(variable(book, "strategy"), {label: {nb: "Strategi", en: ""}}),
      "(codebook.json, row strategy, column label.en)",
    ],
    [
      "with a type that is none",
      (book) => Object.assign(variable(book, "strategy"), {type: "scale"}),
      "(codebook.json, row strategy, column type)",
    ],
    [
      "with a misspelt type",
      (book) => Object.assign(variable(book, "strategy"), {type: "Singel"}),
      '"single", "multiple", "count": "Singel", did you mean "single"? (codebook.json, row strategy, column type)',
    ],
    [
      "with a variable twice",
      (book) => book.variables.push(variable(book, "comment")),
      'variable twice: "comment" (codebook.json, row comment, column name)',
    ],
    [
      "with a variable named as a column that every table has",
      (book) => Object.assign(variable(book, "comment"), {name: "size"}),
      'name of a column that every table has: "size" (codebook.json, row size, column name)',
    ],
    [
      "with an answer of the code that means no filter",
      (book) => Object.assign((variable(book, "strategy").categories as object[])[0], {code: "all"}),
      'code that means no filter: "all" (codebook.json, row strategy, column code)',
    ],
    [
      "whose fieldwork ends first",
      (book) => Object.assign(book, {fieldwork: {from: "2011-05-01", to: "2011-04-30"}}),
      'ends before it begins: {"from":"2011-05-01","to":"2011-04-30"} (codebook.json, column fieldwork)',
    ],
    [
      "that unanswers what it does not have",
      (book) => ((book.contradictions as {unanswer: string[]}[])[0].unanswer = ["channels.myspace"]),
      'unknown variable or option: "channels.myspace" (codebook.json, row pages-without-facebook, column unanswer)',
    ],
    [
      "that unanswers a misspelt option",
      (book) => ((book.contradictions as {unanswer: string[]}[])[0].unanswer = ["channels.facebok"]),
      'unknown variable or option: "channels.facebok", did you mean "channels.facebook"? (codebook.json',
    ],
  ])("%s is refused by name", (_, plant, message) => {
    expect(withFault(plant)).toThrow(message);
  });
});

describe("what a codebook has explored", () => {
  const check = (questions: string[], filters: string[] = []) =>
    withFault((book) => Object.assign(book, {explored: {pages: [{page: "adoption", questions}], filters}}));

  it.each([
    [["uses_now", "use_now"], [], '"use_now", did you mean "uses_now"? (codebook.json, row adoption, column explored)'],
    [["weather"], [], 'unknown question: "weather" (codebook.json, row adoption, column explored)'],
    [["size"], [], 'unknown question: "size"'],
    [["comment"], [], 'unknown question: "comment"'],
    [["uses_now"], ["county", "sise"], '"sise", did you mean "size"? (codebook.json, row filters, column explored)'],
  ])("refuses %j and filters %j", (questions, filters, message) => {
    expect(check(questions, filters)).toThrow(message);
  });

  it("refuses a page that explores nothing", () => {
    const explored = {pages: [{page: "adopton", questions: ["uses_now"]}]};
    expect(withFault((book) => Object.assign(book, {explored}))).toThrow(
      '"adopton", did you mean "adoption"? (codebook.json, column explored.pages.0.page)',
    );
  });

  it("is what the register knows, where it does not say", () => {
    const {explored} = withFault((book) => delete book.explored)() as {explored: unknown};
    expect(explored).toEqual({pages: [], filters: ["county", "size", "kind"]});
  });
});
