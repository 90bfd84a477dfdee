/** A number as the shortest text that gives the same number: a point before decimals, whole numbers written out. */
export function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
