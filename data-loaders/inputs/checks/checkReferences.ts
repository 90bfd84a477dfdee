import type {Summary} from "../../../src/lib/claims/claim.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {codebookFile} from "../readCodebook.js";
import {checkKnown} from "../readTable.js";

/**
 * That the codebook names only claims and attributes of the summary.
 *
 * @throws InputError naming the variable or attribute at fault
 */
export function checkCodebookReferences({variables, attributes}: Codebook, summary: Summary): void {
  const claims = summary.claims.map(({id}) => id);
  for (const {name: row, claims: named} of variables)
    checkKnown("unknown claim", named, claims, {file: codebookFile, row, column: "claims"});
  const [asked, known] = [attributes, summary.attributes].map((each) => each.map(({code}) => code));
  checkKnown("unknown attribute", asked, known, {file: codebookFile, column: "attributes"});
}
