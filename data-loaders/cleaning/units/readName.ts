import {readCountyBeside} from "./countyBeside.js";
import {lookUpUnit, type Reading} from "./lookUpUnit.js";
import {readParallelNames} from "./parallelNames.js";
import {readLostLetters} from "./spelling/lostLetters.js";
import {readMisspelt} from "./spelling/misspelt.js";
import {mendMojibake} from "./spelling/mojibake.js";
import type {UnitDirectory} from "./unitDirectory.js";
import type {UnitMatch} from "./unitMatch.js";
import type {UnitStep} from "./unitSteps.js";
import {isUnitWord, withoutUnitWord} from "./unitWord.js";

/** A rule that takes away from a text what is not the name; gives the reading back as it is where it does not apply. */
interface ReadingRule {
  step: UnitStep;
  read(reading: Reading, directory: UnitDirectory): Reading;
}

/** In the order in which they are tried. The county twice, for it stands before and after "kommune". */
export const readingRules: readonly ReadingRule[] = [
  {step: "mojibake", read: (reading) => ({...reading, text: mendMojibake(reading.text)})},
  {step: "county", read: takeCounty},
  {step: "unitWord", read: takeUnitWord},
  {step: "county", read: takeCounty},
];

/** What is tried, in this order, on a name that nobody has. */
const guesses = [readLostLetters, readMisspelt];

/** The unit that a name names: as it is, then with ever more of the rules. */
export function readName(text: string, directory: UnitDirectory): UnitMatch {
  const {finding, reading} = readAsKnown({text: text.trim(), kind: null, county: null, steps: []}, directory);
  if (finding) return finding;
  const parallel = readParallelNames(reading, (part) => readAsKnown(part, directory).finding);
  if (parallel) return parallel;
  for (const guess of guesses) {
    const guessed = guess(reading, directory);
    if (guessed) return guessed;
  }
  return {status: "unknown", reason: "unknownName"};
}

/** The first reading that gives a known name, or the last reading and no finding. */
function readAsKnown(start: Reading, directory: UnitDirectory): {finding: UnitMatch | null; reading: Reading} {
  let reading = start;
  let finding = lookUpUnit(reading, directory);
  for (const {step, read} of readingRules) {
    if (finding) break;
    const next = read(reading, directory);
    if (next.text === reading.text) continue;
    reading = {...next, steps: [...reading.steps, step]};
    finding = lookUpUnit(reading, directory);
  }
  return {finding, reading};
}

function takeCounty(reading: Reading, {counties}: UnitDirectory): Reading {
  const beside = reading.county === null ? readCountyBeside(reading.text, counties) : undefined;
  if (beside === undefined || isUnitWord(beside.name)) return reading;
  return {...reading, text: beside.name, county: beside.county};
}

function takeUnitWord(reading: Reading): Reading {
  const {name, kind} = withoutUnitWord(reading.text);
  return {...reading, text: name, kind: kind ?? reading.kind};
}
