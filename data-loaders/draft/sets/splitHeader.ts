/** A header taken apart: the question, and the option whose column it is. */
export interface SplitHeader {
  stem: string;
  option: string;
}

/** Between words of a header. */
const betweenWords = [" - ", " – ", " — ", ": ", " | ", " / ", " >> ", "?-"];
/** LimeSurvey: the code of the question and of the option, then both in words. */
const codesAndWords = /^(\w+)\[([^\]]+)\][.:]?\s+(.*\S)\s*\[(.+)\]$/s;
const inBrackets = /^(.*\S)\s*\[(.+)\]\s*$/s;
/** Names of columns: q5_1, q5.facebook, q5/facebook; or q5a. */
const inNames = /[_./]/g;
const lettered = /^(.*\d)([a-z])$/;

/** Every way in which a header can be a question and an option of it, the longest question first. */
export function splitsOf(header: string): SplitHeader[] {
  const coded = codesAndWords.exec(header);
  if (coded) return [{stem: `${coded[1]}. ${coded[3]}`, option: coded[4]}];
  const bracketed = inBrackets.exec(header);
  if (bracketed) return [{stem: bracketed[1].trim(), option: bracketed[2].trim()}];
  const words = betweenWords.flatMap((between) => splitsAt(withoutChoice(header), between));
  return [...words, ...namesOf(header)]
    .filter(({stem, option}) => stem !== "" && option !== "")
    .sort((a, b) => b.stem.length - a.stem.length);
}

function splitsAt(header: string, between: string): SplitHeader[] {
  const parts = header.split(between);
  const joined = (from: number, to?: number) => parts.slice(from, to).join(between).trim();
  return parts.slice(1).map((_, at) => ({
    stem: joined(0, at + 1),
    option: joined(at + 1).replace(/(?<=\S):$/, ""),
  }));
}

/** Without what Qualtrics says of a question in which there is also a text to write. */
export const withoutChoice = (header: string) => header.replace(/ - Selected Choice(?= - |$)/, "");

function namesOf(header: string): SplitHeader[] {
  if (/\s/.test(header)) return [];
  const [, number, letter] = lettered.exec(header) ?? [];
  const places = [...header.matchAll(inNames)].map(({index}) => index);
  return [
    ...places.map((at) => ({stem: header.slice(0, at), option: header.slice(at + 1)})),
    ...(number === undefined ? [] : [{stem: number, option: letter}]),
  ];
}
