import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";

/** The cell that says when answers were submitted. */
export interface DateCell {
  text: string;
  /** ISO 8601, to the minute where the cell says the time; null if no one can tell when. */
  moment: string | null;
  /** Rules that have to stand on record. */
  rules: readonly string[];
}

interface Parts {
  day: string;
  month: string;
  year: string;
  time: string;
}

type Form = (parts: Parts) => string;

/** How dates stand in files: the plain forms, which are no change, then those that are on record; without a time, then with. */
const plainDays: readonly Form[] = [
  ({day, month, year}) => `${year}-${month}-${day}`,
  ({day, month, year}) => `${day}.${month}.${year}`,
  ({day, month, year}) => `${Number(day)}.${Number(month)}.${year}`,
];
const plainMoments: readonly Form[] = [
  ({day, month, year, time}) => `${year}-${month}-${day}T${time}:00`,
  ({day, month, year, time}) => `${year}-${month}-${day} ${time}`,
  ({day, month, year, time}) => `${day}.${month}.${year} ${time}`,
];
const oddDays: readonly Form[] = [
  ({day, month, year}) => `${Number(day)}.${Number(month)}.${year.slice(2)}`,
  (parts) => String(serialOf(parts)),
  ({day, month, year}) => (Number(day) > 12 ? `${day}/${month}/${year}` : `${day}.${month}.${year.slice(2)}`),
  ({day, month, year}) =>
    Number(day) > 12 ? `${Number(month)}/${Number(day)}/${year}` : `${day}. ${month}. ${year.slice(2)}`,
];
const oddMoments: readonly Form[] = [
  ({day, month, year, time}) => `${Number(day)}.${Number(month)}.${year.slice(2)} kl. ${time.replace(":", ".")}`,
  (parts) => `${serialOf(parts)},5`,
];

/** Dates that do not exist, could be two, or are none. */
const unreadable = ["31.02.2011", "2011-13-01", "3/2/2011", "2/3/2011", "i går", "2011-02-03 25:00", "2011", "32.1.11"];

/** The days since 30 December 1899. */
function serialOf({day, month, year}: Parts): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}

/** A date within fieldwork in one of many forms, or outside, or one that cannot be read, or none. */
export function dateCell({from, to}: {from: string; to: string}, pick: Pick): DateCell {
  const kind = pick(8);
  if (kind === 1) return {text: "", moment: null, rules: []};
  if (kind === 2) return {text: oneOf(unreadable, pick), moment: null, rules: ["date"]};
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const isOutside = kind === 3;
  const offset = isOutside ? oneOf([-1 - pick(400), days + 1 + pick(400)], pick) : oneOf([0, days, pick(days)], pick);
  const isOdd = pick(3) === 1;
  const hasTime = pick(2) === 1;
  const forms = isOdd ? (hasTime ? oddMoments : oddDays) : hasTime ? plainMoments : plainDays;
  const form = pick(forms.length);
  const date = new Date(Date.parse(from) + offset * 86_400_000).toISOString().slice(0, 10);
  const time =
    isOdd && form === 1 ? "12:00" : `${String(8 + pick(8)).padStart(2, "0")}:${String(pick(60)).padStart(2, "0")}`;
  const [year, month, day] = date.split("-");
  return {
    text: forms[form]({year, month, day, time}),
    moment: isOutside ? null : hasTime ? `${date}T${time}` : date,
    rules: [...(isOdd ? ["date"] : []), ...(isOutside ? ["fieldwork"] : [])],
  };
}
