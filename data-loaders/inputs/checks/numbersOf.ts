/** Digits, in groups of three or not, and decimals after a point or a comma. */
const number = /(?:\d{1,3}(?:[ \u00a0,]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?/g;

/** Numbers in running text of either language, in the order they stand: `155 000`, `20,000`, `53,1` and `53.1`. */
export function numbersOf(text: string): number[] {
  return (text.match(number) ?? []).map((digits) =>
    Number(digits.replace(/[ \u00a0,](?=\d{3}(?!\d))/g, "").replace(",", ".")),
  );
}

/** True when two texts hold the same numbers, in any order. */
export function isSameNumbers(a: string, b: string): boolean {
  return String(numbersOf(a).sort()) === String(numbersOf(b).sort());
}
