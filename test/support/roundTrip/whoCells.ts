import type {UnitReason} from "../../../data-loaders/cleaning/units/unitSteps.js";
import {type Codebook, variableOfType} from "../../../src/lib/respondents/codebook.js";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {UnitDefect} from "../../../tools/stand-in/units/dirtyUnits.js";
import type {NamedUnit} from "../../../tools/stand-in/units/namedUnits.js";

/** The cells that say who answered. */
export interface WhoCells {
  texts: ReadonlyMap<string, string>;
  /** The unit’s code, or the id; null if no one can tell. */
  key: string | null;
  /** Why the unit cannot be told. */
  reason: UnitReason | null;
  /** True if the unit is named otherwise than by its number and its name. */
  hasStep: boolean;
}

/** Units are few, so that some answer more than once. */
const unitsAnswering = 40;

/** Ways to name a unit that need no rule of units: what is around the cells goes when they are tidied. */
const plainWays = ["asRegistered", "numberOnly", "spacesAround"];

interface Naming {
  codebook: Codebook;
  units: readonly NamedUnit[];
  ways: readonly UnitDefect[];
}

export function whoCells(naming: Naming, canHold: (text: string) => boolean, pick: Pick): WhoCells {
  const number = variableOfType(naming.codebook, "unitNumber")?.name;
  return number === undefined ? idCells(naming.codebook, pick) : unitCells(number, naming, canHold, pick);
}

function idCells(codebook: Codebook, pick: Pick): WhoCells {
  const id = pick(8) === 1 ? "" : String(1 + pick(unitsAnswering));
  const column = variableOfType(codebook, "id")?.name ?? "";
  return {texts: new Map([[column, id]]), key: id || null, reason: null, hasStep: false};
}

function unitCells(
  number: string,
  {codebook, units, ways}: Naming,
  canHold: (text: string) => boolean,
  pick: Pick,
): WhoCells {
  const allowed = ways.filter(({id}) => plainWays.includes(id));
  const way = oneOf(pick(2) === 0 ? allowed : ways, pick);
  const unit = oneOf(unitsFor(way, units), pick);
  const cells = way.write(unit, pick);
  if (!canHold(cells.number) || !canHold(cells.name))
    return unitCells(number, {codebook, units, ways: allowed}, canHold, pick);
  const name = variableOfType(codebook, "unitName")?.name ?? "";
  return {
    texts: new Map([
      [number, cells.number],
      [name, cells.name],
    ]),
    key: way.reason === null ? unit.code : null,
    reason: way.reason,
    hasStep: way.reason === null && !plainWays.includes(way.id),
  };
}

/** The units that answer, of those that can be named so; any others if none of these can. */
function unitsFor({applies}: UnitDefect, units: readonly NamedUnit[]): readonly NamedUnit[] {
  const step = Math.floor(units.length / unitsAnswering);
  const answering = units.filter((unit, at) => at % step === 0 && applies(unit));
  return answering.length > 0 ? answering : units.filter(applies);
}
