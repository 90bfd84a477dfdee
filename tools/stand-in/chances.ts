import type {Item} from "../../data-loaders/survey/items.js";
import type {Atom} from "../../src/lib/bounds/atoms.js";
import {type Assumption, type AssumptionOf, ofKind} from "../../src/lib/claims/assumption.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {type Answers, hasAttribute, meetsAll} from "./meets.js";

/** What the chances of responses rest on. */
export interface Basis {
  codebook: Codebook;
  assumptions: readonly Assumption[];
  /** Those asked, by whom a difference is balanced so that as a whole one half choose the option. */
  asked: readonly {answers: Answers}[];
}

/**
 * The chance of each candidate of an item for one respondent: none for what its attributes rule out, the others as
 * assumed, and where nothing is assumed all the same.
 */
export function chances(item: Item, respondent: {answers: Answers; atom: Atom}, basis: Basis): number[] {
  const assumed = assumedChances(item, respondent.answers, basis);
  const possible = assumed.map((chance, index) => (fits(item, index, respondent, basis.codebook) ? chance : 0));
  const sum = possible.reduce((total, chance) => total + chance, 0);
  if (sum === 0)
    throw new Error(`no response to ${item.column} fits the attributes ${[...respondent.atom].join(", ")}`);
  return possible.map((chance) => chance / sum);
}

/** True when a response leaves every attribute either open or as it is. */
function fits(item: Item, index: number, {answers, atom}: {answers: Answers; atom: Atom}, codebook: Codebook): boolean {
  const said = new Map([...answers, [item.column, item.candidates[index]]]);
  return codebook.attributes.every((attribute) => {
    const has = hasAttribute(said, attribute, codebook);
    return has === undefined || has === atom.has(attribute.code);
  });
}

function assumedChances({variable, option, candidates}: Item, answers: Answers, basis: Basis): number[] {
  const isAbout = (each: {variable: string; codes: readonly string[]}) =>
    each.variable === variable.name && (option === null || each.codes.includes(option));
  const difference = ofKind(basis.assumptions, "difference").find(isAbout);
  if (difference) return differingChances(difference, answers, basis);
  const proportion = ofKind(basis.assumptions, "proportion").find(isAbout);
  if (!proportion) return candidates.map(() => 1 / candidates.length);
  const {codes, value} = proportion;
  if (option !== null) return [1 - value, value];
  return candidates.map((code) =>
    codes.includes(code) ? value / codes.length : (1 - value) / (candidates.length - codes.length),
  );
}

function differingChances(
  {value, among}: AssumptionOf<"difference">,
  answers: Answers,
  {asked, codebook}: Basis,
): number[] {
  const isAmong = (each: Answers) => Number(meetsAll(each, [among], codebook) === true);
  const share = asked.reduce((sum, each) => sum + isAmong(each.answers), 0) / asked.length;
  const yes = 0.5 + value * (isAmong(answers) - share);
  return [1 - yes, yes];
}
