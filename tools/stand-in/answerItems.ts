import {type Item, itemsOf} from "../../data-loaders/survey/items.js";
import type {Assumption} from "../../src/lib/claims/assumption.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {notAsked, type Value} from "../../src/lib/respondents/respondents.js";
import {allocate, type Random} from "./allocate.js";
import {type Basis, chances} from "./chances.js";
import type {MadeUp} from "./madeUp.js";
import {meetsAll} from "./meets.js";

/** What answers are made from. */
export interface Answering {
  codebook: Codebook;
  assumptions: readonly Assumption[];
  random: Random;
}

/** Respondents with a response to everything they are asked, question by question. */
export function answerItems(respondents: readonly MadeUp[], answering: Answering): MadeUp[] {
  return itemsOf(answering.codebook, answering.assumptions).reduce<MadeUp[]>(
    (answered, item) => answerItem(answered, item, answering),
    [...respondents],
  );
}

function answerItem(respondents: readonly MadeUp[], item: Item, {codebook, assumptions, random}: Answering): MadeUp[] {
  const asked = respondents.filter(({answers}) => meetsAll(answers, item.variable.universe, codebook));
  const basis: Basis = {codebook, assumptions, asked};
  const chancesOf = new Map(asked.map((each) => [each, chances(item, each, basis)]));
  const dealt = allocate(asked, {
    chancesOf: (each) => chancesOf.get(each) as number[],
    keysOf: (each) => [String(chancesOf.get(each)), each.unitClass],
    random,
  });
  return respondents.map((each) => {
    const candidate = dealt.get(each);
    return withAnswers(each, [[item.column, candidate === undefined ? notAsked : item.candidates[candidate]]]);
  });
}

/** The respondent with other answers to these columns. */
export function withAnswers(respondent: MadeUp, answers: Iterable<readonly [column: string, said: Value]>): MadeUp {
  return {...respondent, answers: new Map([...respondent.answers, ...answers])};
}
