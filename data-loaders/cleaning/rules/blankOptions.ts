import type {CleaningContext} from "../cleaningContext.js";
import {answerColumns, type Draft, type DraftColumn, optionValues} from "../draft.js";

export function blankOptions(draft: Draft, {codebook}: CleaningContext): void {
  for (const {columns} of answerColumns(codebook)) {
    const block = columns.flatMap((name) => draft.columns.get(name) ?? []);
    if (block.length < 2) continue;
    const isOnlyTicked = onlyTicked(block);
    for (const column of block) draft.put(fillColumn(column, isOnlyTicked));
  }
}

/** Row by row whether at least one option is ticked, and none denied. */
function onlyTicked(block: readonly DraftColumn[]): boolean[] {
  const says = block.map(({values}) => values.map((value) => (value === "" ? null : value === optionValues.chosen)));
  return Array.from(block[0].codes, (_, row) => {
    const said = block.map(({codes}, option) => says[option][codes[row]]);
    return said.includes(true) && !said.includes(false);
  });
}

function fillColumn({name, codes, values}: DraftColumn, isOnlyTicked: readonly boolean[]): DraftColumn {
  const filled = values.includes(optionValues.notChosen) ? values : [...values, optionValues.notChosen];
  const notChosen = filled.indexOf(optionValues.notChosen);
  return {
    name,
    codes: codes.map((code, row) => (values[code] === "" && isOnlyTicked[row] ? notChosen : code)),
    values: filled,
  };
}
