import type {RuleText} from "../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {Cleaned, Draft} from "./draft.js";
import type {UnitDirectory} from "./units/unitDirectory.js";

/** What rules may know beside the draft. */
export interface CleaningContext {
  codebook: Codebook;
  /** The units of the register, for a codebook that asks who answered. */
  directory: UnitDirectory;
}

/** One rule: a pure function of the draft that puts every change it makes on record under its id. */
export interface Rule {
  /** What readers are told; more than one where a rule has named steps. */
  texts: readonly RuleText[];
  apply(draft: Draft, context: CleaningContext): Cleaned;
}
