import {fold} from "../../src/lib/language/fold.js";
import type {ChangeGroup, CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {dataHeader, questionNumber} from "../cleaning/matchColumns.js";
import {understands} from "../cleaning/understands.js";
import {headersOf} from "../inputs/checks/checkCodebook.js";

/**
 * The record of cleaning as it may be published: without any text that the codebook does not have words for, since a
 * respondent may have written anything there; and without headers that are not in the codebook.
 */
export function publishedRecord(record: CleaningRecord, codebook: Codebook): CleaningRecord {
  const isKnown = understands(codebook);
  const withoutTexts = (group: ChangeGroup): ChangeGroup => {
    const texts = [group.before, group.after];
    return texts.every((text) => text !== null && isKnown(group.column, text))
      ? group
      : {...group, before: null, after: null};
  };
  const known = new Set(codebook.variables.flatMap(headersOf).map(([text]) => fold(text))).add(dataHeader);
  const isOfCodebook = (header: string | null) =>
    header !== null && [header, header.replace(questionNumber, "")].some((text) => known.has(fold(text)));
  return {
    ...record,
    columns: record.columns.map(({header, ...read}) => ({header: isOfCodebook(header) ? header : null, ...read})),
    changes: record.changes.map(withoutTexts),
  };
}
