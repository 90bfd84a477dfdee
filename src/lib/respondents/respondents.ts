/** Why a response is missing. */
export type Reason = "noAnswer" | "notAsked" | "dontKnow" | "refused";

/** Codes below zero say why there is no response: -1 no answer, -2 not asked, -3 don't know, -4 refused. */
export const reasons: readonly Reason[] = ["noAnswer", "notAsked", "dontKnow", "refused"];

/** The negative code of a reason. */
export function codeOfReason(reason: Reason): number {
  return -1 - reasons.indexOf(reason);
}

export const noAnswer = codeOfReason("noAnswer");
export const notAsked = codeOfReason("notAsked");

/** The reason behind a negative code. */
export function reasonOf(code: number): Reason {
  return reasons[-1 - code];
}

/** A response as a text, or below zero the code of the reason that there is none. */
export type Value = string | number;

/** Name of the column of a variable, or of one of its options. */
export function columnName(variable: string, option: string | null): string {
  return option === null ? variable : `${variable}_${option}`;
}

/** What one question, or one option of a multiple response (categories `no`, `yes`), was answered with. */
export interface CountedColumn {
  /** As `columnName`, also in the downloads. */
  name: string;
  variable: string;
  /** The option's code, for a multiple response; else null. */
  option: string | null;
  /** Codes of the codebook in its order; for counts the numbers that occur, ascending; for units and dates those that occur. */
  categories: readonly string[];
}

/** Clean responses, row by row: a column of the statistics (`Column`) in which every missing response also says why. */
export interface ResponseColumn extends CountedColumn {
  /** Row by row an index into `categories`, or a code of `reasons`. */
  codes: Int32Array;
}

/** Those that answered, as far as whoever has counted them knows them. */
export interface CountedRespondents {
  codebook: string;
  count: number;
  /** What numbers made of them are: of made-up respondents, or estimates. */
  rank: "standIn" | "estimated";
  columns: readonly CountedColumn[];
}

/** Those that answered, row by row and clean: no free text, no names of units. */
export interface Respondents extends CountedRespondents {
  /** Where each stood in the file, as `RawTable.rowNumbers`. */
  rowNumbers: Int32Array;
  columns: readonly ResponseColumn[];
}
