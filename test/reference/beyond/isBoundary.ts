/** True when the share is 0 or 1 but for rounding. */
export function isBoundary(proportion: number): boolean {
  return proportion < 1e-12 || proportion > 1 - 1e-12;
}
