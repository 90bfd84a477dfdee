import type {Codebook, Variable} from "../../../src/lib/respondents/codebook.js";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";

/** One of the headers that a column of the file may have: `variable`, or `variable.option`. */
export function headerOf(
  column: string,
  {variables}: Codebook,
  pick: Pick,
  canHold: (text: string) => boolean,
): string {
  const [name, option] = column.split(".");
  const variable = variables.find((each) => each.name === name) as Variable;
  const stem = oneOf(stemsOf(variable), pick);
  const header = option === undefined ? stem : optionHeader(variable, stem, option, pick);
  const written = oneOf(changes, pick)(header);
  return canHold(written) ? written : header;
}

function stemsOf({name, label, question, headers}: Variable): string[] {
  return [name, label.nb, label.en, question.nb, question.en, ...headers];
}

function optionHeader(variable: Variable, stem: string, option: string, pick: Pick): string {
  const category = "categories" in variable ? variable.categories.find(({code}) => code === option) : undefined;
  const {code = "", label = {nb: "", en: ""}, headers = []} = category ?? {};
  const tail = oneOf([code, label.nb, label.en], pick);
  return oneOf(
    [`${stem}_${tail}`, `${stem}.${tail}`, `${stem} - ${tail}`, `${stem}: ${tail}`, `${stem} [${tail}]`, ...headers],
    pick,
  );
}

const changes: readonly ((header: string) => string)[] = [
  (header) => header,
  (header) => header.toUpperCase(),
  (header) => `  ${header.replace(" ", "\n")} `,
  (header) => header.replace(" ", "\u00a0"),
  (header) => `12. ${header}`,
  (header) => `Q7b ${header}`,
  (header) => `Spm. 3 ${header}`,
  (header) => header.normalize("NFD"),
  (header) => `${header}\u200b`,
];
