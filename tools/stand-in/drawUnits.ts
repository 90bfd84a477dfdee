import type {ListedClass} from "../../data-loaders/survey/buildWeighting.js";
import {allocate, type Random} from "./allocate.js";

/** A unit that answers. */
export interface DrawnUnit {
  unit: string;
  unitClass: string;
}

/**
 * Which units answer: the same share of every class, to the nearest whole unit, and within a class spread evenly over
 * counties, whose number is what a unit’s code begins with.
 *
 * @param response 0 to 1
 */
export function drawUnits(classes: readonly ListedClass[], response: number, random: Random): DrawnUnit[] {
  return classes.flatMap(({code, units}) => {
    const chance = Math.round(units.length * response) / units.length;
    const dealt = allocate(units, {
      chancesOf: () => [1 - chance, chance],
      keysOf: (unit) => [unit.slice(0, 2)],
      random,
    });
    return units.filter((unit) => dealt.get(unit) === 1).map((unit) => ({unit, unitClass: code}));
  });
}
