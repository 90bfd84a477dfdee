/** Which letters a text has, one bit for each; letters 32 apart in Unicode share one. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) mask |= 1 << (text.charCodeAt(at) & 31);
  return mask;
}

/**
 * True if the letters alone show that two texts are more than `limit` edits apart: each letter that only one of them has
 * takes an edit.
 */
export function isFurtherApart(limit: number, a: number, b: number): boolean {
  return bits(a & ~b) > limit || bits(b & ~a) > limit;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
