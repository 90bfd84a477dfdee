import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";

/** Ways to write a text with what no one sees. Each gives back the text where it makes no difference. */
const ways: readonly ((text: string) => string)[] = [
  (text) => ` ${text}`,
  (text) => `${text} `,
  (text) => `\u00a0${text}\u00a0`,
  (text) => `${text}\u00a0`,
  (text) => `${text}\t`,
  (text) => text.replace(" ", "  "),
  (text) => text.replace(" ", "\u00a0"),
  (text) => text.replace(" ", " \u200b "),
  (text) => text.replace(" ", "\u2009"),
  (text) => `\ufeff${text}`,
  (text) => `${text}\u200b`,
  (text) => `${text.slice(0, 1)}\u2060${text.slice(1)}`,
  (text) => `${text.slice(0, 1)}\ufeff${text.slice(1)}`,
  (text) => text.replace(/(\p{L})(\p{L})/u, "$1\u00ad$2"),
  (text) => text.normalize("NFD"),
];

/**
 * A text with what no one sees in it.
 *
 * @param canHold what the file's format can hold
 */
export function untidy(text: string, pick: Pick, canHold: (text: string) => boolean): string {
  const written = oneOf(ways, pick)(text);
  return text !== "" && canHold(written) ? written : text;
}

/** True of a text that tidying has to change. Of what garbling left of a letter nothing is unseen. */
export function isUntidy(text: string): boolean {
  const isSpaced = /^\s|\s$|[^\S\n]{2}|[^\S \n]|[^\S\n]\n|\n[^\S\n]/.test(text);
  return isSpaced || text !== text.normalize("NFC") || /[\u200b\u2060]|(?<!Ã)\u00ad/.test(text);
}
