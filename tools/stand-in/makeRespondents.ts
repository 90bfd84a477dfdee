import {solve} from "yalps";
import type {ListedClass} from "../../data-loaders/survey/buildWeighting.js";
import {atoms} from "../../src/lib/bounds/atoms.js";
import {boundsModel} from "../../src/lib/bounds/model.js";
import {type Assumption, ofKind} from "../../src/lib/claims/assumption.js";
import type {Summary} from "../../src/lib/claims/claim.js";
import type {Codebook, MultipleVariable} from "../../src/lib/respondents/codebook.js";
import type {Random} from "./allocate.js";
import {answerItems} from "./answerItems.js";
import {type AtomShares, drawAtoms} from "./drawAtoms.js";
import {drawUnits} from "./drawUnits.js";
import {ensureOneTick} from "./ensureOneTick.js";
import {itemNonresponse} from "./itemNonresponse.js";
import type {MadeUp} from "./madeUp.js";
import {maximumEntropy} from "./maximumEntropy.js";
import {meetsAll} from "./meets.js";
import {submittedDays} from "./submittedDays.js";

/** The reading of the summary in which its figures are reproduced: strategy now, of users. */
export const standInReading = {goal: "now", practice: "users"} as const;

/** All that stand-in respondents are made from. */
export interface StandInSources {
  codebook: Codebook;
  summary: Summary;
  assumptions: readonly Assumption[];
  /** Units asked, from the smallest to the largest. */
  classes: readonly ListedClass[];
}

/**
 * Made-up respondents that answer as the summary says and are otherwise as even as can be: attributes by maximum
 * entropy, all else as assumed or flat. Counts are dealt, not drawn, so that they are as near to these as whole
 * respondents can be; chance decides only who gives which answer.
 */
export function makeRespondents(sources: StandInSources, random: Random): MadeUp[] {
  const {codebook, assumptions, classes} = sources;
  const [response] = ofKind(assumptions, "response");
  const units = drawUnits(classes, response.value, random);
  const drawn = drawAtoms(units, atomShares(sources.summary), random);
  const silent: MadeUp[] = units.map((unit) => ({...unit, atom: drawn.get(unit) ?? new Set(), answers: new Map()}));
  const answered = answerItems(silent, {codebook, assumptions, random});
  const ticked = multiples(codebook).reduce(
    (so, variable) =>
      ensureOneTick(so, variable, {codebook, alike: (each) => likeness(each, variable, sources), random}),
    answered,
  );
  const gapped = ofKind(assumptions, "unanswered").reduce(
    (so, each) => itemNonresponse(so, each, {codebook, assumptions, random}),
    ticked,
  );
  return submittedDays(gapped, codebook, random);
}

/** How those that answered are distributed over the attributes, as even as the stated figures allow. */
export function atomShares(summary: Summary): AtomShares {
  const model = boundsModel({summary, solve}, standInReading);
  return {
    attributes: model.attributes.map(({code}) => code),
    atoms: atoms(model),
    shares: maximumEntropy(model).shares,
  };
}

function multiples({variables}: Codebook): MultipleVariable[] {
  return variables.filter((each): each is MultipleVariable => each.type === "multiple");
}

/** What the chances of the question’s options differ by: whom an assumed difference is about. */
function likeness({answers}: MadeUp, {name}: MultipleVariable, {codebook, assumptions}: StandInSources): string {
  const differences = ofKind(assumptions, "difference").filter(({variable}) => variable === name);
  return differences.map(({among}) => meetsAll(answers, [among], codebook)).join();
}
