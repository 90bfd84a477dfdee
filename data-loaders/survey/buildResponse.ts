import {op, table} from "arquero";
import type {Text} from "../../src/lib/language/text.js";
import {type Codebook, variableOfType} from "../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Response, ResponseGroup} from "../../src/lib/respondents/response.js";
import type {Units} from "../inputs/readRegister.js";
import {unitClasses} from "./buildWeighting.js";

/** Who answered by size and county; null for a codebook without units, which cannot tell who did not. */
export function buildResponse(codebook: Codebook, {columns}: Respondents, units: Units): Response | null {
  const unit = columns.find(({name}) => name === variableOfType(codebook, "unitNumber")?.name);
  if (!unit) return null;
  const answered = new Set(Array.from(unit.codes, (code) => unit.categories[code]));
  const asked = askedUnits(units);
  const counted = table({...asked, answered: asked.code.map((code) => Number(answered.has(code)))});
  const by = (column: "size" | "county", groups: readonly {code: string; label: Text}[]): ResponseGroup[] => {
    const rows = counted
      .groupby(column)
      .rollup({asked: op.count(), answered: op.sum("answered")})
      .objects() as Counts[];
    return groups.map(({code, label}) => {
      const {asked = 0, answered = 0} = rows.find((row) => row[column] === code) ?? {};
      return {code, label, asked, answered};
    });
  };
  return {
    asked: asked.code.length,
    answered: answered.size,
    bySize: by("size", unitClasses(units)),
    byCounty: by(
      "county",
      units.counties.map(({number, name}) => ({code: number, label: {nb: name, en: name}})),
    ),
  };
}

interface Counts {
  size?: string;
  county?: string;
  asked: number;
  answered: number;
}

/** Every unit asked, with its class and its county: the first two digits of its number. */
function askedUnits(units: Units): {code: string[]; size: string[]; county: string[]} {
  const classes = unitClasses(units);
  const code = classes.flatMap((each) => each.units);
  return {
    code,
    size: classes.flatMap((each) => each.units.map(() => each.code)),
    county: code.map((number) => number.slice(0, 2)),
  };
}
