import {Type, tableFromIPC} from "@uwdata/flechette";
import {reasons} from "../../respondents/respondents.js";
import {sampleColumns} from "../../respondents/sample.js";
import {type ExplorerTally, respondentsTally, type TallyColumn, withConstant} from "./tally.js";

/**
 * Respondents from the Arrow file that a build publishes (`respondentsArrow`): each column a dictionary of its categories
 * and then of every reason for the lack of a response, but for the weights of a sample. Runs in the browser, and compiles nothing.
 *
 * @param constant columns that the file leaves out, since all respondents are in their only category
 * @throws Error when the bytes are no such file
 */
export function tallyFromArrow(
  bytes: ArrayBuffer | Uint8Array,
  constant: readonly Omit<TallyColumn, "codes">[] = [],
): ExplorerTally {
  const table = tableFromIPC(bytes);
  const [weight, designWeight] = [sampleColumns.weight, sampleColumns.designWeight].map((wanted) =>
    table.schema.fields.some(({name, type}) => name === wanted && type.typeId !== Type.Dictionary)
      ? (table.getChild(wanted).toArray() as Float64Array)
      : undefined,
  );
  const weights = weight && {weight, ...(designWeight && {designWeight})};
  return withConstant(respondentsTally(codedColumns(table), table.numRows, weights), constant);
}

/** The columns of such a file, the one that says what the rows are in front. */
export const columnsFromArrow = (bytes: ArrayBuffer | Uint8Array): TallyColumn[] => codedColumns(tableFromIPC(bytes));

function codedColumns(table: ReturnType<typeof tableFromIPC>): TallyColumn[] {
  const coded = table.schema.fields.filter(({type}) => type.typeId === Type.Dictionary);
  return coded.map(({name}): TallyColumn => {
    const [batch] = table.getChild(name).data as unknown as DictionaryBatch[];
    const texts = [...batch.dictionary];
    const size = texts.length - reasons.length;
    const codes = Int32Array.from(batch.values.subarray(0, table.numRows)); // padded in the file
    for (let row = 0; row < codes.length; row++) if (codes[row] >= size) codes[row] = size - 1 - codes[row];
    return {name, categories: texts.slice(0, size), codes};
  });
}

/** What is read here of flechette’s class of this name, which it does not export. */
interface DictionaryBatch {
  dictionary: Iterable<string>;
  /** Row by row an entry of the dictionary: the index of a category, and after all of these the reasons. */
  values: Int8Array | Int16Array | Int32Array;
}
