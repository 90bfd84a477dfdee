/** As programs write numbers: decimals after a point or a comma, perhaps without a zero before it, or a power of ten with a sign. */
const plain = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]\d+)?$/i;
/** What may be thousands, or three decimals. */
const threeDigits = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const withSeparator = /[.,]/;

/** True of a number without anything between its thousands, `-1.5`, `,5` or `1e+05`. */
export const isPlainNumber = (text: string) => plain.test(text);

/** The value of a plain number. */
export const valueOfNumber = (text: string) => Number(text.replace(",", "."));

/**
 * True of numbers of which no one can tell whether `1.500` is one and a half or fifteen hundred: each separator is followed by
 * three digits and none by fewer or more, after a zero, or among numbers over 999 that have none.
 */
export function areUnclear(texts: readonly string[]): boolean {
  const separated = texts.filter((text) => withSeparator.test(text));
  return (
    separated.length > 0 &&
    separated.every((text) => threeDigits.test(text)) &&
    !texts.some((text) => /^[+-]?\d{4,}$/.test(text))
  );
}
