/** Letters that are no plain letter with a mark. */
const letters: Readonly<Record<string, string>> = {
  æ: "ae",
  ø: "o",
  å: "a",
  œ: "oe",
  ß: "ss",
  đ: "d",
  ł: "l",
  þ: "th",
  ð: "d",
};

const longestCode = 40;

/** A text as a code: small letters, digits and `_`, of whole words, 40 letters at most; "" if it has no such letter. */
export function snakeCase(text: string): string {
  const words = text
    .replace(/(?<=[a-zæøå])(?=[A-ZÆØÅ][a-zæøå])/g, " ")
    .toLowerCase()
    .replace(/[æøåœßđłþð]/g, (letter) => letters[letter])
    .normalize("NFKD")
    .replace(/['’]|\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let code = "";
  for (const word of words) {
    if (code !== "" && code.length + word.length + 1 > longestCode) break;
    code += `${code && "_"}${word}`;
  }
  return code.slice(0, longestCode);
}
