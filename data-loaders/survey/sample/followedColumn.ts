import {InputError} from "../../inputs/inputError.js";
import {type DesignColumn, type DrawnFrom, designColumn} from "./designColumn.js";

/**
 * The column of a wave's file that says who answered.
 *
 * @throws InputError where it would be published, or naming the first row in which nothing stands or a unit answers again
 */
export function followedColumn(name: string, from: DrawnFrom): DesignColumn {
  const column = designColumn("panel", name, from);
  const {readAs} = from.columns[column.index];
  if (readAs !== null)
    throw new InputError(
      "column of the panel that the codebook has too, and that would be published: take it out there",
      {
        ...{file: from.raw.file, column: from.raw.columns[column.index].header, value: readAs},
      },
    );
  const seen = new Set<string>();
  for (const [at, text] of column.texts.entries()) {
    if (seen.has(text)) throw column.defect("unit that answered the same wave twice", at);
    seen.add(text);
  }
  return column;
}
