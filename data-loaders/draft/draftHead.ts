import {snakeCase} from "../../src/lib/language/snakeCase.js";
import type {Text} from "../../src/lib/language/text.js";
import type {RawTable} from "../files/rawTable.js";
import type {Part} from "./draftColumns.js";
import {sealed} from "./entries/draftEntry.js";
import {type DraftLanguage, inLanguages, ourText, saidOfLanguages} from "./entries/inLanguages.js";
import type {Export} from "./exportColumns.js";
import {fieldworkOf} from "./fieldworkOf.js";
import type {Marks} from "./sets/marks.js";

/** A survey as its settings have it: its short name becomes that of the downloads. */
export interface SurveyNames {
  survey: string;
  title: Text;
  description: Text;
}

export interface HeadOptions {
  lang: DraftLanguage;
  fileChanged: string;
  fieldwork?: {from: string; to: string};
  survey?: SurveyNames;
  exported: Export | null;
  marks: Marks;
  parts: readonly Part[];
}

const ownNote = {nb: "Utkast, laget av en fil med svar.", en: "A draft, made from a file of responses."};

/** What a codebook says beside its questions, marked as drafted. */
export function draftHead(raw: RawTable, {exported, marks, parts, ...options}: HeadOptions) {
  const {lang} = options;
  const name = options.survey?.survey ?? (raw.file.replace(/\.[^.]*$/, "") || raw.file);
  const fieldwork = fieldworkOf(parts, options);
  const head = {
    id: snakeCase(name).replaceAll("_", "-") || "survey",
    title: options.survey ? ourText(options.survey.title, lang) : inLanguages(name, lang),
    note: ourText(options.survey?.description ?? ownNote, lang),
    fieldwork: fieldwork.days,
    marks: marks.toJSON(),
    missing: [],
  };
  const because = [
    `drafted from ${raw.file}: ${raw.rows} rows, ${raw.columns.length} columns`,
    ...(exported ? [`columns as ${exported.tool} writes them`] : []),
    fieldwork.because,
    saidOfLanguages(lang),
  ];
  return sealed(head, because);
}
