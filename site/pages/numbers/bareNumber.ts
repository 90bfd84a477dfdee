/** A share typed into prose instead of named: it would carry neither rank nor base. */
const bareNumber = /\d\s*(?:%|prosent|per\s?cent)|\d\s+(?:av|of)\s+(?:100|hundre|a\s+hundred)\b/i;

/**
 * @param text prose as it is read, without markup
 * @throws naming the number and the page, when a share is typed into the text
 */
export function refuseBareNumber(text: string, path = ""): void {
  const [bare] = bareNumber.exec(text) ?? [];
  if (!bare) return;
  const at = text.indexOf(bare);
  const from = text.slice(0, at).search(/[\d.,]*$/);
  throw new Error(`number typed into prose; name it as [[id]]: ${text.slice(from, at + bare.length)} (${path})`);
}
