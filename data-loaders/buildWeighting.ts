import {type Codebook, variableOfType} from "../src/lib/codebook.js";
import {type SizeClass, sizeClassLabel, sizeClassOf} from "../src/lib/register.js";
import type {Respondents} from "../src/lib/respondents.js";
import type {Text} from "../src/lib/text.js";
import {type UnitClass, unweighted, type Weighting, weightingByClass} from "../src/lib/weighting.js";
import type {Units} from "./readRegister.js";

/** What the class of county authorities is called. */
export const countyAuthoritiesLabel: Text = {nb: "Fylkeskommuner", en: "County authorities"};

const sizeClasses: readonly SizeClass[] = ["under2000", "2000to4999", "5000to19999", "20000plus"];

/**
 * What each respondent stands for, by size class of the register; without a weight where the codebook has no unit.
 *
 * @throws Error naming a unit that is not in the register, or that answered twice
 */
export function buildWeighting(codebook: Codebook, respondents: Respondents, units: Units): Weighting {
  const variable = variableOfType(codebook, "unitNumber");
  return variable
    ? weightingByClass(unitsOf(respondents, variable.name), unitClasses(units))
    : unweighted(respondents.count);
}

/** All units asked, in classes: municipalities by inhabitants, smallest first, then county authorities. */
export function unitClasses({municipalities, countyAuthorities}: Units): UnitClass[] {
  const bySize = sizeClasses.map((code) => ({
    code,
    label: sizeClassLabel[code],
    units: municipalities.filter(({population}) => sizeClassOf(population) === code).map(({number}) => number),
  }));
  const authorities = countyAuthorities.map(({number}) => number);
  return [...bySize, {code: "countyAuthorities", label: countyAuthoritiesLabel, units: authorities}];
}

/** Code of each respondent's unit, respondent by respondent. */
function unitsOf({columns}: Respondents, variable: string): string[] {
  const column = columns.find(({name}) => name === variable);
  if (!column) throw new Error(`respondents without their unit: ${variable}`);
  return Array.from(column.codes, (code) => column.categories[code]);
}
