import {sum} from "d3";
import type {Text} from "../../src/lib/language/text.js";
import type {ProtectedGroup} from "../../src/lib/respondents/protectedTables.js";
import type {Response, ResponseGroup} from "../../src/lib/respondents/response.js";
import type {UnitClass, Weighting} from "../../src/lib/respondents/weighting.js";

/** What respondents are grouped by, as county or size class: each is in one group. */
export interface RespondentGrouping {
  id: string;
  label: Text;
  groups: readonly Omit<ProtectedGroup, "respondents">[];
  /** Respondent by respondent an index into `groups`. */
  groupOf: Int32Array;
}

/**
 * Respondents by county, a county's authority with its municipalities, and by size class, authorities in a class of their
 * own. None for a codebook without units.
 */
export function registerGroupings({units, cellOf}: Pick<Weighting, "units" | "cellOf">): RespondentGrouping[] {
  const {classes, regions, populations} = units;
  if (!populations) return [];
  const width = regions.length;
  const grouping = (
    id: string,
    label: Text,
    groups: readonly UnitClass[],
    groupOfCell: (cell: number) => number,
  ): RespondentGrouping => {
    const sizes = groups.map(() => 0);
    for (const [cell, n] of populations.entries()) sizes[groupOfCell(cell)] += n;
    return {
      id,
      label,
      groups: groups.map(({code, label: name}, at) => ({code, label: name, population: sizes[at]})),
      groupOf: cellOf.map(groupOfCell),
    };
  };
  return [
    grouping("county", {nb: "Fylke", en: "County"}, regions, (cell) => cell % width),
    grouping("size", {nb: "Størrelse", en: "Size"}, classes, (cell) => Math.floor(cell / width)),
  ];
}

/** Who answered by size and county; null for a codebook without units, which cannot tell who did not. */
export function responseOf(weighting: Pick<Weighting, "units" | "cellOf">): Response | null {
  const [county, size] = registerGroupings(weighting);
  if (!county) return null;
  const by = ({groups, groupOf}: RespondentGrouping): ResponseGroup[] => {
    const answered = respondentsIn(groups.length, groupOf);
    return groups.map(({code, label, population}, at) => ({
      code,
      label,
      asked: population ?? 0,
      answered: answered[at],
    }));
  };
  const [bySize, byCounty] = [by(size), by(county)];
  return {
    asked: sum(bySize, ({asked}) => asked),
    answered: weighting.cellOf.length,
    bySize,
    byCounty,
  };
}

/** How many respondents are in each group. */
export function respondentsIn(groups: number, groupOf: Int32Array): number[] {
  const counts = new Array<number>(groups).fill(0);
  for (const group of groupOf) counts[group]++;
  return counts;
}
