const dayAndMonth = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})/;

/**
 * Days of dates that say day and month in one order, which is told by the one of them that can only be read in one way.
 *
 * @returns ISO 8601; empty if no date tells the order, or two tell different ones
 */
export function daysOf(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => {
    const [, first, second, year] = dayAndMonth.exec(text) ?? [];
    return year === undefined ? [] : [{first: Number(first), second: Number(second), year}];
  });
  const isDayFirst = parts.some(({first}) => first > 12);
  if (isDayFirst === parts.some(({second}) => second > 12)) return [];
  const two = (number: number) => String(number).padStart(2, "0");
  return parts.map(({first, second, year}) =>
    isDayFirst ? `${year}-${two(second)}-${two(first)}` : `${year}-${two(first)}-${two(second)}`,
  );
}
