/** Codes in other codes: each replaced by what stands at its place in `newCodes`. */
export function translate(codes: Int32Array, newCodes: ArrayLike<number>): Int32Array {
  const translated = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) translated[row] = newCodes[codes[row]];
  return translated;
}
