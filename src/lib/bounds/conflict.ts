import {type BoundsModel, withoutClaim} from "./model.js";
import {extremes, program} from "./program.js";

/**
 * A smallest set of claims that cannot all be true, or none when they can.
 * Sets are tried by size, so that no smaller one conflicts.
 */
export function conflict(model: BoundsModel): string[] {
  const claims = [...new Set(model.stated.map(({claim}) => claim))];
  if (isConsistent(model)) return [];
  const isConflict = (some: readonly string[]) =>
    !isConsistent(claims.filter((claim) => !some.includes(claim)).reduce(withoutClaim, model));
  for (let size = 1; size < claims.length; size++) {
    const found = subsets(claims, size).find(isConflict);
    if (found) return found;
  }
  return claims;
}

/** True when some distribution of the answers fits everything stated. */
export function isConsistent(model: BoundsModel): boolean {
  const made = program(model);
  const everyone = made.atoms.map(() => 1);
  return extremes(made, everyone, everyone).status === "range";
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
