import type {DesignSettings} from "../../src/lib/settings.js";
import type {RawTable} from "../files/rawTable.js";
import {type ColumnProfile, profileOf} from "./columns/columnProfile.js";
import {divideColumns} from "./divideColumns.js";
import {draftColumns} from "./draftColumns.js";
import {draftExplored, type Theme} from "./draftExplored.js";
import {draftHead, type SurveyNames} from "./draftHead.js";
import {draftQuestions} from "./draftQuestions.js";
import {type DraftEntry, type Drafted, isUntouched, sealed} from "./entries/draftEntry.js";
import {HeadersTaken} from "./entries/headersTaken.js";
import type {DraftLanguage} from "./entries/inLanguages.js";
import {type ExistingCodebook, inOrderOf} from "./existingCodebook.js";
import {exportOf} from "./exportColumns.js";
import type {LeftOut, Question} from "./question.js";
import {findRouting} from "./routing/routing.js";
import {Marks} from "./sets/marks.js";

export interface DraftOptions {
  lang: DraftLanguage;
  /** The day on which the file was last changed, ISO 8601. */
  fileChanged: string;
  /** First and last day on which answers came in, where it is known without the file. */
  fieldwork?: {from: string; to: string};
  /** Told before each column: how many are done, of how many. */
  progress?: (done: number, total: number) => void;
  /** Pages of the survey's site, of which the draft says the questions; without, it says nothing of what is explored. */
  themes?: readonly Theme[];
  /** How respondents were drawn and weighted, if the survey's settings say it: its columns are no questions. */
  design?: DesignSettings | null;
  /** What the survey is called, if it has settings. */
  survey?: SurveyNames;
  /** The codebook that the draft is to replace. */
  existing?: ExistingCodebook;
}

export interface CodebookDraft {
  /** As a file of the codebook holds it. */
  codebook: Record<string, unknown> & {variables: DraftEntry[]};
  leftOut: readonly LeftOut[];
  /** Names of the questions that stay as a person left them, and whether the rest does. */
  kept: readonly string[];
  isHeadKept: boolean;
  /** Names of questions drafted before, of which the file has no column any more. */
  gone: readonly string[];
  /** What was supposed of the whole. */
  because: readonly string[];
  /** What was supposed of what readers explore. */
  becauseOfExplored: readonly string[];
}

/**
 * A codebook drafted from a file of responses. Whatever is supposed is marked, with the evidence; what a person changed in an
 * existing codebook stays.
 */
export function draftCodebook(raw: RawTable, options: DraftOptions): CodebookDraft {
  const {lang, existing, progress = () => {}} = options;
  const profiles = raw.columns.map((column, at) => {
    progress(at, raw.columns.length);
    return profileOf(column, raw.rows);
  });
  const exported = exportOf(raw.columns.map(({header}) => header));
  const marks = new Marks();
  const {kept, open, deleted} = divideColumns(profiles, existing);
  const types = new Set(kept.map(({entry}) => entry.type));
  const parts = draftColumns(open, raw, {exported, marks, types, design: columnsOfDesign(options.design)});
  const taken = new HeadersTaken(raw.columns, lang);
  for (const {entry} of kept) taken.take(entry);
  const drafted = draftQuestions(parts, {marks, lang, taken});
  const questions = inFileOrder(profiles, [...kept, ...drafted.questions]);
  const variables = written(withRouting(questions, raw.rows, marks), existing);
  const leftOut = [
    ...deleted.map(({column}) => ({
      header: column.header,
      because: ["a person deleted its question from the codebook"],
    })),
    ...drafted.leftOut,
  ];
  const head = draftHead(raw, {...options, exported, marks, parts});
  const names = new Set(variables.map(({name}) => name));
  const explored = exploredOf(variables, options);
  return {
    codebook: {...existing?.json, ...headAbove(head, {raw, leftOut, existing}), ...explored, variables},
    leftOut,
    kept: kept.map(({entry}) => entry.name),
    isHeadKept: existing?.isHeadKept ?? false,
    gone: existing?.json.variables.map(({name}) => name).filter((name) => !names.has(name)) ?? [],
    because: head.drafted.because,
    becauseOfExplored: (explored.explored as {drafted?: Drafted} | undefined)?.drafted?.because ?? [],
  };
}

/** Which columns a design has, by header: they are no questions. */
function columnsOfDesign(design: DesignSettings | null | undefined): ReadonlyMap<string, string> {
  const parts = Object.entries({...design, calibrate: null});
  return new Map(parts.flatMap(([part, header]) => (typeof header === "string" ? [[header, part]] : [])));
}

/** What readers explore, as a person left it or drafted. */
function exploredOf(variables: readonly DraftEntry[], {themes, existing}: DraftOptions): {explored?: object} {
  const before = existing?.json.explored as object | undefined;
  if (!themes || (before && !isUntouched(before))) return {};
  const drafted = draftExplored(variables, themes);
  return drafted ? {explored: sealed(drafted.explored, drafted.because)} : {};
}

/** By the first of their columns; those without one come first. */
function inFileOrder(profiles: readonly ColumnProfile[], questions: readonly Question[]): Question[] {
  const place = new Map(profiles.map((profile, at) => [profile, at]));
  const placeOf = ({columns: [first]}: Question) => (first ? (place.get(first.profile) ?? -1) : -1);
  return [...questions].sort((a, b) => placeOf(a) - placeOf(b));
}

function withRouting(questions: readonly Question[], rows: number, marks: Marks): Question[] {
  const found = findRouting(
    questions.filter(({columns}) => columns.length > 0),
    rows,
    marks,
  );
  return questions.map((question) => {
    const routing = found.get(question.entry.name);
    if (!routing || question.because === null) return question;
    const entry = {...question.entry, universe: [routing.condition]};
    return {...question, entry, because: [...question.because, routing.because]};
  });
}

/** Entries as the file holds them. A condition on a question that does not come before, in the order of a person, is dropped. */
function written(questions: readonly Question[], existing: ExistingCodebook | undefined): DraftEntry[] {
  const because = new Map(questions.map((each) => [each.entry.name, each.because]));
  const entries = inOrderOf(
    existing?.json.variables ?? [],
    questions.map(({entry}) => entry),
  );
  return entries.map((entry, at) => {
    const evidence = because.get(entry.name);
    if (!evidence) return entry;
    const before = new Set(entries.slice(0, at).map(({name}) => name));
    const universe = entry.universe?.filter(({variable}) => before.has(variable));
    const {universe: _, ...rest} = entry;
    return sealed({...rest, ...(universe?.length && {universe})}, [...evidence]);
  });
}

/** What stands above the questions: as a person left it, or drafted. Which columns were looked at is said in any case. */
function headAbove(
  {drafted, ...head}: ReturnType<typeof draftHead>,
  {raw, leftOut, existing}: {raw: RawTable; leftOut: readonly LeftOut[]; existing: ExistingCodebook | undefined},
) {
  const looked = {leftOut, columns: raw.columns.map(({header}) => header)};
  if (existing?.isHeadKept) return {drafted: {because: drafted.because.slice(0, 1), ...looked}};
  return {...head, drafted: {...drafted, ...looked}};
}
