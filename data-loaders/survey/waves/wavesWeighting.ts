import {rollups} from "d3";
import {type Codebook, variableOfType} from "../../../src/lib/respondents/codebook.js";
import {
  type UnitCells,
  type UnitClass,
  type Weighting,
  weightRespondents,
} from "../../../src/lib/respondents/weighting.js";
import type {DatedRegister} from "../../inputs/register/datedRegister.js";
import type {Units} from "../../inputs/register/units.js";
import {followUnit} from "../../inputs/register/unitsOn.js";
import {type ListedClass, unitCells, unitClasses} from "../buildWeighting.js";
import type {WaveSurvey} from "./askedIn.js";

/** The units of a wave, on its first day. */
export interface WaveUnits {
  units: Units;
  day: string;
}

/**
 * What each respondent of several waves stands for, by wave and size and by county. Sizes are those of the wave; counties are
 * those of the last one, in which a municipality of an earlier one stands where most of it is now, so that a county is the
 * same place in all waves.
 *
 * @param unitsOf the units of each wave, in order
 * @throws Error naming a unit that is not in the register of its wave, or that answered it twice
 */
export function wavesWeighting(
  codebook: Codebook,
  waves: readonly WaveSurvey[],
  {unitsOf, register}: {unitsOf: readonly WaveUnits[]; register: DatedRegister},
): Weighting {
  const last = unitsOf[unitsOf.length - 1];
  const {regions} = unitCells(last.units);
  const placeIn = unitsOf.map((each) => regionFinder(each, {last, register}));
  const classes = waves.map(({wave}, at) => unitClasses(unitsOf[at].units).map((each) => classOf(each, wave)));
  const cells: UnitCells = {
    classes: classes.flat().map(({units: _, ...each}) => each),
    regions,
    populations: classes.flatMap((own, at) =>
      own.flatMap(({units}) => {
        const places = units.map(placeIn[at]);
        return regions.map(({code}) => places.filter((place) => place === code).length);
      }),
    ),
  };
  const name = variableOfType(codebook, "unitNumber")?.name;
  let before = 0;
  const cellOf = waves.flatMap(({wave, survey: {respondents}}, at) => {
    const column = respondents.columns.find((each) => each.name === name);
    const seen = new Set<string>();
    const found = Array.from(column?.codes ?? [], (code) => {
      const unit = (column as {categories: readonly string[]}).categories[code];
      const h = classes[at].findIndex(({units}) => units.includes(unit));
      if (h < 0 || seen.has(unit)) throw new Error(`unit in no class, or twice, in ${wave.id}: ${unit}`);
      seen.add(unit);
      return (before + h) * regions.length + regions.findIndex((region) => region.code === placeIn[at](unit));
    });
    before += classes[at].length;
    return found;
  });
  return weightRespondents(cells, Int32Array.from(cellOf));
}

/** A class of a wave, which is within the class of all waves. */
function classOf(each: ListedClass, {id, label}: WaveSurvey["wave"]): ListedClass & UnitClass {
  const {code, label: own, units} = each;
  return {
    ...{code: `${id}_${code}`, units, within: {code, label: own}},
    label: {nb: `${label.nb}: ${own.nb}`, en: `${label.en}: ${own.en}`},
  };
}

/** The county of the last wave that a unit is in: of a county authority the one that most of its people live in. */
export function regionFinder({day, units}: WaveUnits, {last, register}: {last: WaveUnits; register: DatedRegister}) {
  const now = (number: string) => followUnit(register, number, {from: day, to: last.day})[0].slice(0, 2);
  const of = new Map(units.municipalities.map(({number}) => [number, now(number)]));
  for (const {number: county} of units.countyAuthorities) {
    const own = units.municipalities.filter(({number}) => number.startsWith(county));
    const people = rollups(
      own,
      (some) => some.reduce((sum, {population}) => sum + population, 0),
      ({number}) => of.get(number) as string,
    );
    of.set(county, people.toSorted(([, a], [, b]) => b - a)[0][0]);
  }
  return (unit: string) => of.get(unit) as string;
}
