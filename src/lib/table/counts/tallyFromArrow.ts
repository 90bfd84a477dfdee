import {Type, tableFromIPC} from "@uwdata/flechette";
import {reasons} from "../../respondents/respondents.js";
import {sampleColumns} from "../../respondents/sample.js";
import {type ExplorerTally, respondentsTally, type TallyColumn} from "./tally.js";

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
  const [coded, numbers] = [true, false].map((is) =>
    table.schema.fields.filter(({type}) => (type.typeId === Type.Dictionary) === is),
  );
  const [weight, designWeight] = [sampleColumns.weight, sampleColumns.designWeight].map((wanted) =>
    numbers.some(({name}) => name === wanted) ? (table.getChild(wanted).toArray() as Float64Array) : undefined,
  );
  const columns = coded.map(({name}): TallyColumn => {
    const [batch] = table.getChild(name).data as unknown as DictionaryBatch[];
    const texts = [...batch.dictionary];
    const size = texts.length - reasons.length;
    const codes = Int32Array.from({length: table.numRows}, (_, row) => codeOf(batch.key(row), size));
    return {name, categories: texts.slice(0, size), codes};
  });
  const all = constant.map((column) => ({...column, codes: new Int32Array(table.numRows)}));
  const weights = weight && {weight, ...(designWeight && {designWeight})};
  return respondentsTally([...columns, ...all], table.numRows, weights);
}

/** What is read here of flechette’s class of this name, which it does not export. */
interface DictionaryBatch {
  dictionary: Iterable<string>;
  key(row: number): number;
}

/** Of an entry of a dictionary with so many categories: its index, or the code of a reason. */
const codeOf = (entry: number, size: number) => (entry < size ? entry : size - 1 - entry);
