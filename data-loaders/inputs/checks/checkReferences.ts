import type {Summary} from "../../../src/lib/claims/claim.js";
import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import {exploredPages, filterNames} from "../../../src/lib/table/pages.js";
import {registerVariables} from "../../../src/lib/table/variable.js";
import {InputError} from "../inputError.js";
import {codebookFile} from "../readCodebook.js";

/** What names questions outside the codebook. */
interface Explored {
  pages: readonly {page: string; questions: readonly string[]}[];
  filters: readonly string[];
}

/**
 * That the codebook names only claims and attributes of the summary.
 *
 * @throws InputError naming the variable or attribute at fault
 */
export function checkCodebookReferences({variables, attributes}: Codebook, summary: Summary): void {
  const claims = summary.claims.map(({id}) => id);
  for (const {name: row, claims: named} of variables) {
    const value = named.find((id) => !claims.includes(id));
    const at = {file: codebookFile, row, column: "claims", value, known: claims};
    if (value !== undefined) throw new InputError("unknown claim", at);
  }
  const codes = summary.attributes.map(({code}) => code);
  for (const {code} of attributes) {
    const at = {file: codebookFile, column: "attributes", value: code, known: codes};
    if (!codes.includes(code)) throw new InputError("unknown attribute", at);
  }
}

/**
 * That readers are offered only questions of the codebook, and of filters also what the register knows.
 *
 * @throws InputError naming the page and the question at fault
 */
export function checkExploredQuestions(
  {variables}: Codebook,
  {pages, filters}: Explored = {pages: exploredPages, filters: filterNames},
): void {
  const known = variables.filter(isAnswered).map(({name}) => name);
  const check = (value: string, allowed: readonly string[], row: string) => {
    const at = {file: "src/lib/table/pages.ts", row, value, known: allowed};
    if (!allowed.includes(value)) throw new InputError("unknown question", at);
  };
  for (const {page, questions} of pages) for (const each of questions) check(each, known, page);
  for (const each of filters) check(each, [...known, ...registerVariables], "filterNames");
}
