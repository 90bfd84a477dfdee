/** A number typed into prose instead of named: it would carry neither rank nor base. */
const bareNumber =
  /\d+(?:[.,]\d+)?[\s\u00a0]*(?:%|prosent\b|per cent\b|percent\b)|\d+ (?:av|of) (?:100|hundre|a hundred)\b/i;

/** @throws naming the number and the page, when text holds a share that is not named */
export function refuseBareNumber(text: string, path = ""): void {
  const [bare] = bareNumber.exec(text.replaceAll("&nbsp;", " ")) ?? [];
  if (bare) throw new Error(`number typed into prose; name it as [[id]]: ${bare} (${path})`);
}
