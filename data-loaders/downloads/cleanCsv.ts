import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {textOfCode} from "../../src/lib/respondents/codeTexts.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import {csvLines} from "../../src/lib/table/export/csvLines.js";
import {type LeadingColumn, leadingColumns} from "./leadingColumns.js";

/**
 * The clean table as comma-separated text, in blocks: one line for each respondent, codes of the codebook, and for a lack
 * of response the code that says why, so that no field is empty. All is ASCII, so there is no byte-order mark for R to
 * stumble over, and Excel needs none. `row` is where the respondent stood in the file.
 */
export function cleanCsv(codebook: Codebook, respondents: Respondents, weighting: Weighting): Generator<string> {
  const leading = leadingColumns(respondents, weighting);
  const header = [...leading, ...respondents.columns].map(({name}) => name);
  return csvLines(header, rows(codebook, respondents, leading));
}

function* rows(codebook: Codebook, respondents: Respondents, leading: readonly LeadingColumn[]) {
  const texts = respondents.columns.map((column) => textOfCode(codebook, column));
  for (let i = 0; i < respondents.count; i++)
    yield [...leading.map(({valueAt}) => valueAt(i)), ...respondents.columns.map(({codes}, at) => texts[at](codes[i]))];
}
