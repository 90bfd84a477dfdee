import {csvText} from "../../src/lib/csv.js";
import {dataMark} from "../../src/lib/respondents/productFile.js";
import type {CountedRespondents} from "../../src/lib/respondents/respondents.js";
import type {Frequencies} from "./metadata/ddiCodebook.js";
import type {DescribedColumn} from "./tableColumns.js";

const header = ["data", "column", "code", "missing", "label_nb", "label_en", "respondents"];

/** How many respondents have each code of each column, unweighted, as comma-separated text; numbers ascend. */
export function frequenciesCsv(
  of: Pick<CountedRespondents, "rank">,
  columns: readonly DescribedColumn[],
  frequencies: Frequencies,
): string {
  const lines = columns.flatMap((column) => {
    const counts = frequencies(column) ?? new Map<string, number>();
    const known = new Map(column.codes.map((each) => [each.code, each]));
    const numbers = [...counts.keys()].filter((text) => !known.has(text)).sort((a, b) => Number(a) - Number(b));
    return [...numbers, ...known.keys()].map((code) => {
      const {missing = null, label = {nb: code, en: code}} = known.get(code) ?? {};
      return [dataMark(of), column.name, code, missing, label.nb, label.en, counts.get(code) ?? 0];
    });
  });
  return csvText(header, lines);
}
