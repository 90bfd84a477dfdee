import type {Lang, Text} from "../language/text.js";

/** What a source states, as transcribed. */
export interface Claim {
  id: string;
  /** number: a figure about respondents; statement: a result in words; fact: about the study itself. */
  kind: "number" | "statement" | "fact";
  topic: string;
  /** Short name for a chart or a table; null where none is needed. */
  label: Text | null;
  /** The claim in our own words, with its base. */
  text: Text;
  /** As printed: a percentage is 0 to 100 here, and nowhere else. */
  value: number | null;
  valueUnit: "percent" | null;
  /** Code of the universe: of whom. */
  universe: string;
  /** What a number gives the share of, and among whom; null where it is not a number. */
  attribute: {event: Event; given: Event} | null;
  time: Text;
  place: Place;
  /** At most twelve words, verbatim after correction of the scan. */
  quote: {lang: Lang; text: string};
  rank: "stated" | "unknown";
}

/** Where in the source something stands; paragraph and sentence are counted from 1 within the section, null for its heading. */
export interface Place {
  section: string;
  paragraph: number | null;
  sentence: number | null;
}

/** Of whom a claim speaks; the label reads on from "of". */
export interface Universe {
  code: string;
  label: Text;
}

/**
 * Things that all hold of a municipality: codes of attributes, with `!` before one that does not hold.
 * Of no codes at all: every municipality that answered.
 */
export type Event = readonly string[];

/** Something that holds of a municipality or not, and that stated numbers give shares of. */
export interface Attribute {
  code: string;
  /** The attributes that every municipality with this one has too, by the meaning of the words. */
  implies: readonly string[];
  time: Text;
  /** As the head of a narrow column: two or three words. */
  tag: Text;
  /** As a line of a table. */
  short: Text;
  /** As the end of a sentence: "… of them used social media". */
  is: Text;
  isNot: Text;
  /** The same two after "those that", where Norwegian has another word order. */
  whoIs: Text;
  whoIsNot: Text;
}

/** One ambiguous sentence, and the ways to read it. */
export interface Reading {
  id: string;
  question: Text;
  claim: string;
  options: ReadingOption[];
}

export interface ReadingOption {
  code: string;
  label: Text;
  text: Text;
  /** What a code stands for when the sentence is read so: another code, by the code it replaces. */
  standsFor: Readonly<Record<string, string>>;
}

/** A question that the report asks by name, so that prose and figures cannot answer it differently. */
export interface NamedQuestion {
  /** What `[[id]]` in prose names. */
  id: string;
  label: Text;
  /** Of those that `given` holds for, what share does `event` hold for? */
  event: Event;
  given: Event;
  /** The attribute whose time the answer has. */
  timeOf: string;
  /** By reading the option that the question is asked under; of readings not named, all are taken together. */
  reading?: Readonly<Record<string, string>>;
}

/** Damage in the scan that was mended, or an author's slip that was left (`corrected` is null). */
export interface Correction {
  id: string;
  kind: "scan" | "language";
  printed: string;
  corrected: string | null;
  place: Place;
  why: Text;
}

/** A point where the text is of two minds, and what this report does about it. */
export interface Doubt {
  id: string;
  text: Text;
  places: Place[];
  handled: Text;
}

/** A success factor of the running text and the numbered criterion that says the same. */
export interface SuccessLink {
  factor: string;
  criterion: string;
  match: "same" | "partly";
}

/** Everything the survey's summary states, and what was decided about it. */
export interface Summary {
  claims: Claim[];
  universes: Universe[];
  attributes: Attribute[];
  readings: Reading[];
  corrections: Correction[];
  doubts: Doubt[];
  successLinks: SuccessLink[];
}
