import type {Answer} from "./columnProfile.js";
import type {Option} from "./joinedOptions.js";

/** What a column seems to be, and the evidence. */
export type Guess = {because: string[]} & (
  | {type: "single"; isOrdered: boolean; answers: readonly Answer[]; hasOwnWords?: true}
  | {type: "joined"; options: readonly Option[]; hasOwnWords?: true}
  | {type: "count"; least: number; greatest: number; decimals?: true; numbers: readonly Answer[]}
  | {type: "id" | "date" | "text"}
  /** What the codebook is not to have, and why; of dates that cleaning does not read the days that all of them tell. */
  | {type: "leftOut"; days?: readonly string[]}
);

/** `1 answer`, `2 answers`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A column that the codebook is not to have. */
export const leftOut = (because: string): Guess => ({type: "leftOut", because: [because]});
