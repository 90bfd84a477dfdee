import type {Units} from "../../../data-loaders/inputs/register/readRegister.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import type {Random} from "../allocate.js";
import type {Pick} from "./fileRow.js";

/** What a mess is made with. */
export interface Making {
  codebook: Codebook;
  register: Units;
  random: Random;
  pick: Pick;
}
