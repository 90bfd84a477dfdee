/** A number as the shortest text that gives the same number: a point before decimals, whole numbers written out. */
export function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** A number that was stored in 32 bits as the shortest text that gives it there: 0.1, not 0.10000000149011612. */
export function plainFloat(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return plainNumber(shorter);
  }
  return plainNumber(Number(value.toPrecision(9)));
}
