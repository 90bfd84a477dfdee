import {fold} from "../../../src/lib/language/fold.js";
import {
  type Category,
  type Codebook,
  type CountVariable,
  isAnswered,
  type MissingCode,
  type Variable,
} from "../../../src/lib/respondents/codebook.js";
import {type Comparison, type Condition, serializeCondition} from "../../../src/lib/respondents/condition.js";
import {all} from "../../../src/lib/selection.js";
import {registerVariables} from "../../../src/lib/table/variable.js";
import {InputError} from "../inputError.js";
import {checkKnown} from "../readTable.js";

/**
 * That a codebook is of one mind: every spelling means one thing, every header one column, every condition asks for
 * something earlier that can be answered so.
 *
 * @throws InputError naming the variable and the value at fault
 */
export function checkCodebook(codebook: Codebook, file: string): void {
  const {variables, contradictions, attributes, marks} = codebook;
  checkOnce(
    variables.map(({name}) => [name, name]),
    {file, column: "name", defect: "variable twice"},
  );
  checkOneOfType(variables, file);
  for (const {name} of variables)
    if (reservedNames.has(name))
      throw new InputError("name of a column that every table has", {file, row: name, column: "name", value: name});
  for (const variable of variables)
    if (codesOf(variable).includes(all))
      throw new InputError("code that means no filter", {file, row: variable.name, column: "code", value: all});
  checkOnce(variables.flatMap(headersOf), {file, column: "headers", defect: "header of two columns"});
  checkOnce(marksOf(marks), {file, column: "marks", defect: "mark that means two things"});
  for (const variable of variables) checkSpellings(variable, file);
  for (const [index, {name, universe}] of variables.entries())
    for (const each of universe) checkCondition(each, variables.slice(0, index), {file, row: name, column: "universe"});
  const targets = variables.flatMap((each) => [each.name, ...codesOf(each).map((code) => `${each.name}.${code}`)]);
  for (const {id, when, unanswer} of contradictions) {
    for (const each of when) checkCondition(each, variables, {file, row: id, column: "when"});
    checkKnown("unknown variable or option", unanswer, targets, {file, row: id, column: "unanswer"});
  }
  for (const {code, anyOf} of attributes)
    for (const each of anyOf) checkCondition(each, variables, {file, row: code, column: "anyOf"});
  checkExplored(codebook, file);
}

function checkExplored({variables, explored}: Codebook, file: string): void {
  const questions = variables.filter(isAnswered).map(({name}) => name);
  const check = (row: string, names: readonly string[], known: readonly string[]) =>
    checkKnown("unknown question", names, known, {file, row, column: "explored"});
  for (const {page, questions: named} of explored.pages) check(page, named, questions);
  const counted = [...questions, ...registerVariables];
  check("filters", explored.filters, counted);
  if (explored.first) check("first", Object.values(explored.first), counted);
}

/** Columns that downloads and tables have beside those of the codebook's variables. */
export const reservedNames = new Set([
  ...["data", "row", "weight", "design_weight", "class", "class_units", "stratum", "stratum_units", "cluster"],
  ...registerVariables,
]);

/** Every text by which a file may head a variable's column or the column of one of its options, with whose it is. */
export function headersOf(variable: Variable): [text: string, column: string][] {
  const {name, label, question, headers} = variable;
  const own = [name, ...Object.values(label), ...Object.values(question), ...headers];
  const options =
    variable.type === "multiple" ? variable.categories.flatMap((each) => optionHeaders(variable, each)) : [];
  return [...own.map((text): [string, string] => [text, name]), ...options];
}

function optionHeaders({name, label, question, headers}: Variable, option: Category): [string, string][] {
  const stems = [name, ...Object.values(label), ...Object.values(question), ...headers];
  const tails = [option.code, ...Object.values(option.label)];
  const joined = stems.flatMap((stem) =>
    tails.flatMap((tail) => [
      `${stem}_${tail}`,
      `${stem}.${tail}`,
      `${stem} - ${tail}`,
      `${stem}: ${tail}`,
      `${stem} [${tail}]`,
    ]),
  );
  return [...joined, ...(option.headers ?? [])].map((text) => [text, `${name}.${option.code}`]);
}

/** Every text that stands for a response or for its lack, with the code it stands for. */
export function spellingsOf({code, label, spellings}: Category | MissingCode): [text: string, code: string][] {
  return [code, ...Object.values(label), ...spellings].map((text) => [text, code]);
}

function marksOf(marks: Codebook["marks"]): [text: string, meaning: string][] {
  return Object.entries(marks).flatMap(([meaning, texts]) =>
    texts.map((text: string): [string, string] => [text, meaning]),
  );
}

function checkSpellings(variable: Variable, file: string): void {
  const categories = "categories" in variable ? variable.categories : [];
  const at = {file, row: variable.name, column: "spellings", defect: "spelling of two responses"};
  checkOnce([...categories, ...variable.missing].flatMap(spellingsOf), at);
  checkOnce(
    categories.flatMap(({ownWords, code}) => (ownWords ? [["ownWords", code]] : [])),
    {...at, column: "ownWords", defect: "two answers for other words"},
  );
  if (variable.type !== "count") return;
  checkBands(variable, file);
  for (const [text] of variable.missing.flatMap(spellingsOf)) {
    const number = Number(text);
    if (number >= variable.least && number <= variable.greatest)
      throw new InputError("missing code within the range of the count", {...at, value: text});
  }
}

/** That bands begin at the least number, and each above the one before. */
function checkBands({name: row, least, greatest, bands = []}: CountVariable, file: string): void {
  for (const [at, {from}] of bands.entries())
    if (at === 0 ? from !== least : from <= bands[at - 1].from || from > greatest)
      throw new InputError(at === 0 ? "the first band does not begin at the least number" : "band out of order", {
        file,
        row,
        column: "bands",
        value: from,
      });
}

function checkOneOfType(variables: readonly Variable[], file: string): void {
  for (const type of ["unitNumber", "unitName", "id", "date"]) {
    const [, second] = variables.filter((variable) => variable.type === type);
    if (second)
      throw new InputError("second variable of its type", {file, row: second.name, column: "type", value: type});
  }
}

type At = {file: string; row?: string; column: string};

/** That no text, folded, belongs to two. */
function checkOnce(entries: readonly [string, string][], {defect, ...at}: At & {defect: string}): void {
  const owner = new Map<string, string>();
  for (const [text, whose] of entries) {
    const folded = fold(text);
    if (owner.has(folded) && (owner.get(folded) !== whose || at.column === "name"))
      throw new InputError(defect, {...at, row: at.row ?? whose, value: text});
    owner.set(folded, whose);
  }
}

function checkCondition(condition: Condition, variables: readonly Variable[], at: At): void {
  const asked = variables.find(({name}) => name === condition.variable);
  const names = variables.map(({name}) => name);
  checkKnown("condition on a variable that does not come before", [condition.variable], names, at);
  if (!asked) return;
  const codes = codesOf(asked);
  const isUnknown = ({operator, code}: Comparison) =>
    asked.type === "count" ? !/^\d+$/.test(code) : operator === "atLeast" || !codes.includes(code);
  const [value] = serializeCondition({...condition, comparisons: condition.comparisons.filter(isUnknown)}).codes;
  if (value === undefined) return;
  const known = codes.flatMap((code) => [code, `!${code}`]);
  throw new InputError("condition on an unknown code", {...at, value, known});
}

function codesOf(variable: Variable): string[] {
  return "categories" in variable ? variable.categories.map(({code}) => code) : [];
}
