import type {Units} from "../../../data-loaders/inputs/register/readRegister.js";
import {dirtyUnits, type UnitDefect} from "../units/dirtyUnits.js";
import type {NamedUnit} from "../units/namedUnits.js";
import {whoColumns} from "./cellsOf.js";
import type {Defect} from "./defect.js";

/** In how many rows a unit is named in which way; the others do not occur. */
const times: Readonly<Record<string, number>> = {
  lostZero: 9,
  fourDigitAuthority: 1,
  decimals: 3,
  thousands: 1,
  numberPrefix: 2,
  oneCell: 3,
  swapped: 1,
  laterNumber: 4,
  mergedNumberAndName: 1,
  county: 4,
  otherName: 4,
  parallelNames: 2,
  authorityWord: 2,
  withoutLetters: 4,
  mojibake: 2,
  questionMarks: 1,
  misspelt: 5,
  capitals: 6,
  unitWord: 5,
  nameOnly: 12,
};

/** Characters that cleaning takes out before it looks for the unit: what garbling left of an Å is then half gone. */
const unseen = /\p{Cc}/u;

/** The rule by which rows are on record whose unit had to be looked for; the steps by which it was found differ. */
export const unitRule = "unit";

/** Ways in which respondents name their unit other than by its number and name of 2011, scarce ones first. */
export function unitDefects(register: Units, units: ReadonlyMap<string, NamedUnit>): Defect[] {
  const mendable = dirtyUnits(register).filter(({reason}) => reason === null);
  return Object.entries(times).map(([id, often]) => {
    const way = mendable.find((each) => each.id === id);
    if (!way) throw new Error(`unknown way to name a unit: ${id}`);
    return rowWay(way, often, units);
  });
}

/** Ways of naming from which nobody can tell the unit. */
export function hopelessDefects(register: Units): UnitDefect[] {
  return dirtyUnits(register).filter(({reason}) => reason !== null);
}

function rowWay({id, applies, write}: UnitDefect, often: number, units: ReadonlyMap<string, NamedUnit>): Defect {
  return {
    id,
    rule: unitRule,
    times: often,
    dirty({respondent}, pick, codebook) {
      const unit = units.get(respondent.unit);
      if (!unit || !applies(unit) || isNeedless(id, unit)) return null;
      const columns = whoColumns(codebook);
      const {number, name} = write(unit, pick);
      if (unseen.test(name)) return null;
      return {
        cells: [
          [columns.number, number],
          [columns.name, name],
        ],
        column: columns.number,
      };
    },
  };
}

/** The county is named where the municipality’s name alone would not do. */
function isNeedless(id: string, {isNameUnique}: NamedUnit): boolean {
  return id === "county" && isNameUnique;
}
