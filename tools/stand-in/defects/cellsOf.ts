import {optionColumn} from "../../../data-loaders/cleaning/draft.js";
import type {AnsweredVariable, Codebook, MultipleVariable} from "../../../src/lib/respondents/codebook.js";
import {isAnswered, variableOfType} from "../../../src/lib/respondents/codebook.js";
import {codeOfReason, columnName, type Value} from "../../../src/lib/respondents/respondents.js";
import type {Answers} from "../meets.js";

/** How a survey tool writes a question with several boxes: joined in one column, 1 and 0 by option, or x by option. */
export type Writing = "joined" | "digits" | "crosses";

/** Which question is written how; digits where none is named. */
export type Writings = Readonly<Record<string, Writing>>;

/** One respondent’s answers as the texts of a tidy export, by column. */
export function cellsOf(answers: Answers, codebook: Codebook, writings: Writings): Map<string, string> {
  return new Map(
    codebook.variables
      .filter(isAnswered)
      .flatMap((variable) =>
        variable.type === "multiple"
          ? boxes(variable, answers, writings[variable.name] ?? "digits")
          : [[variable.name, textOf(variable, answers.get(variable.name) ?? "")] as [string, string]],
      ),
  );
}

function boxes(variable: MultipleVariable, answers: Answers, writing: Writing): [string, string][] {
  const said = variable.categories.map((category) => ({
    category,
    answer: answers.get(columnName(variable.name, category.code)) ?? "",
  }));
  if (writing === "joined") {
    const ticked = said.filter(({answer}) => answer === "yes").map(({category}) => category.label.nb);
    return [[variable.name, ticked.join("; ")]];
  }
  const marks = writing === "digits" ? {yes: "1", no: "0"} : {yes: "x", no: ""};
  return said.map(({category, answer}) => [
    optionColumn(variable.name, category.code),
    answer === "yes" || answer === "no" ? marks[answer] : "",
  ]);
}

function textOf(variable: Exclude<AnsweredVariable, MultipleVariable>, answer: Value): string {
  const missing = variable.missing.find(({reason}) => answer === codeOfReason(reason));
  if (missing) return missing.reason === "dontKnow" || missing.reason === "refused" ? missing.label.nb : "";
  if (variable.type === "count") return String(answer);
  return variable.categories.find(({code}) => code === answer)?.label.nb ?? "";
}

/** A moment as Norwegian survey tools write it. */
export function momentText(moment: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})$/.exec(moment) ?? [];
  return `${day}.${month}.${year} ${time}`;
}

/** Names of the columns that say who answered and when. */
export function whoColumns(codebook: Codebook) {
  const nameOf = (type: "unitNumber" | "unitName" | "date") => {
    const variable = variableOfType(codebook, type);
    if (!variable) throw new Error(`codebook without a variable of type ${type}`);
    return variable.name;
  };
  return {number: nameOf("unitNumber"), name: nameOf("unitName"), submitted: nameOf("date")};
}
