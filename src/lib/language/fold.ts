/**
 * A text as it is compared: case, runs of spaces, spaces and full stops at the ends, characters without width,
 * typographic dashes and quotation marks make no difference; letters and their accents do. Full stops alone stay.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019\u201a\u201b\u00b4`]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[\s.]+(?=[^\s.])|(?<=[^\s.])[\s.]+$/g, "");
}
