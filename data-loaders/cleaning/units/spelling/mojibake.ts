/** What Windows-1252 makes of bytes 0x80 to 0x9f; five it leaves empty. (Node’s own decoder reads them as Latin-1.) */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteOf = new Map([...windows1252].map((letter, at) => [letter, 0x80 + at]));

/** A first byte of two in UTF-8, and the one after it, each read as one letter. */
const garbled = new RegExp(`[\\u00c2-\\u00df][\\u0080-\\u00bf${windows1252}]`);

/** Text of UTF-8 that was read as Latin-1 or Windows-1252, once or more often, as it was; all else as it is. */
export function mendMojibake(text: string): string {
  if (!garbled.test(text)) return text;
  const mended = readAgain(text);
  return mended === text ? text : mendMojibake(mended);
}

function readAgain(text: string): string {
  const bytes = [...text].map((letter) => byteOf.get(letter) ?? letter.codePointAt(0) ?? 256);
  if (bytes.some((byte) => byte > 255)) return text;
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}
