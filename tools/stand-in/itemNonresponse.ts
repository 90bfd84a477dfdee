import {itemsOf} from "../../data-loaders/survey/items.js";
import type {AssumptionOf} from "../../src/lib/claims/assumption.js";
import {codeOfReason, notAsked} from "../../src/lib/respondents/respondents.js";
import {allocate} from "./allocate.js";
import {type Answering, withAnswers} from "./answerItems.js";
import type {MadeUp} from "./madeUp.js";

/** Respondents of whom the assumed share gave no response to each of the questions, all boxes of it or none. */
export function itemNonresponse(
  respondents: readonly MadeUp[],
  {variables, reason, value}: AssumptionOf<"unanswered">,
  answering: Answering,
): MadeUp[] {
  const items = itemsOf(answering.codebook, answering.assumptions);
  return variables.reduce<MadeUp[]>(
    (left, variable) => {
      const columns = items.filter((item) => item.variable.name === variable).map(({column}) => column);
      const said = (each: MadeUp) => each.answers.get(columns[0]) ?? notAsked;
      const asked = left.filter((each) => said(each) !== notAsked);
      const dealt = allocate(asked, {
        chancesOf: () => [1 - value, value],
        keysOf: (each) => [attributesKey(each), each.unitClass],
        random: answering.random,
      });
      return left.map((each) =>
        dealt.get(each) === 1
          ? withAnswers(
              each,
              columns.map((column) => [column, codeOfReason(reason)]),
            )
          : each,
      );
    },
    [...respondents],
  );
}

/** What the stated figures are made of, so that those who give no response are like the others. */
export function attributesKey({atom}: MadeUp): string {
  return [...atom].sort().join();
}
