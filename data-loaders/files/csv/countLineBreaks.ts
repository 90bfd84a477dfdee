/** How many lines a text breaks into, less one; CR, LF and CRLF each break one. */
export function countLineBreaks(text: string): number {
  return countOf("\n", text) + countOf("\r", text) - countOf("\r\n", text);
}

function countOf(part: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
