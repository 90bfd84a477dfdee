import {group} from "d3";
import type {Text} from "../../../src/lib/language/text.js";
import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import {notAsked, type ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import {sampleColumns} from "../../../src/lib/respondents/sample.js";
import {panelColumns} from "../../../src/lib/respondents/waves.js";
import type {UnitCells, UnitClass, Weighting} from "../../../src/lib/respondents/weighting.js";
import type {SampleWeights, TallyColumn} from "../../../src/lib/table/counts/tally.js";
import {
  classColumn,
  type ExploredCategory,
  type ExploredVariable,
  regionColumn,
  type registerVariables,
} from "../../../src/lib/table/variable.js";
import type {Survey} from "../buildSurvey.js";
import {countyAuthoritiesLabel} from "../buildWeighting.js";
import {type RespondentGrouping, registerGroupings} from "../registerGroupings.js";
import type {Sample} from "../sample/buildSample.js";
import type {Panel} from "../waves/panel.js";
import type {Counts} from "./counts.js";
import {exploredVariable} from "./exploredVariable.js";

/** All that respondents can be counted by, as readers are shown it, and where their counts come from. */
export interface Countable {
  variables: readonly ExploredVariable[];
  units: UnitCells;
  count: number;
  counts: Counts;
  /** Which questions are broken down on which page. */
  pages: Codebook["explored"]["pages"];
  /** Names of the variables that readers can filter by. */
  filters: readonly string[];
  first?: Codebook["explored"]["first"];
}

/** The same with the codes, row by row. Node only. */
export interface CountableRows extends Omit<Countable, "counts"> {
  /** By name, the columns of all variables and of the class. */
  columns: ReadonlyMap<string, TallyColumn>;
  /** What each respondent weighs, of a sample. */
  weights?: SampleWeights;
}

/** What a codebook and the register let respondents be counted by. A count that nobody gave has nothing to count. */
export function countable(
  survey: Pick<Survey, "codebook" | "respondents" | "weighting" | "sample" | "panel">,
): CountableRows {
  const {codebook, respondents, weighting, sample, panel} = survey;
  const groupings = registerGroupings(weighting);
  const questions = codebook.variables.filter(isAnswered).map((variable) => {
    const own = respondents.columns.filter((column) => column.variable === variable.name);
    return {variable: exploredVariable(variable, own), columns: unansweredTogether(own)};
  });
  const columns = [
    ...unitColumns(weighting),
    ...(sample ? drawnColumns(sample) : []),
    ...(panel ? followedColumns(panel) : []),
    ...questions.flatMap((each) => each.columns),
  ];
  const variables = [...registered(groupings, weighting.units), ...questions.map(({variable}) => variable)];
  return {
    ...shownOf(codebook, variables),
    columns: new Map(columns.map((column) => [column.name, column])),
    units: weighting.units,
    count: respondents.count,
    ...(sample && {weights: weightsOf(sample)}),
  };
}

/** What of some variables is shown where; a count that nobody gave has nothing to count. */
export function shownOf(
  {explored: {pages, filters, first}}: Pick<Codebook, "explored">,
  every: readonly ExploredVariable[],
): Pick<Countable, "variables" | "pages" | "first" | "filters"> {
  const variables = every.filter(({categories}) => categories.length > 0);
  return {variables, pages, first, filters: filters.filter((name) => variables.some((each) => each.name === name))};
}

/** Class and, where there are units, region of each respondent. */
function unitColumns({units: {classes, regions, populations}, cellOf}: Weighting): TallyColumn[] {
  const column = (name: string, parts: readonly UnitClass[], partOf: (cell: number) => number): TallyColumn => {
    return {name, categories: parts.map(({code}) => code), codes: cellOf.map(partOf)};
  };
  const size = column(classColumn, classes, (cell) => Math.floor(cell / regions.length));
  return populations ? [column(regionColumn, regions, (cell) => cell % regions.length), size] : [size];
}

const weightsOf = ({design: {margins}, weight, designWeight}: Sample): SampleWeights =>
  margins.length > 0 ? {weight, designWeight} : {weight};

const numbers = (length: number) => Array.from({length}, (_, index) => String(index + 1));

/** Who answered in several waves. */
function followedColumns({design: {units, clusters, strata}, unitOf, clusterOf, stratumOf}: Panel): TallyColumn[] {
  return [
    {name: panelColumns.unit, categories: numbers(units), codes: unitOf},
    ...(clusters === null ? [] : [{name: panelColumns.cluster, categories: numbers(clusters), codes: clusterOf}]),
    ...(strata > 1 ? [{name: panelColumns.stratum, categories: numbers(strata), codes: stratumOf}] : []),
  ];
}

/** Stratum and cluster of each respondent, where there are any. */
function drawnColumns({design: {populations, clusters}, stratumOf, clusterOf}: Sample): TallyColumn[] {
  return [
    ...(populations.length > 1
      ? [{name: sampleColumns.stratum, categories: numbers(populations.length), codes: stratumOf}]
      : []),
    ...(clusterOf ? [{name: sampleColumns.cluster, categories: numbers(clusters ?? 0), codes: clusterOf}] : []),
  ];
}

const authority = "countyAuthorities";

/** County, size and kind of unit: municipalities are every class but that of the county authorities. */
function registered(groupings: readonly RespondentGrouping[], {classes}: UnitCells): ExploredVariable[] {
  if (groupings.length === 0) return [];
  const [county, size] = groupings;
  const variable = (name: (typeof registerVariables)[number], label: Text, categories: ExploredCategory[]) => {
    const isOrdered = name === "size";
    return {name, label, question: null, type: "register" as const, isOrdered, origin: null, universe: [], categories};
  };
  const categories = (column: string, {groups}: RespondentGrouping) =>
    groups.map(({code, label}): ExploredCategory => ({code, label, column, of: [code]}));
  const kind = (code: string, label: Text, of: string[]) => ({code, label, column: classColumn, of});
  const sizes = [...group(classes, ({code, within}) => within?.code ?? code)].map(
    ([code, own]): ExploredCategory => ({
      ...{code, label: own[0].within?.label ?? own[0].label},
      ...{column: classColumn, of: own.map((each) => each.code)},
      ...(code === authority && {isOutOfOrder: true}),
    }),
  );
  const isAuthority = ({code}: ExploredCategory) => code === authority;
  const codesOf = (some: readonly ExploredCategory[]) => some.flatMap(({of}) => of);
  return [
    variable("county", county.label, categories(regionColumn, county)),
    variable("size", size.label, sizes),
    variable("kind", {nb: "Type enhet", en: "Kind of unit"}, [
      kind("municipality", {nb: "Kommuner", en: "Municipalities"}, codesOf(sizes.filter((each) => !isAuthority(each)))),
      kind("countyAuthority", countyAuthoritiesLabel, codesOf(sizes.filter(isAuthority))),
    ]),
  ];
}

/**
 * The columns of a question; of a multiple response, who left one option unanswered has answered none. An option that a
 * wave did not have says nothing of the others.
 */
function unansweredTogether(own: readonly ResponseColumn[]): readonly TallyColumn[] {
  if (own.length === 1) return own;
  const lack = own[0]?.codes.map((_, row) => {
    const asked = own.filter(({codes}) => codes[row] !== notAsked);
    return asked.length === 0 ? notAsked : (asked.find(({codes}) => codes[row] < 0)?.codes[row] ?? 0);
  });
  return own.map(({name, categories, codes}) => ({
    name,
    categories,
    codes: codes.map((code, row) => (lack[row] < 0 && code !== notAsked ? lack[row] : code)),
  }));
}
