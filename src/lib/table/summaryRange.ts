import {type Answer, answer} from "../bounds/answer.js";
import type {BoundsModel} from "../bounds/model.js";
import type {Event} from "../claims/claim.js";
import type {AskedAttribute} from "../respondents/codebook.js";
import {type Comparison, type Condition, meets} from "../respondents/condition.js";
import type {SummaryRange} from "./explorer.js";
import type {ExploredCategory, ExploredVariable} from "./variable.js";

/** What relates responses to the questions that can be put to the summary. */
export interface Asking {
  model: BoundsModel;
  attributes: readonly AskedAttribute[];
  variables: readonly ExploredVariable[];
}

/**
 * What the summary allows for the share that gave a response, among those that were asked and, if named, gave another
 * response. Null where the summary cannot be asked so, and where it leaves everything open.
 */
export function summaryRange(
  variable: ExploredVariable,
  category: ExploredCategory,
  within: {variable: ExploredVariable; category: ExploredCategory} | null,
  asking: Asking,
): SummaryRange | null {
  const event = literalsOf(variable, category, variable.universe, asking);
  const given = givenOf(variable, within, asking);
  if (!event || !given || event.length === 0) return null;
  const found = answerOrNull({event, given}, asking.model);
  if (found?.status !== "range" || found.rank === "unknown") return null;
  const {rank, value, low, high} = found;
  return {
    variable: variable.name,
    category: category.code,
    within: within && {variable: within.variable.name, category: within.category.code},
    rank,
    value,
    low,
    high,
  };
}

/** Null where the reading does not tell an attribute from another, and has no such question. */
function answerOrNull(question: {event: Event; given: Event}, model: BoundsModel): Answer | null {
  const known = new Set([...model.attributes.map(({code}) => code), ...model.standsFor.keys()]);
  const codes = [...question.event, ...question.given].map((literal) => literal.replace("!", ""));
  return codes.every((code) => known.has(code)) ? answer(model, question) : null;
}

/** Those asked, and those that the filter leaves in. */
function givenOf(
  {universe}: ExploredVariable,
  within: {variable: ExploredVariable; category: ExploredCategory} | null,
  asking: Asking,
): Event | null {
  const asked = universe.map((condition) => conditionLiterals(condition, asking));
  const filtered = within
    ? [amongAsked(within.variable, literalsOf(within.variable, within.category, [], asking), asking)]
    : [];
  const literals = [...asked, ...filtered];
  if (literals.some((each) => each === null || each.length === 0)) return null;
  return [...new Set(literals.flatMap((each) => each ?? []))];
}

function conditionLiterals(condition: Condition, asking: Asking): Event | null {
  const variable = asking.variables.find(({name}) => name === condition.variable);
  if (!variable) return null;
  if (variable.type === "multiple") return amongAsked(variable, optionLiterals(variable, condition, asking), asking);
  const chosen = variable.categories.filter(({code}) => meets(code, condition));
  return amongAsked(variable, literalsFor(variable, new Set(chosen.map(({code}) => code)), [], asking), asking);
}

/** What has not some attribute may not have been asked; then it is said who was. What has one was. */
function amongAsked({universe}: ExploredVariable, literals: Event | null, asking: Asking): Event | null {
  if (!literals?.every((literal) => literal.startsWith("!"))) return literals;
  const asked = universe.map((condition) => conditionLiterals(condition, asking));
  return asked.includes(null) ? null : [...literals, ...asked.flatMap((each) => each ?? [])];
}

/** Of one option, chosen or not; an attribute is not told to hold for any of several. */
function optionLiterals(variable: ExploredVariable, {comparisons}: Condition, asking: Asking): Event | null {
  const [{operator, code}, ...others] = comparisons;
  const option = variable.categories.find((category) => category.code === code);
  const literals = option && others.length === 0 ? literalsOf(variable, option, [], asking) : null;
  return literals && operator === "isNot" ? literals.map((literal) => `!${literal}`) : literals;
}

function literalsOf(
  variable: ExploredVariable,
  category: ExploredCategory,
  universe: readonly Condition[],
  asking: Asking,
): Event | null {
  if (variable.type !== "multiple") return literalsFor(variable, new Set([category.code]), universe, asking);
  const own = asking.attributes.find(({anyOf}) => anyOf.length === 1 && names(anyOf[0], variable, category));
  return own ? [own.code] : null;
}

/** True of a condition that an option was chosen, and nothing else. */
function names({variable, comparisons}: Condition, {name}: ExploredVariable, option: ExploredCategory): boolean {
  const [{operator, code}, ...others] = comparisons;
  return variable === name && others.length === 0 && operator === "is" && code === option.code;
}

/**
 * The fewest literals that hold for just these categories of a variable; null where the attributes do not tell them from
 * others.
 */
function literalsFor(
  variable: ExploredVariable,
  wanted: ReadonlySet<string>,
  universe: readonly Condition[],
  {attributes, variables}: Asking,
): Event | null {
  const every = variable.categories.map(({code}) => code);
  const literals = attributes.flatMap((attribute) => {
    const holds = categoriesWith(attribute, variable, {universe, variables});
    if (!holds) return [];
    if (every.every((code) => !wanted.has(code) || holds.has(code))) return [{literal: attribute.code, holds}];
    if (every.some((code) => wanted.has(code) && holds.has(code))) return [];
    return [{literal: `!${attribute.code}`, holds: new Set(every.filter((code) => !holds.has(code)))}];
  });
  const isExact = (some: typeof literals) =>
    every.every((code) => wanted.has(code) === some.every(({holds}) => holds.has(code)));
  if (!isExact(literals)) return null;
  const fewest = literals.reduceRight(
    (kept, each) => (isExact(kept.filter((other) => other !== each)) ? kept.filter((other) => other !== each) : kept),
    literals,
  );
  return fewest.map(({literal}) => literal);
}

/** The categories of a variable that an attribute holds for, among those asked; null if it is about something else. */
function categoriesWith(
  {anyOf}: AskedAttribute,
  variable: ExploredVariable,
  {universe, variables}: {universe: readonly Condition[]; variables: readonly ExploredVariable[]},
): Set<string> | null {
  const open = anyOf.filter((condition) => !universe.some((asked) => isRuledOut(condition, asked, variables)));
  if (open.length === 0 || open.some((condition) => condition.variable !== variable.name)) return null;
  const isNamed = (code: string) => open.some((condition) => meets(code, condition));
  return new Set(variable.categories.map(({code}) => code).filter(isNamed));
}

/** True when nobody of whom one condition holds can meet another: of a multiple response only if it chose just what that lacks. */
function isRuledOut(condition: Condition, asked: Condition, variables: readonly ExploredVariable[]): boolean {
  const variable = variables.find(({name}) => name === condition.variable);
  if (!variable || asked.variable !== condition.variable) return false;
  if (variable.type !== "multiple")
    return !variable.categories.some(({code}) => meets(code, condition) && meets(code, asked));
  const [only, ...others] = asked.comparisons;
  const isOpposite = ({operator, code}: Comparison) => code === only.code && operator !== only.operator;
  return others.length === 0 && condition.comparisons.every(isOpposite);
}
