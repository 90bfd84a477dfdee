import type {Guessed} from "../../../../src/lib/respondents/protectedTables.js";
import {everybody} from "../family.js";
import type {Attacked} from "./attacked.js";
import {isSilence, sharesOfAsked, tryGuess} from "./knowsOthers.js";
import {answeredByGroup} from "./telling.js";

/**
 * Two respondents who tell each other their answers, and look for that of a third in a small group that all
 * three are in. What the others of the group answered is unknown to them, and taken to be as the totals say.
 */
export function guessesOfTwo(attack: Attacked): Guessed {
  const {family, places, truth, noise, variance} = attack.noisy;
  const found = {answers: 0, right: 0, byTotals: 0};
  for (const {id, measured, axis} of family.tables) {
    if (axis.id === everybody || isSilence(measured)) continue;
    const shares = sharesOfAsked(attack, measured);
    for (const [group, members] of answeredByGroup(attack, measured, axis).entries()) {
      const size = members.length;
      if (size < 3 || size > mostInGroup) continue;
      for (const [at, row] of members.entries()) {
        const two = [1, 2].map((step) => members[(at + step) % size]);
        const evidence = (cell: number) => {
          const place = cell < 0 ? -1 : (places.of(id, group, cell) ?? -1);
          if (place < 0) return 0;
          const known = two.filter((each) => measured.cellOf[each] === cell).length;
          const others = size - 3;
          const left = truth[place] + noise[place] - known - others * shares[cell];
          return (2 * left - 1) / (2 * (variance + others * shares[cell] * (1 - shares[cell])));
        };
        tryGuess(found, attack, {measured, row, evidence});
      }
    }
  }
  return found;
}

/** In a larger group two know too little of the others to be worth trying. */
const mostInGroup = 12;
