import type {Text} from "../language/text.js";
import type {Origin} from "../respondents/codebook.js";
import type {Condition} from "../respondents/condition.js";
import type {UnitCells} from "../respondents/weighting.js";

/** A category to count: the stored codes of one column that it stands for; several where it is made of several. */
export interface ExploredCategory {
  code: string;
  label: Text;
  /** What those in it did, as the rest of a sentence, verb first. */
  predicate?: Text;
  /** Name of the tally’s column. */
  column: string;
  /** Codes of that column. */
  of: readonly string[];
  /**
   * The categories that a reader merged into it: who is in any of them is in it, once. Those of a multiple response have a
   * column each; `column` is then the names of all of them.
   */
  merged?: readonly ExploredCategory[];
  /** True of a merged category that has its name from the reader. */
  isNamed?: boolean;
  /** True of what stands outside the order of the others, as county authorities do among sizes of municipalities. */
  isOutOfOrder?: boolean;
}

/**
 * Something that respondents can be counted by: a question of the codebook, or what the register knows of them. Its
 * categories share one column, but for a multiple response, whose options have a column each (`channels_facebook`).
 */
export interface ExploredVariable {
  name: string;
  label: Text;
  /** The question as reconstructed; null of what the register knows. */
  question: Text | null;
  type: "register" | "single" | "multiple" | "count";
  isOrdered: boolean;
  /** What the summary gives for it; null of what the register knows. */
  origin: Origin | null;
  /** Of whom it was asked; empty: of all. */
  universe: readonly Condition[];
  categories: readonly ExploredCategory[];
}

/** A category of one number by itself. */
export function numberCategory(code: string, column: string): ExploredCategory {
  return {code, label: {nb: code, en: code}, column, of: [code]};
}

/** Names of what the register knows of each respondent. */
export const registerVariables = ["county", "size", "kind"] as const;

/** The column that says in which class of the register a respondent is: every tally has it. */
export const classColumn = "size";

/** The column that says in which region of the register a respondent is: every tally has it, if there are regions. */
export const regionColumn = "county";

/** The columns that every tally of a survey has, so that any group can be weighted. */
export const registerColumns = ({regions}: UnitCells) =>
  regions.length > 1 ? [classColumn, regionColumn] : [classColumn];

/** Names of the columns that a variable, or some categories, are counted by. */
export function columnsOf({categories}: Pick<ExploredVariable, "categories">): string[] {
  return [...new Set(categories.flatMap(({column, merged}) => merged?.map((part) => part.column) ?? [column]))];
}

/**
 * Indices of the categories that stand in order, if at least three do: none of a variable without an order, nor where
 * categories are merged with others than their neighbours.
 */
export function orderOf({type, isOrdered, categories}: ExploredVariable): number[] {
  const isWhole = categories.every(({merged, isOutOfOrder}) => !(merged && isOutOfOrder));
  const inOrder = [...categories.keys()].filter((at) => !categories[at].isOutOfOrder);
  return isOrdered && type !== "multiple" && isWhole && inOrder.length > 2 ? inOrder : [];
}

/** The variable of a name, or says that there is none. */
export function variableByName(variables: readonly ExploredVariable[], name: string): ExploredVariable {
  const found = variables.find((variable) => variable.name === name);
  if (!found) throw new Error(`unknown variable: ${name}`);
  return found;
}
