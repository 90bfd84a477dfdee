/** The least and the greatest share that fit all shares a source states, by linear programming. */

export {solve} from "yalps";
export type {Event} from "../claims/claim.js";
export {roundingRange} from "../quantities/quantity.js";
export {type Answer, answer, type Ends, type Question, type Range, type Support, support} from "./answer.js";
export {conflict} from "./conflict.js";
export {type BoundsModel, type StatedShare, withoutClaim, withShare} from "./model.js";
