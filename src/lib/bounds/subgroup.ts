import type {BoundsModel} from "./model.js";

/** Code of the attribute of those that belong to a subgroup. */
export const inGroup = "inGroup";

/**
 * The model with a subgroup in it, such as the municipalities of one county, of which the survey says nothing.
 *
 * @param share the group's proportion of those that answered. How many answered is not known, so this is a supposition:
 *   that the group answered as often as the others. Null when nothing is supposed: the worst case.
 */
export function withGroup(model: BoundsModel, share: number | null): BoundsModel {
  const group = {claim: inGroup, event: [inGroup], given: [], value: share ?? 0, low: share ?? 0, high: share ?? 1};
  return {
    ...model,
    attributes: [...model.attributes, {code: inGroup, implies: []}],
    stated: [...model.stated, group],
  };
}
