import {variableOfType} from "../../../src/lib/respondents/codebook.js";
import {type DatedRegister, isOn} from "../../inputs/register/datedRegister.js";
import {followUnit} from "../../inputs/register/unitsOn.js";
import {unitClasses} from "../buildWeighting.js";
import type {WaveSurvey} from "./askedIn.js";
import {type Followed, type Panel, panelOf} from "./panel.js";
import {regionFinder, type WaveUnits} from "./wavesWeighting.js";

/**
 * Which units of a register answered in several waves. A unit is the same where nothing was merged with it or taken from it;
 * those that are one unit in the last wave are one cluster, in the class of size that it is in there.
 *
 * @param unitsOf the units of each wave, in order
 */
export function panelOfUnits(
  waves: readonly WaveSurvey[],
  {unitsOf, register}: {unitsOf: readonly WaveUnits[]; register: DatedRegister},
): Panel {
  const last = unitsOf[unitsOf.length - 1];
  const classes = unitClasses(last.units);
  const classIn = (number: string) => classes.find(({units}) => units.includes(number))?.code ?? classes[0].code;
  return panelOf(
    waves.flatMap(({survey: {codebook, respondents}}, at) => {
      const {day} = unitsOf[at];
      const now = followed(unitsOf[at], {last, register});
      const sinceOf = (number: string) =>
        [...register.municipalities, ...register.counties].find((each) => each.number === number && isOn(day)(each))
          ?.from;
      const name = variableOfType(codebook, "unitNumber")?.name;
      const column = respondents.columns.find((each) => each.name === name);
      return Array.from(column?.codes ?? [], (code): Followed => {
        const number = column?.categories[code] ?? "";
        const {later, isWhole} = now(number);
        return {
          unit: isWhole ? later : `${number} since ${sinceOf(number)}`,
          cluster: later,
          stratum: later.length === 2 ? authorities : classIn(later),
        };
      });
    }),
  );
}

const authorities = "countyAuthorities";

/** What became of each unit of a wave: its number in the last one, and whether that is all of it and nothing else. */
function followed(wave: WaveUnits, {last, register}: {last: WaveUnits; register: DatedRegister}) {
  const regionOf = regionFinder(wave, {last, register});
  const later = new Map(
    wave.units.municipalities.map(({number}) => [number, followUnit(register, number, {from: wave.day, to: last.day})]),
  );
  for (const {number} of wave.units.countyAuthorities) later.set(number, [regionOf(number)]);
  const shares = [...later.values()].flat();
  return (number: string) => {
    const found = later.get(number) ?? [number];
    return {later: found[0], isWhole: found.length === 1 && shares.filter((each) => each === found[0]).length === 1};
  };
}
