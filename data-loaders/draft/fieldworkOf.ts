import {isoMoment} from "../cleaning/rules/dates.js";
import type {Part} from "./draftColumns.js";

export interface Fieldwork {
  days: {from: string; to: string};
  because: string;
}

interface Otherwise {
  /** The day on which the file was last changed, ISO 8601. */
  fileChanged: string;
  /** What the settings of the survey say. */
  fieldwork?: Fieldwork["days"];
}

/**
 * First and last day in the column of dates, or else in the last of dates that cleaning does not read; without any as the
 * settings say, or the day on which the file was last changed.
 */
export function fieldworkOf(parts: readonly Part[], {fileChanged, fieldwork}: Otherwise): Fieldwork {
  const dated = parts.flatMap((part) => {
    if (part.kind !== "column") return [];
    const days =
      part.guess.type === "date" ? isoDays(part) : part.guess.type === "leftOut" ? (part.guess.days ?? []) : [];
    return days.length > 0 ? [{header: part.profiles[0].column.header, days, isKept: part.guess.type === "date"}] : [];
  });
  const found = dated.find(({isKept}) => isKept) ?? dated.at(-1);
  const days = [...(found?.days ?? [])].sort();
  const [from, to] = [days[0], days.at(-1)];
  if (found && from !== undefined && to !== undefined)
    return {days: {from, to}, because: `fieldwork: first and last day in ${JSON.stringify(found.header)}`};
  if (fieldwork) return {days: fieldwork, because: "fieldwork: not in the file; as the settings of the survey say"};
  return {
    days: {from: fileChanged, to: fileChanged},
    because: "fieldwork: not in the file; the day on which it was last changed stands in its place, to be corrected",
  };
}

function isoDays({profiles: [{answers}]}: Part): string[] {
  return answers.flatMap(({text}) => isoMoment(text)?.slice(0, 10) ?? []);
}
