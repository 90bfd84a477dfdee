import type {Text} from "../../src/lib/language/text.js";
import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import {type SizeClass, sizeClassLabel, sizeClassOf} from "../../src/lib/respondents/register.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import {
  type UnitCells,
  type UnitClass,
  type Weighting,
  weightRespondents,
} from "../../src/lib/respondents/weighting.js";
import type {Units} from "../inputs/register/readRegister.js";

/** What the class of county authorities is called. */
export const countyAuthoritiesLabel: Text = {nb: "Fylkeskommuner", en: "County authorities"};

const sizeClasses: readonly SizeClass[] = ["under2000", "2000to4999", "5000to19999", "20000plus"];

/** A class with the codes of all its units, whether they answered or not. */
export interface ListedClass extends UnitClass {
  units: readonly string[];
}

/** All respondents in one cell, of which nobody knows how many did not answer. */
export const withoutUnits: UnitCells = {
  classes: [{code: "all", label: {nb: "Alle som svarte", en: "All that answered"}}],
  regions: [{code: "all", label: {nb: "Hele landet", en: "The whole country"}, area: "all"}],
  populations: null,
};

/**
 * What each respondent stands for, by size class and county of the register; without weights where the codebook has no
 * unit.
 *
 * @throws Error naming a unit that is not in the register, or that answered twice
 */
export function buildWeighting(codebook: Codebook, {columns, count}: Respondents, units: Units): Weighting {
  const variable = variableOfType(codebook, "unitNumber");
  if (!variable) return weightRespondents(withoutUnits, new Int32Array(count));
  const column = columns.find(({name}) => name === variable.name);
  if (!column) throw new Error(`respondents without their unit: ${variable.name}`);
  const answered = Array.from(column.codes, (code) => column.categories[code]);
  return weightRespondents(unitCells(units), cellsOfUnits(answered, units));
}

/** All units asked, in classes: municipalities by inhabitants, smallest first, then county authorities. */
export function unitClasses({municipalities, countyAuthorities}: Units): ListedClass[] {
  const bySize = sizeClasses.map((code) => ({
    code,
    label: sizeClassLabel[code],
    units: municipalities.filter(({population}) => sizeClassOf(population) === code).map(({number}) => number),
  }));
  const authorities = countyAuthorities.map(({number}) => number);
  return [...bySize, {code: "countyAuthorities", label: countyAuthoritiesLabel, units: authorities}];
}

/** All units asked, by size class and county. A county’s authority is in the county, as its number begins with the county’s. */
export function unitCells(units: Units): UnitCells {
  const classes = unitClasses(units);
  const regions = units.counties.map(({number, name, part_of_country}) => ({
    code: number,
    label: {nb: name, en: name},
    area: part_of_country,
  }));
  return {
    classes: classes.map(({code, label}) => ({code, label})),
    regions,
    populations: classes.flatMap((each) =>
      regions.map(({code}) => each.units.filter((unit) => unit.startsWith(code)).length),
    ),
  };
}

/**
 * The cell of each unit that answered, as `unitCells` numbers them.
 *
 * @throws Error naming a unit that is not in the register, or that answered twice
 */
export function cellsOfUnits(answered: readonly string[], units: Units): Int32Array {
  const {counties} = units;
  const cellOf = new Map<string, number>();
  for (const [h, {units: inClass}] of unitClasses(units).entries())
    for (const unit of inClass)
      cellOf.set(unit, h * counties.length + counties.findIndex(({number}) => unit.startsWith(number)));
  const seen = new Set<string>();
  return Int32Array.from(answered, (unit) => {
    const cell = cellOf.get(unit);
    if (cell === undefined) throw new Error(`unit in no class: ${unit}`);
    if (seen.has(unit)) throw new Error(`unit answered twice: ${unit}`);
    seen.add(unit);
    return cell;
  });
}
