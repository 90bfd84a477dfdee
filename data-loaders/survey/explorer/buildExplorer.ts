import {boundsModel} from "../../../src/lib/bounds/model.js";
import type {PublishedFacts} from "../../../src/lib/facts.js";
import {memoize} from "../../../src/lib/memoize.js";
import type {PageId} from "../../../src/lib/pages.js";
import {type Codebook, variableOfType} from "../../../src/lib/respondents/codebook.js";
import {productFile} from "../../../src/lib/respondents/productFile.js";
import type {ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import type {Respondents} from "../../../src/lib/respondents/respondents.js";
import {
  type ExplorerTally,
  type PackedTally,
  respondentsTally,
  type TallyColumn,
  unpackTally,
} from "../../../src/lib/table/counts/tally.js";
import {
  countedVariables,
  everyTallySet,
  respondentsSet,
  tallySetName,
} from "../../../src/lib/table/counts/tallySets.js";
import type {Explorer, PageExplorer, SummaryRange} from "../../../src/lib/table/explorer.js";
import {exploredPages, filterNames} from "../../../src/lib/table/pages.js";
import {type Asking, summaryRange} from "../../../src/lib/table/summaryRange.js";
import {columnsOf, type ExploredVariable, registerColumns} from "../../../src/lib/table/variable.js";
import type {Units} from "../../inputs/readRegister.js";
import type {Survey} from "../buildSurvey.js";
import {protectedTables} from "../protect/protectedTables.js";
import {registerGroupings} from "../protect/registerGroupings.js";
import {type Explored, explored} from "./explored.js";
import {tallySet, tallySets} from "./tallySet.js";

/** What a survey is explored with, before anything is counted. */
export interface Exploring {
  explored: Explored;
  explorer: Explorer;
  /** All that may be shown of a protected file; null of an open one. */
  protectedTables: ProtectedTables | null;
}

/** A file of more respondents than these is not sent to browsers whole: pages count in combinations of answers. */
export const mostRespondentsSent = 100_000;

/**
 * Everything of a survey that readers can count by.
 *
 * @param mostSent respondents of an open file that is sent to browsers whole
 */
export function exploring(
  {codebook, respondents, settings}: Survey,
  units: Units,
  {mostSent = mostRespondentsSent}: {mostSent?: number} = {},
): Exploring {
  const found = explored(codebook, respondents, units);
  const tables =
    settings.access === "protected"
      ? protectedTables(codebook, respondents, registerGroupings(codebook, respondents, units))
      : null;
  const published = settings.access === "protected" ? undefined : publishedFile(codebook, respondents);
  const variables = tables ? found.variables.map((variable) => withoutNumbers(variable, tables)) : found.variables;
  return {
    explored: found,
    explorer: explorerOf(
      {...found, variables},
      {
        rank: respondents.rank,
        isProtected: settings.access === "protected",
        ...(published && {published}),
        ...(published && respondents.count > mostSent && {inCombinations: true as const}),
      },
    ),
    protectedTables: tables,
  };
}

/** Where a reader finds the respondents. */
function publishedFile(codebook: Codebook, respondents: Respondents): Explorer["published"] {
  const unit = variableOfType(codebook, "unitNumber");
  return {csv: productFile(respondents, ".csv"), ...(unit && {unitColumn: unit.name})};
}

/** A count with the bands of the published tables: which numbers occur in a protected file would tell whose they are. */
function withoutNumbers(variable: ExploredVariable, {tables}: ProtectedTables): ExploredVariable {
  if (variable.type !== "count") return variable;
  const bands = tables.find((table) => table.variable === variable.name)?.categories ?? [];
  return {...variable, categories: bands.map(({code, label}) => ({code, label, column: variable.name, of: []}))};
}

/** What pages are told of it. */
export function explorerOf(
  {variables, units, count}: Explored,
  about: Pick<Explorer, "rank" | "isProtected" | "published" | "inCombinations">,
): Explorer {
  const names = variables.map(({name}) => name);
  const filters = filterNames.filter((name) => names.includes(name));
  return {...about, respondents: count, units, variables, filters};
}

/** What each page that breaks answers down is sent, by page; of a protected file its tables alone. */
export function pageExplorers(
  exploring: Exploring,
  {tiles, ...asking}: Omit<Asking, "variables"> & Pick<PageExplorer, "tiles">,
): Partial<Record<PageId, PageExplorer>> {
  const {variables} = exploring.explorer;
  const pages = exploredPages.map(({page, questions}): [PageId, PageExplorer] => [
    page,
    {...pageExplorer(exploring, {page, questions}, {...asking, variables}), tiles},
  ]);
  return Object.fromEntries(pages.filter(([, {questions}]) => questions.length > 0));
}

/** The model under the first reading of every doubt, and what of it the codebook asks for. */
export function askingOf(facts: PublishedFacts, {codebook}: Survey): Omit<Asking, "variables"> {
  return {model: boundsModel(facts, {}), attributes: codebook.attributes};
}

/** What the page that counts anything by anything is told. */
export function crosstabExplorer({explorer, protectedTables}: Exploring): PageExplorer {
  const questions = explorer.variables.filter(({type}) => type !== "register").map(({name}) => name);
  return {...explorer, questions, ranges: [], tiles: [], protectedTables};
}

/** What is counted in for a set of variables, as `tallySetFor` names it; nothing of a protected file. */
export function talliesNamed(found: Exploring, name: string): readonly ExplorerTally[] {
  if (found.explorer.isProtected) return [];
  return name === respondentsSet ? [respondentsOf(found.explored)] : combinationsNamed(found, name).map(unpackTally);
}

const respondentsOf = memoize(({columns, count}: Explored) => respondentsTally([...columns.values()], count));

/** The counted combinations of a set of variables or of a page, as they are sent where there are too many respondents. */
export function combinationsNamed(found: Exploring, name: string): PackedTally[] {
  const {explored: all, explorer} = found;
  const page = exploredPages.find((each) => pageSet(each.page) === name);
  if (page) return pageCombinations(found, page.questions);
  const names = name.split("+");
  const wanted = explorer.variables.filter((variable) => names.includes(variable.name));
  return tallySet(all, registerColumns(all.units), countedVariables(explorer.variables, wanted));
}

/** The names of all sets of combinations that pages may ask for. */
export function combinationSets({explorer}: Exploring): string[] {
  return [...everyTallySet(explorer.variables).map(tallySetName), ...exploredPages.map(({page}) => pageSet(page))];
}

const pageSet = (page: PageId) => `page-${page}`;

/** Those in which each question of a page can be counted by each of its filters. */
function pageCombinations({explored: found, explorer}: Exploring, questions: readonly string[]): PackedTally[] {
  const {variables, filters, units} = explorer;
  const named = (names: readonly string[]) => variables.filter(({name}) => names.includes(name));
  const always = [...new Set([...registerColumns(units), ...named(filters).flatMap(columnsOf)])];
  return tallySets(withoutSingleNumbers(found, named(questions)), always, named(questions));
}

function pageExplorer(
  {explorer, protectedTables}: Exploring,
  {page, questions: named}: (typeof exploredPages)[number],
  asking: Asking,
): Omit<PageExplorer, "tiles"> {
  const {variables} = explorer;
  const questions = named.filter((name) => variables.some((variable) => variable.name === name));
  const ofPage = variables.filter(({name}) => questions.includes(name) || explorer.filters.includes(name));
  const filters = ofPage.filter(({name}) => explorer.filters.includes(name));
  const asked = ofPage.filter(({name}) => questions.includes(name));
  return {
    ...explorer,
    variables: ofPage,
    questions,
    ...(explorer.inCombinations && {tallySet: pageSet(page)}),
    ranges: asked.flatMap((variable) => rangesOf(variable, filters, asking)),
    protectedTables: protectedTables && {
      groupings: protectedTables.groupings,
      minimumBase: protectedTables.minimumBase,
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

/** Numbers that are shown as one are counted as one: a page that asks for no mean need not know them apart. */
function withoutSingleNumbers(found: Explored, asked: readonly ExploredVariable[]): Explored {
  const counts = asked.filter(({type}) => type === "count");
  const columns = new Map(found.columns);
  for (const {categories} of counts) {
    const [{column}] = categories;
    columns.set(column, netted(found.columns.get(column) as TallyColumn, categories));
  }
  return {...found, columns};
}

function netted(column: TallyColumn, categories: ExploredVariable["categories"]): TallyColumn {
  const netOf = column.categories.map((code) => categories.findIndex(({of}) => of.includes(code)));
  return {
    name: column.name,
    categories: categories.map(({of}) => of[0]),
    codes: column.codes.map((code) => (code < 0 ? code : netOf[code])),
  };
}
