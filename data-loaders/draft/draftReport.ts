import type {RawTable} from "../files/rawTable.js";
import {counted} from "./columns/guess.js";
import type {CodebookDraft} from "./draftCodebook.js";
import type {DraftEntry} from "./entries/draftEntry.js";
import type {DraftLanguage} from "./entries/inLanguages.js";

/** What was supposed and why, for a terminal: the questions, the columns left out, and what a person's edits kept. */
export function draftReport(draft: CodebookDraft, raw: RawTable, lang: DraftLanguage): string {
  const {codebook, leftOut, kept, isHeadKept, gone, because, becauseOfExplored} = draft;
  const drafted = codebook.variables.filter(({name}) => !kept.includes(name));
  const details = Object.entries(raw.details).map(([name, value]) => `${name} ${value}`);
  return [
    `${raw.file}: ${[raw.format, ...details].join(", ")}`,
    ...because.map((each) => `  ${each}`),
    "",
    `${counted(drafted.length, "question")} drafted`,
    ...drafted.flatMap((entry) => questionLines(entry, lang)),
    ...section(
      `${counted(leftOut.length, "column")} left out of the codebook, and never published`,
      leftOut.map(({header, because: why}) => `  ${header}: ${why.join("; ")}`),
    ),
    ...section(
      "What readers explore",
      becauseOfExplored.map((each) => `  ${each}`),
    ),
    ...section("Kept as a person left it", [
      ...(isHeadKept ? ["  what stands above the questions"] : []),
      ...kept.map((name) => `  ${name}`),
    ]),
    ...section(
      "Drafted before, and gone: the file has no such column",
      gone.map((name) => `  ${name}`),
    ),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

/** The most answers that are shown of a question. */
const mostShown = 8;

function questionLines(entry: DraftEntry, lang: DraftLanguage): string[] {
  const {name, question, categories = [], bands = [], drafted} = entry;
  const labels = [...categories, ...bands].map(({label}) => label[lang] ?? "");
  const shown = labels.length > mostShown ? [...labels.slice(0, mostShown), "…"] : labels;
  return [
    "",
    `  ${name}, ${kindOf(entry)}: ${question[lang]}`,
    ...(shown.length > 0 ? [`    ${shown.join(" | ")}`] : []),
    ...(drafted?.because ?? []).map((each) => `    - ${each}`),
  ];
}

function kindOf({type, isOrdered, least, greatest, decimals, categories = []}: DraftEntry): string {
  if (type === "single") return `${counted(categories.length, "answer")}${isOrdered ? " in order" : ""}`;
  if (type === "multiple") return `${counted(categories.length, "option")}, several may be chosen`;
  if (type === "count") return `a number from ${least} to ${greatest}${decimals ? ", with decimals" : ""}`;
  return {id: "id", date: "date", text: "free text"}[type];
}
