import type {CleaningContext} from "../cleaningContext.js";
import {answerColumns, type Draft, type DraftColumn, optionColumn, optionValues} from "../draft.js";
import {ownWordsOf} from "./spellings.js";

export function blankOptions(draft: Draft, {codebook}: CleaningContext): void {
  for (const {variable, columns} of answerColumns(codebook)) {
    const block = columns.flatMap((name) => draft.columns.get(name) ?? []);
    if (block.length < 2) continue;
    const own = "categories" in variable ? optionColumn(variable.name, ownWordsOf(variable) ?? "") : null;
    const {isOnlyTicked, isAnySaid} = saidIn(block);
    for (const column of block) draft.put(fillColumn(column, column.name === own ? isAnySaid : isOnlyTicked));
  }
}

/** Row by row whether at least one option is ticked and none denied, and whether any is ticked or denied. */
function saidIn(block: readonly DraftColumn[]): {isOnlyTicked: boolean[]; isAnySaid: boolean[]} {
  const says = block.map(({values}) => values.map((value) => (value === "" ? null : value === optionValues.chosen)));
  const rows = Array.from(block[0].codes, (_, row) => block.map(({codes}, option) => says[option][codes[row]]));
  return {
    isOnlyTicked: rows.map((said) => said.includes(true) && !said.includes(false)),
    isAnySaid: rows.map((said) => said.includes(true) || said.includes(false)),
  };
}

function fillColumn({name, codes, values}: DraftColumn, isFilled: readonly boolean[]): DraftColumn {
  const filled = values.includes(optionValues.notChosen) ? values : [...values, optionValues.notChosen];
  const notChosen = filled.indexOf(optionValues.notChosen);
  return {
    name,
    codes: codes.map((code, row) => (values[code] === "" && isFilled[row] ? notChosen : code)),
    values: filled,
  };
}
