import type {Text} from "../language/text.js";
import type {PageId} from "../pages.js";
import type {Condition} from "./condition.js";
import type {Reason} from "./respondents.js";
import type {WaveBreak} from "./waves.js";

/** What a code means. */
export interface Category {
  code: string;
  label: Text;
  /** What those that gave it did, as the rest of a sentence, verb first: “had a strategy in place”. */
  predicate?: Text;
  /** Other ways in which files write it, beside code and labels; case, spaces and accents at the ends do not matter. */
  spellings: readonly string[];
  /** Other headers of its column, where a multiple response has one column for each option. */
  headers?: readonly string[];
  /** Whether it stands for what respondents wrote that is none of the other answers. */
  ownWords?: true;
}

/** A code that is no valid response. */
export interface MissingCode {
  code: string;
  reason: Reason;
  label: Text;
  spellings: readonly string[];
}

/** What a published summary gives for a question, a number, only words, or nothing; or that it stands as it was asked. */
export type Origin = "number" | "words" | "assumed" | "asked";

interface Common {
  /** Its name in code, tables and downloads, in snake case. */
  name: string;
  label: Text;
  /** The question as it was asked, or as it was reconstructed. */
  question: Text;
  origin: Origin;
  /** Claims of the summary that it was reconstructed from. */
  claims: readonly string[];
  /** Of whom it was asked: all conditions hold. Empty: of all. */
  universe: readonly Condition[];
  missing: readonly MissingCode[];
  /** Other headers of its column, beside name, labels and question. */
  headers: readonly string[];
  /** Waves from which on it is another question, so that answers from before are not set beside those from then on. */
  breaks?: readonly WaveBreak[];
}

/** One column of the questionnaire; a multiple response is one variable, however many columns a file gives it. */
export type Variable = Common &
  (
    | {type: "unitNumber" | "unitName" | "id" | "date" | "text"}
    | {type: "single"; isOrdered: boolean; categories: readonly Category[]}
    | {type: "multiple"; categories: readonly Category[]}
    | {type: "count"; least: number; greatest: number; decimals?: true; bands?: readonly Band[]}
  );

/** Numbers that are shown as one: from the first on, up to the next band. */
export interface Band {
  from: number;
  code: string;
  label: Text;
  /** What those in it are or did, verb first. */
  predicate?: Text;
}

export type SingleVariable = Extract<Variable, {type: "single"}>;
export type MultipleVariable = Extract<Variable, {type: "multiple"}>;
export type CountVariable = Extract<Variable, {type: "count"}>;
/** Variables whose responses are counted; the others say who answered, when, and in free words. */
export type AnsweredVariable = SingleVariable | MultipleVariable | CountVariable;

/** Responses that cannot both be right; all named variables become unanswered, for no one can tell which is wrong. */
export interface Contradiction {
  id: string;
  label: Text;
  /** True of a row when all hold. */
  when: readonly Condition[];
  /** Of a multiple response the option alone is unanswered, written `channels.facebook`. */
  unanswer: readonly string[];
}

/** How files mark an option as chosen, where a multiple response has one column for each. */
export interface Marks {
  chosen: readonly string[];
  notChosen: readonly string[];
}

/** A question to the summary in terms of responses: true when any condition holds. */
export interface AskedAttribute {
  /** The attribute’s code in `claims/attributes.json`. */
  code: string;
  anyOf: readonly Condition[];
}

/** What readers break responses down by, beside the crosstab. */
export interface ExploredQuestions {
  /** Which questions on which page: the first is shown first, and one that nobody answered is left out. */
  pages: readonly {page: PageId; questions: readonly string[]}[];
  /** What they can filter by everywhere: questions, and what the register knows. */
  filters: readonly string[];
  /** Names of the variables of rows and columns that the crosstab begins with. */
  first?: {rows: string; columns: string};
}

/** The questionnaire of one survey. */
export interface Codebook {
  id: string;
  title: Text;
  /** What a reader must know of the codebook itself. */
  note: Text;
  /** First and last day on which answers came in, ISO 8601. */
  fieldwork: {from: string; to: string};
  marks: Marks;
  variables: readonly Variable[];
  contradictions: readonly Contradiction[];
  /** What a published summary gives shares of; empty where there is none. */
  attributes: readonly AskedAttribute[];
  explored: ExploredQuestions;
}

/** True of a variable whose responses are counted. */
export function isAnswered(variable: Variable): variable is AnsweredVariable {
  return variable.type === "single" || variable.type === "multiple" || variable.type === "count";
}

/** The variable of a type of which a codebook has at most one; undefined if it has none. */
export function variableOfType(
  codebook: Codebook,
  type: "unitNumber" | "unitName" | "id" | "date",
): Variable | undefined {
  return codebook.variables.find((variable) => variable.type === type);
}
