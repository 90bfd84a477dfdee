import {
  Dictionary,
  Float64,
  Int8,
  Int16,
  Int32,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import {getOrMake} from "../../src/lib/memoize.js";
import {missingCodesOf} from "../../src/lib/respondents/codeTexts.js";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import {sampleColumns} from "../../src/lib/respondents/sample.js";
import type {TallyColumn} from "../../src/lib/table/counts/tally.js";
import {classColumn} from "../../src/lib/table/variable.js";
import type {Survey} from "../survey/buildSurvey.js";
import type {CountableRows} from "../survey/explorer/countable.js";

/**
 * Respondents of an open file as an Arrow stream: one dictionary-coded column for each that can be counted, with the names
 * and codes of the other downloads. A column's dictionary holds its categories in their order, whether anyone chose them or
 * not, and then the code of every reason for the lack of a response, in the order of `reasons`. A first column `data` says
 * what the rows are: made-up respondents or those that answered. Of a sample the last, `weight`, says what each weighs, and
 * `design_weight` what before it was calibrated.
 *
 * @throws Error for a protected file: nothing of it goes by row
 */
export function respondentsArrow(
  {codebook, respondents, settings}: Pick<Survey, "codebook" | "respondents" | "settings">,
  {columns, units, count, weights}: CountableRows,
): Uint8Array {
  if (settings.access === "protected") throw new Error("a protected file’s respondents are not published");
  const dictionaries = new Map<string, {type: Dictionary; dictionary: Vector<Utf8>}>();
  const vectorOf = ({name, categories, codes}: TallyColumn) => {
    const texts = [...categories, ...missingCodesOf(codebook, respondents, name)];
    const known = getOrMake(dictionaries, JSON.stringify(texts), () => dictionaryOf(texts, dictionaries.size + 1));
    const size = categories.length;
    const entries = codes.map((code) => (code < 0 ? size - 1 - code : code));
    return makeVector({...known, data: new (arrayFor(texts.length))(entries)} as never);
  };
  const data = {name: "data", categories: [dataMark(respondents)], codes: new Int32Array(count)};
  const shown = [data, ...columns.values()].filter(({name}) => name !== classColumn || units.populations !== null);
  const numbers = Object.entries(weights ?? {}).map(([name, data]) => [
    sampleColumns[name as "weight" | "designWeight"],
    makeVector({type: new Float64(), data}),
  ]);
  const vectors = Object.fromEntries([...shown.map((each) => [each.name, vectorOf(each)]), ...numbers]);
  return tableToIPC(new Table(vectors as Record<string, Vector>), "stream");
}

/** @param id of the dictionary in the file, which columns with the same categories share */
function dictionaryOf(texts: readonly string[], id: number) {
  const index = texts.length < 2 ** 7 ? new Int8() : texts.length < 2 ** 15 ? new Int16() : new Int32();
  return {type: new Dictionary(new Utf8(), index, id), dictionary: vectorFromArray(texts, new Utf8())};
}

const arrayFor = (size: number) => (size < 2 ** 7 ? Int8Array : size < 2 ** 15 ? Int16Array : Int32Array);
