import {
  answerColumns,
  type Draft,
  type DraftColumn,
  isResponse,
  optionValues,
  unchanged,
  withColumns,
  withValue,
} from "../draft.js";
import type {Rule} from "../rule.js";

export const blankOptions: Rule = {
  texts: [
    {
      id: "blankOptions",
      label: {nb: "Alternativer som ikke er krysset av", en: "Options that are not ticked"},
      does: {
        nb: "Har en respondent krysset av minst ett alternativ, men ikke sagt nei til noen, leses de tomme feltene som ikke valgt. Slik er filen ført, så det regnes ikke som en endring.",
        en: "If a respondent ticked at least one option and said no to none, the blanks are read as not chosen. That is how the file is kept, so it does not count as a change.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const blocks = answerColumns(codebook).map(({columns}) => columns.flatMap((name) => draft.columns.get(name) ?? []));
    const filled = blocks.filter((block) => block.length > 1).flatMap((block) => fillBlock(block));
    return {...unchanged(draft), draft: withColumns(draft, filled) satisfies Draft};
  },
};

function fillBlock(block: readonly DraftColumn[]): DraftColumn[] {
  const [{codes}] = block;
  const isOnlyTicked = new Uint8Array(codes.length);
  const says = block.map(({values}) =>
    values.map((value) => (value === optionValues.chosen ? 1 : isResponse(value) ? 2 : 0)),
  );
  for (let row = 0; row < codes.length; row++) {
    let said = 0;
    for (let option = 0; option < block.length; option++) said |= says[option][block[option].codes[row]];
    isOnlyTicked[row] = Number(said === 1);
  }
  return block.map((column) => fillColumn(column, isOnlyTicked));
}

function fillColumn({name, codes, values}: DraftColumn, isOnlyTicked: Uint8Array): DraftColumn {
  const blank = values.indexOf("");
  const {values: filledValues, code: notChosen} = withValue(values, optionValues.notChosen);
  const filled = codes.slice();
  for (let row = 0; row < filled.length; row++)
    if (filled[row] === blank && isOnlyTicked[row] === 1) filled[row] = notChosen;
  return {name, codes: filled, values: filledValues};
}
