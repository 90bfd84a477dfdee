import {type Codebook, isAnswered, type Variable} from "../src/lib/respondents/codebook.js";
import {type Condition, serializeCondition} from "../src/lib/respondents/condition.js";

const types: Record<Variable["type"], string> = {
  unitNumber: "number of the unit that answered",
  unitName: "name of the unit that answered, never published",
  id: "serial number",
  date: "date",
  text: "free text, never published",
  single: "one response",
  multiple: "several responses, each an option of its own",
  count: "whole number",
};

const origins: Record<Variable["origin"], string> = {
  number: "the summary gives a number",
  words: "the summary mentions it in words",
  assumed: "assumed, the summary does not mention it",
  asked: "as it was asked",
};

/** `docs/codebook.md`: the codebook for people who read files rather than pages. */
export function codebookText(codebook: Codebook): string {
  const {title, note, fieldwork, variables, contradictions} = codebook;
  return [
    "<!-- Made from data-loaders/source/codebook.json by `npm run write-codebook`: edit there, not here. -->",
    "",
    `# ${title.en}`,
    "",
    note.en,
    "",
    `Fieldwork: ${fieldwork.from} to ${fieldwork.to}.`,
    "",
    ...variables.flatMap((variable) => [...section(variable), ""]),
    "## Contradictions",
    "",
    ...contradictions.map(
      ({label, when, unanswer}) =>
        `- ${label.en}: where ${when.map(conditionText).join(" and ")}, ${unanswer.map(code).join(" and ")} become unanswered.`,
    ),
    "",
  ].join("\n");
}

const code = (text: string) => `\`${text}\``;

function section(variable: Variable): string[] {
  const {name, label, question, type, universe, origin, headers} = variable;
  return [
    `## ${code(name)}: ${label.en}`,
    "",
    `${question.en} / ${question.nb}`,
    "",
    `- Type: ${types[type]}`,
    `- Origin: ${origins[origin]}`,
    `- Asked of: ${universe.length === 0 ? "all" : universe.map(conditionText).join(" and ")}`,
    ...(variable.type === "count" ? [`- Range: ${variable.least} to ${variable.greatest}`] : []),
    ...(headers.length > 0 ? [`- Headers beside name, label and question: ${headers.map(code).join(", ")}`] : []),
    ...("categories" in variable ? ["", ...categoryTable(variable.categories)] : []),
    ...(isAnswered(variable) ? ["", `Missing: ${variable.missing.map(missingText).join("; ")}.`] : []),
  ];
}

function conditionText(condition: Condition): string {
  const {variable, codes} = serializeCondition(condition);
  return `${code(variable)} is ${codes.map(code).join(" or ")}`;
}

function missingText({code: own, label, spellings}: Variable["missing"][number]): string {
  return `${code(own)} ${label.en} (${[label.nb, ...spellings].map(code).join(", ")})`;
}

function categoryTable(categories: Extract<Variable, {type: "single"}>["categories"]): string[] {
  const rows = categories.map(({code: own, label, spellings}) => [
    code(own),
    label.en,
    label.nb,
    spellings.map(code).join(", "),
  ]);
  return table([["code", "label", "in Norwegian", "also read"], ...rows]);
}

/** A Markdown table with its columns in line. */
function table([head, ...rows]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) =>
    [head, ...rows].reduce((widest, row) => Math.max(widest, row[column].length), 0),
  );
  const line = (row: readonly string[], fill = " ") =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column], fill)).join(" | ")} |`;
  return [
    line(head),
    line(
      head.map(() => ""),
      "-",
    ),
    ...rows.map((row) => line(row)),
  ];
}
