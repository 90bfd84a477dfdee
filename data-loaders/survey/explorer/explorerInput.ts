import {boundsModel} from "../../../src/lib/bounds/model.js";
import type {PublishedFacts} from "../../../src/lib/facts.js";
import type {Text} from "../../../src/lib/language/text.js";
import {type PageId, pages} from "../../../src/lib/pages.js";
import {variableOfType} from "../../../src/lib/respondents/codebook.js";
import {mostRowsPlain, productFile} from "../../../src/lib/respondents/productFile.js";
import type {ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import {waveVariable} from "../../../src/lib/respondents/waves.js";
import {combinedOf} from "../../../src/lib/table/counts/combinations.js";
import type {Explorer, PageExplorer, SummaryRange} from "../../../src/lib/table/explorer.js";
import {type Asking, summaryRange} from "../../../src/lib/table/summaryRange.js";
import {columnsOf, type ExploredVariable} from "../../../src/lib/table/variable.js";
import type {CountedSurvey, Survey} from "../buildSurvey.js";
import type {NoiseProtection} from "../noise/protectByNoise.js";
import {protectedGroupings} from "../protect/protectedGroupings.js";
import {protectedTables} from "../protect/protectedTables.js";
import {type Countable, type CountableRows, countable} from "./countable.js";
import {countsOfRows} from "./countsOfRows.js";

/** What a survey is explored with, before anything is counted. */
export interface ExplorerInput {
  countable: Countable;
  /** The respondents themselves; null where a database counted them. */
  rows: CountableRows | null;
  explorer: Explorer;
  /** All that may be shown of a protected file; null of an open one. */
  protectedTables: ProtectedTables | null;
  /** Of a file protected by noise. */
  noise?: NoiseProtection;
}

/**
 * A file of more respondents than these is not sent to browsers whole, pages count in combinations of answers; but one with
 * a design of its own, in which hardly two respondents weigh the same, and one whose respondents are followed through waves.
 */
export const mostRespondentsSent = 100_000;

/**
 * Everything of a survey that readers can count by.
 *
 * @param mostSent respondents of an open file that is sent to browsers whole
 * @param noise of a file protected by noise
 * @throws Error when such a file comes without
 */
export function explorerInput(
  survey: Pick<Survey, "codebook" | "respondents" | "settings" | "weighting" | "sample" | "waves" | "panel">,
  {mostSent = mostRespondentsSent, noise}: {mostSent?: number; noise?: NoiseProtection} = {},
): ExplorerInput & {rows: CountableRows} {
  const {codebook, respondents, settings, sample, waves, panel} = survey;
  const rows = countable(survey);
  const found = {...rows, counts: countsOfRows(rows)};
  const {rank} = respondents;
  if (settings.access === "protected") {
    if (settings.protection === "noise" && !noise) throw new Error("a file protected by noise without its noise");
    const tables = noise?.tables ?? protectedTables(codebook, respondents, protectedGroupings(survey), waves);
    const variables = found.variables.map((variable) => withoutNumbers(variable, tables));
    const explorer = explorerOf({...found, variables}, {rank, isProtected: true, ...(waves && {waves})});
    return {countable: found, rows, explorer, protectedTables: tables, ...(noise && {noise})};
  }
  const inCombinations = respondents.count > mostSent &&
    !sample &&
    !panel && {inCombinations: {...combinedOf(found.variables, found.filters), bytes: {}}};
  const unit = variableOfType(codebook, "unitNumber");
  const ending = respondents.count > mostRowsPlain ? ".csv.gz" : ".csv";
  const lacking = Object.keys(waves?.notOffered ?? {});
  const hasLater = codebook.variables.some(({name, type}) => type === "multiple" && lacking.includes(name));
  const published = {
    csv: productFile(respondents, ending),
    ...(unit && {unitColumn: unit.name}),
    ...(hasLater && {hasLaterOptions: true as const}),
  };
  const explorer = explorerOf(found, {
    rank,
    isProtected: false,
    published,
    ...inCombinations,
    ...(sample && {sample: sample.design}),
    ...(waves && {waves}),
  });
  return {countable: found, rows, explorer, protectedTables: null};
}

/** The same, of a file too large to be sent whole, with how many bytes the files of its columns have. */
export function withColumnFiles<T extends ExplorerInput>(input: T, files: ReadonlyMap<string, Uint8Array>): T {
  const {inCombinations} = input.explorer;
  if (!inCombinations) throw new Error("files of columns of respondents that are sent whole");
  const bytes = Object.fromEntries([...files].map(([name, {length}]) => [name, length]));
  return {...input, explorer: {...input.explorer, inCombinations: {...inCombinations, bytes}}};
}

/** A count with the bands of the published tables: which numbers occur in a protected file would tell whose they are. */
function withoutNumbers(variable: ExploredVariable, {tables}: ProtectedTables): ExploredVariable {
  if (variable.type !== "count") return variable;
  const bands = tables.find((table) => table.variable === variable.name)?.categories ?? [];
  return {...variable, categories: bands.map(({code, label}) => ({code, label, column: variable.name, of: []}))};
}

/**
 * Everything that readers can count by of an open survey that a database counted.
 *
 * @param numbers by question answered with a number how many numbers occur, where they are counted one by one
 */
export function explorerInputOfCounts(
  {rank}: Pick<CountedSurvey["respondents"], "rank">,
  found: Countable,
  numbers: Readonly<Record<string, number>>,
): ExplorerInput {
  const explorer = explorerOf(found, {
    rank,
    isProtected: false,
    inCombinations: {...combinedOf(found.variables, found.filters), bytes: {}, numbers},
  });
  return {countable: found, rows: null, explorer, protectedTables: null};
}

/** What pages are told of it. */
export function explorerOf(
  {variables, units, count, filters}: Pick<Countable, "variables" | "units" | "count" | "filters">,
  about: Pick<Explorer, "rank" | "isProtected" | "published" | "inCombinations" | "sample" | "waves">,
): Explorer {
  return {...about, respondents: count, units, variables, filters};
}

/** What each page that breaks answers down is sent, by page; of a protected file its tables alone. */
export function pageExplorers(
  input: ExplorerInput,
  {tiles, ...asking}: Omit<Asking, "variables"> & Pick<PageExplorer, "tiles">,
): Partial<Record<PageId, PageExplorer>> {
  const pages = input.countable.pages.map(
    (each) => [each.page, {...pageExplorer(input, each, asking), tiles}] as const,
  );
  return Object.fromEntries(pages.filter(([, {questions}]) => questions.length > 0));
}

/** The model under the first reading of every doubt, and what of it the codebook asks for. */
export function askingOf(
  facts: PublishedFacts,
  {codebook}: Pick<CountedSurvey, "codebook">,
): Omit<Asking, "variables"> {
  return {model: boundsModel(facts, {}), attributes: codebook.attributes};
}

/** What the page that counts anything by anything is sent: what the summary allows it has of the topic pages. */
export function wholeExplorer(
  {explorer, protectedTables, countable: {pages, counts, filters, first}}: ExplorerInput,
  {tiles, topics}: Pick<PageExplorer, "tiles"> & {topics: readonly PageExplorer[]},
): PageExplorer {
  const {variables, isProtected} = explorer;
  const questions = variables.filter(({type}) => type !== "register").map(({name}) => name);
  const ranges = new Map(topics.flatMap((topic) => topic.ranges).map((range) => [rangeKey(range), range]));
  return {
    ...explorer,
    filters: variables.map(({name}) => name),
    questions,
    ranges: [...ranges.values()],
    tiles,
    protectedTables,
    first: first ?? firstOf([...pages.flatMap((page) => page.questions), ...questions], filters),
    themes: themesOf(variables, pages),
    ...(!isProtected && {
      answered: Object.fromEntries(variables.map((variable) => [variable.name, counts.answered(columnsOf(variable))])),
    }),
  };
}

/** The first question of the first page by the first filter that is another, or else by the second question; by nothing where it is alone. */
function firstOf([rows = "", ...others]: readonly string[], filters: readonly string[]) {
  return {rows, columns: [...filters, ...others].find((name) => name !== rows) ?? ""};
}

/** The variables by the first page that is about them; then the other questions, and what the register knows. */
function themesOf(variables: readonly ExploredVariable[], explored: Countable["pages"]) {
  const first = ({name, type}: ExploredVariable) =>
    name === waveVariable
      ? name
      : type === "register"
        ? "register"
        : (explored.find(({questions}) => questions.includes(name))?.page ?? "others");
  const labels: readonly (readonly [string, Text])[] = [
    ...explored.map(({page}) => [page, pages.find(({id}) => id === page)?.name ?? fromRegister] as const),
    [waveVariable, {nb: "Tid", en: "Time"}],
    ["others", {nb: "Andre spørsmål", en: "Other questions"}],
    ["register", fromRegister],
  ];
  return labels
    .map(([id, label]) => ({label, variables: variables.filter((each) => first(each) === id).map(({name}) => name)}))
    .filter((theme) => theme.variables.length > 0);
}

const fromRegister: Text = {nb: "Fra registeret", en: "From the register"};

const rangeKey = ({variable, category, within}: SummaryRange) => JSON.stringify([variable, category, within]);

function pageExplorer(
  {explorer, protectedTables}: ExplorerInput,
  {questions: named}: Countable["pages"][number],
  asking: Omit<Asking, "variables">,
): Omit<PageExplorer, "tiles"> {
  const asked = explorer.variables.filter(({name}) => named.includes(name));
  const filters = explorer.variables.filter(({name}) => explorer.filters.includes(name));
  const groupings = protectedTables?.groupings.map(({id}) => id) ?? [];
  const questions = named.filter((name) => asked.some((variable) => variable.name === name));
  return {
    ...explorer,
    variables: explorer.variables.filter(
      (variable) => asked.includes(variable) || filters.includes(variable) || groupings.includes(variable.name),
    ),
    questions,
    ranges: asked.flatMap((variable) => rangesOf(variable, filters, {...asking, variables: explorer.variables})),
    protectedTables: protectedTables && {
      groupings: protectedTables.groupings,
      minimumBase: protectedTables.minimumBase,
      noise: protectedTables.noise && {variance: protectedTables.noise.variance},
      ...(protectedTables.answeredByCell && {answeredByCell: protectedTables.answeredByCell}),
      tables: protectedTables.tables.filter(({variable}) => questions.includes(variable)),
    },
  };
}

/** What the summary allows for each response to a question, of all and within each response that can be filtered by. */
function rangesOf(variable: ExploredVariable, filters: readonly ExploredVariable[], asking: Asking): SummaryRange[] {
  const within = filters
    .filter(({type, name}) => type !== "register" && name !== variable.name)
    .flatMap((filter) => filter.categories.map((category) => ({variable: filter, category})));
  return variable.categories.flatMap((category) =>
    [null, ...within].flatMap((filter) => summaryRange(variable, category, filter, asking) ?? []),
  );
}
