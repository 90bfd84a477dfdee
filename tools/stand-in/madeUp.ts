import type {Atom} from "../../src/lib/bounds/atoms.js";
import type {Value} from "../../src/lib/respondents/respondents.js";

/** A respondent that is made up. */
export interface MadeUp {
  /** Code of its unit in the register. */
  unit: string;
  /** Code of the unit’s class by size. */
  unitClass: string;
  /** The attributes that it has. */
  atom: Atom;
  /**
   * What it says, by name of the clean column: a code, `yes` or `no` of an option, a number, a day, or the code of the
   * reason that there is no response.
   */
  answers: ReadonlyMap<string, Value>;
}
