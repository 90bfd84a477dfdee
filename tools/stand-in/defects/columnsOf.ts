import {optionColumn} from "../../../data-loaders/cleaning/draft.js";
import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";

/** The columns of an export, with their headers as a Norwegian survey tool writes them: questions numbered, in full. */
export function columnsOf(
  {variables}: Codebook,
  joined: (variable: string) => boolean,
): [column: string, header: string][] {
  const questions = variables.filter(isAnswered).map(({name}) => name);
  return variables.flatMap((variable): [string, string][] => {
    const number = questions.indexOf(variable.name) + 1;
    if (number === 0) return [[variable.name, capitalised(variable.headers[0] ?? variable.label.nb)]];
    const header = `${number}. ${variable.question.nb}`;
    if (variable.type !== "multiple" || joined(variable.name)) return [[variable.name, header]];
    return variable.categories.map(({code, label}) => [optionColumn(variable.name, code), `${header} - ${label.nb}`]);
  });
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
