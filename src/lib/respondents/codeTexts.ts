import type {Text} from "../language/text.js";
import {type Codebook, isAnswered, type Variable} from "./codebook.js";
import type {Reason} from "./respondents.js";
import {
  type CountedColumn,
  type CountedRespondents,
  type Respondents,
  type ResponseColumn,
  reasons,
} from "./respondents.js";

/** What a code of a column stands for. */
export interface CodeText {
  /** As in the tables of codes. */
  code: string;
  label: Text;
}

const isTicked: Record<string, Text> = {
  no: {nb: "Ikke valgt", en: "Not chosen"},
  yes: {nb: "Valgt", en: "Chosen"},
};

const unnamedReason: Record<Reason, CodeText> = {
  noAnswer: {code: "no_answer", label: {nb: "Ubesvart", en: "No answer"}},
  notAsked: {code: "not_asked", label: {nb: "Ikke stilt", en: "Not asked"}},
  dontKnow: {code: "dont_know", label: {nb: "Vet ikke", en: "Don’t know"}},
  refused: {code: "refused", label: {nb: "Vil ikke svare", en: "Prefers not to answer"}},
};

/** The variable that a column holds responses to. */
export function variableOf({variables}: Codebook, {variable}: CountedColumn): Variable {
  const found = variables.find(({name}) => name === variable);
  if (!found) throw new Error(`column without a variable in the codebook: ${variable}`);
  return found;
}

/** Columns whose responses are counted; the others say who answered, and when. */
export function answeredColumns(codebook: Codebook, {columns}: Respondents): ResponseColumn[] {
  return columns.filter((column) => isAnswered(variableOf(codebook, column)));
}

/** What a column is called: the variable, and of a multiple response the option. */
export function columnLabel(codebook: Codebook, column: CountedColumn): Text {
  const variable = variableOf(codebook, column);
  if (variable.type !== "multiple" || column.option === null) return variable.label;
  const option = variable.categories.find(({code}) => code === column.option)?.label ?? same(column.option);
  return {nb: `${variable.label.nb}: ${option.nb}`, en: `${variable.label.en}: ${option.en}`};
}

/** What each category of a column stands for, in the order of `ResponseColumn.categories`. */
export function categoryTexts(codebook: Codebook, column: CountedColumn): CodeText[] {
  const variable = variableOf(codebook, column);
  const labelOf = (code: string): Text => {
    if (column.option !== null) return isTicked[code] ?? same(code);
    if (variable.type !== "single") return same(code);
    return variable.categories.find((each) => each.code === code)?.label ?? same(code);
  };
  return column.categories.map((code) => ({code, label: labelOf(code)}));
}

/** What each reason for a lack of response is called for a variable, in the order of `reasons`. */
export function missingTexts(variable: Variable): (CodeText & {reason: Reason})[] {
  return reasons.map((reason) => {
    const named = variable.missing.find((each) => each.reason === reason);
    return {...(named ? {code: named.code, label: named.label} : unnamedReason[reason]), reason};
  });
}

/** The code of every reason for the lack of a response in a column of this name, in the order of `reasons`. */
export function missingCodesOf(codebook: Codebook, {columns}: CountedRespondents, name: string): string[] {
  const column = columns.find((each) => each.name === name);
  if (!column) return reasons.map((reason) => unnamedReason[reason].code);
  return missingTexts(variableOf(codebook, column)).map(({code}) => code);
}

const same = (text: string): Text => ({nb: text, en: text});
