import type {Codebook} from "../../../src/lib/codebook.js";
import {whoColumns} from "./cellsOf.js";
import type {NamedUnit} from "./unitNames.js";
import type {Dirtied, OwnRow, Way} from "./way.js";

/** How a respondent writes its unit. */
interface Written {
  number: string;
  name: string;
}

/** Ways in which respondents name their unit other than by its number and name of 2011. */
export function unitWays(units: ReadonlyMap<string, NamedUnit>, laterNumbers: ReadonlyMap<string, string>): Way[] {
  const way = (id: string, times: number, write: (unit: NamedUnit) => Written | null, rule = id): Way => ({
    id,
    rule,
    times,
    dirty: (row, _, codebook) => dirtyUnit(row, write(units.get(row.respondent.unit) as NamedUnit), codebook),
  });
  const named = (name: string): Written => ({number: "", name});
  return [
    way("byName", 12, ({name, isShared}) => (isShared ? null : named(name))),
    way("capitals", 6, ({name, isShared}) => (isShared ? null : named(name.toUpperCase()))),
    way("unitWord", 5, ({code, name, isShared}) => (isShared || code.length === 2 ? null : named(`${name} kommune`))),
    way("county", 2, ({name, county, isShared}) => (isShared ? named(`${name} (${county})`) : null)),
    way("otherName", 2, ({name}) => (name.includes(" - ") ? named(name.split(" - ")[0]) : null)),
    way("lostZero", 9, ({code, name}) => (/^0\d{3}$/.test(code) ? {number: code.slice(1), name} : null)),
    way("laterNumber", 4, ({code, name}) => {
      const later = laterNumbers.get(code);
      return later === undefined ? null : {number: later, name};
    }),
  ];
}

function dirtyUnit(_: OwnRow, written: Written | null, codebook: Codebook): Dirtied | null {
  const {number, name} = whoColumns(codebook);
  if (written === null) return null;
  return {
    cells: [
      [number, written.number],
      [name, written.name],
    ],
    column: number,
  };
}
