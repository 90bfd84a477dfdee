import {type Codebook, variableOfType} from "../../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../../src/lib/respondents/respondents.js";
import type {Units} from "../../inputs/readRegister.js";
import {unitClasses} from "../buildWeighting.js";
import type {RespondentGrouping} from "./protectedTables.js";

/**
 * Respondents by county, a county's authority with its municipalities, and by size class, authorities in a class of their
 * own: the groups of `buildResponse`. None for a codebook without units.
 */
export function registerGroupings(codebook: Codebook, {columns}: Respondents, units: Units): RespondentGrouping[] {
  const unit = columns.find(({name}) => name === variableOfType(codebook, "unitNumber")?.name);
  if (!unit) return [];
  const classes = unitClasses(units);
  const everyUnit = classes.flatMap((each) => each.units);
  const counties = units.counties.map(({number, name}) => ({
    code: number,
    label: {nb: name, en: name},
    units: everyUnit.filter((code) => code.slice(0, 2) === number),
  }));
  const grouping = (id: string, label: RespondentGrouping["label"], groups: typeof classes): RespondentGrouping => {
    const groupOf = new Map(groups.flatMap((group, at) => group.units.map((code) => [code, at])));
    return {
      id,
      label,
      groups: groups.map((group) => ({code: group.code, label: group.label, population: group.units.length})),
      groupOf: unit.codes.map((code) => groupOf.get(unit.categories[code]) as number),
    };
  };
  return [
    grouping("county", {nb: "Fylke", en: "County"}, counties),
    grouping("size", {nb: "Størrelse", en: "Size"}, classes),
  ];
}
