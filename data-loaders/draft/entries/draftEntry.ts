import {createHash} from "node:crypto";
import {bothOf, type GivenText} from "../../../src/lib/language/text.js";
import type {Variable} from "../../../src/lib/respondents/codebook.js";
import type {WrittenCondition} from "../../../src/lib/respondents/condition.js";
import type {Reason} from "../../../src/lib/respondents/respondents.js";
import type {DraftBand} from "./bandsOf.js";
import type {DraftText} from "./inLanguages.js";

/** The mark of what was drafted and not yet looked at by a person. */
export interface Drafted {
  /** What was supposed, and the evidence for it. */
  because: string[];
  /** Checksum of the entry without this mark: another one tells that a person has changed it. */
  seal: string;
}

export interface DraftCategory {
  code: string;
  label: DraftText;
  spellings?: string[];
  headers?: string[];
  ownWords?: true;
}

export interface DraftMissing {
  code: string;
  reason: Reason;
  label: DraftText;
  spellings?: string[];
}

/** A variable of a codebook, as the file of the codebook writes it. */
export interface DraftEntry {
  name: string;
  type: "single" | "multiple" | "count" | "id" | "date" | "text";
  drafted?: Drafted;
  label: DraftText;
  question: DraftText;
  headers?: string[];
  universe?: WrittenCondition[];
  isOrdered?: boolean;
  least?: number;
  greatest?: number;
  decimals?: true;
  bands?: DraftBand[];
  categories?: DraftCategory[];
  missing?: DraftMissing[];
}

/** The entry as the reader of a codebook completes it. */
export function completed(entry: DraftEntry): Variable {
  const inBoth = (text: DraftText) => bothOf(text as GivenText);
  const response = (each: DraftCategory | DraftMissing) => ({spellings: [], ...each, label: inBoth(each.label)});
  const texts = {label: inBoth(entry.label), question: inBoth(entry.question)};
  const missing = entry.missing?.map(response) ?? [];
  const categories = entry.categories && {categories: entry.categories.map(response)};
  return {headers: [], ...entry, ...texts, missing, ...categories} as unknown as Variable;
}

/** An entry with its mark, the evidence first in view. */
export function sealed<T extends object>(entry: T, because: string[]): T & {drafted: Drafted} {
  const {drafted: _, ...rest} = entry as T & {drafted?: Drafted};
  return {...(rest as T), drafted: {because, seal: sealOf(rest)}};
}

/** True of an entry that no person has changed since it was drafted. */
export function isUntouched(entry: {drafted?: unknown} | null | undefined): boolean {
  if (!entry) return false;
  const {drafted, ...rest} = entry;
  const mark = drafted as Partial<Drafted> | undefined;
  return typeof mark?.seal === "string" && mark.seal === sealOf(rest);
}

const sealOf = (entry: object) => createHash("sha256").update(inOrder(entry)).digest("hex").slice(0, 12);

/** As JSON, whatever order its fields are in. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
