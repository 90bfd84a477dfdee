const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const written =
  /^(?:published )?(?:(?<day>\d{1,2}) (?=[A-Z]))?(?:(?<month>[A-Z][a-z]+)(?:–(?<last>[A-Z][a-z]+))? |(?<quarter>[1-4])(?:st|nd|rd|th) quarter |(?<autumn>autumn) )?(?<year>\d{4})(?=,|$)/;

/**
 * A period as a record words it, as the date it is set at: as precise as the words are, and the middle of what is
 * longer than a month.
 *
 * @returns `2011`, `2011-05` or `2011-05-12`; null when the words name no year
 */
export function dateOfPeriod(period: string): string | null {
  const {day, month, last, quarter, autumn, year} = written.exec(period)?.groups ?? {};
  if (!year) return null;
  const at = quarter ? Number(quarter) * 3 - 1 : autumn ? 10 : months.indexOf((last ?? month)?.slice(0, 3)) + 1;
  const date = at > 0 ? `${year}-${twoDigits(at)}` : year;
  return last ? `${date}-01` : day ? `${date}-${twoDigits(Number(day))}` : date;
}

const twoDigits = (number: number) => String(number).padStart(2, "0");
