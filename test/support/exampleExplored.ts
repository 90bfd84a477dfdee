import {codeOfReason} from "../../src/lib/respondents/respondents.js";
import type {Filter} from "../../src/lib/table/counts/countRespondents.js";
import {type ExplorerTally, packTally, type TallyColumn, unpackTally} from "../../src/lib/table/counts/tally.js";
import type {Explorer} from "../../src/lib/table/explorer.js";
import type {TableRequest} from "../../src/lib/table/tabulate.js";
import {classColumn, type ExploredCategory, type ExploredVariable} from "../../src/lib/table/variable.js";

/*
 * Small surveys for tests, written as lists of responses: a category's code, "-" for no answer, "/" for not asked.
 */

/** A column of responses, one a respondent. */
export function columnFrom(name: string, categories: readonly string[], responses: readonly string[]): TallyColumn {
  const codes = Int32Array.from(responses, (response) => {
    if (response === "-") return codeOfReason("noAnswer");
    if (response === "/") return codeOfReason("notAsked");
    const at = categories.indexOf(response);
    if (at < 0) throw new Error(`no such category: ${response} (${name})`);
    return at;
  });
  return {name, categories, codes};
}

const both = (text: string) => ({nb: text, en: text});

/** A category of one code, or of several. */
export function categoryFrom(column: string, code: string, of: readonly string[] = [code]): ExploredCategory {
  return {code, label: both(code), column, of};
}

/** A variable; by its name a column, but for a multiple response, whose options `name_option` are columns of no and yes. */
export function variableFrom(
  name: string,
  codes: readonly string[],
  {type = "single", ...rest}: Partial<ExploredVariable> = {},
): ExploredVariable {
  const column = type === "multiple" ? (code: string) => `${name}_${code}` : () => name;
  const categories = codes.map((code) => categoryFrom(column(code), code, type === "multiple" ? ["yes"] : [code]));
  const common = {label: both(name), question: both(name), isOrdered: false, origin: null, universe: []};
  return {name, type, ...common, categories, ...rest};
}

/** What the register knows: `size` by the column of the class, or another by its own. */
export function registerFrom(name: string, codes: readonly string[], column = name): ExploredVariable {
  return variableFrom(name, codes, {
    type: "register",
    question: null,
    categories: codes.map((code) => categoryFrom(column, code)),
  });
}

/** A filter as a request has it. */
export function filterFrom(of: ExploredVariable, ...codes: string[]): Filter & {of: ExploredVariable} {
  return {of, variable: of.name, categories: of.categories.filter(({code}) => codes.includes(code))};
}

/** A request for column per cent with weights of everybody, unless it says otherwise. */
export function requestFrom(request: Partial<TableRequest> & Pick<TableRequest, "rows">): TableRequest {
  return {columns: null, filters: [], measure: "columnPercent", isWeighted: true, ...request};
}

/** The tally of columns. */
export function tallyFrom(...columns: readonly TallyColumn[]): ExplorerTally {
  return unpackTally(packTally(columns, columns[0].codes.length));
}

/** What is known of the units of an example, but for their classes. */
interface OfUnits {
  /** By region how many units of each class; without it all are in one region. */
  regions?: Readonly<Record<string, readonly number[]>>;
  variables?: readonly ExploredVariable[];
}

/** An explorer of classes with so many units; null for a codebook without units. */
export function explorerFrom(
  populationOf: Readonly<Record<string, number | null>>,
  {regions, variables = []}: OfUnits = {},
): Explorer {
  const classes = Object.entries(populationOf).map(([code, population]) => ({code, label: both(code), population}));
  const ofRegions = Object.entries(regions ?? {all: classes.map(({population}) => population)});
  const populations = classes.flatMap((_, h) => ofRegions.map(([, numbers]) => numbers[h]));
  const isKnown = populations.every((n): n is number => n !== null);
  return {
    rank: "estimated",
    isProtected: false,
    respondents: 0,
    units: {
      classes: classes.map(({code, label}) => ({code, label})),
      regions: ofRegions.map(([code]) => ({code, label: both(code), area: "all"})),
      populations: isKnown ? populations : null,
    },
    variables,
    filters: [],
  };
}

/** The column of the class, one a respondent. */
export function classesFrom(categories: readonly string[], responses: readonly string[]): TallyColumn {
  return columnFrom(classColumn, categories, responses);
}

/** So many of each response, one after another. */
export function repeated(numbers: Readonly<Record<string, number>>): string[] {
  return Object.entries(numbers).flatMap(([response, n]) => new Array<string>(n).fill(response));
}
