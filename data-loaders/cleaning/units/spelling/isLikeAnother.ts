import {distanceWithin} from "../../../../src/lib/language/editDistance.js";
import type {UnitDirectory} from "../unitDirectory.js";
import {nameKey} from "./nameKey.js";

/**
 * True of a name that nobody has, if it is like another name than those of the unit: fewer than half its letters off, and
 * nearer than any of the unit’s own. Such a name speaks against the number that stands beside it.
 */
export function isLikeAnother(text: string, code: string, directory: UnitDirectory): boolean {
  const key = nameKey(text);
  const limit = Math.ceil(key.length / 2) - 1;
  let [own, other] = [limit + 1, limit + 1];
  for (const group of directory.names.values()) {
    const distance = distanceWithin(limit, key, group[0].key);
    if (group.some(({unit}) => unit?.code === code)) own = Math.min(own, distance);
    else other = Math.min(other, distance);
  }
  return other < own;
}
