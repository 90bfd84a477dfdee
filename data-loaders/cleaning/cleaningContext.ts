import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {UnitDirectory} from "./units/unitDirectory.js";

/** What rules may know beside the draft. */
export interface CleaningContext {
  codebook: Codebook;
  /** The units of the register, for a codebook that asks who answered. */
  directory: UnitDirectory;
}
