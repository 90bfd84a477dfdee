import type {RawMultipleSet} from "../rawTable.js";
import type {Decode} from "./encodingOfSav.js";
import type {SavRecords} from "./readSavRecords.js";
import type {SavVariable} from "./savVariables.js";

/** Sets as SPSS 12 and later write them, and those that older versions cannot read. */
const setRecords = [7, 19];

/**
 * The multiple-response sets that a system file names, one a line: `$a=C 10 my mcgroup a b c`, `$b=D2 55 0  g e f d`,
 * `$d=E 1 2 34 13 third mdgroup k l m`. Layout: PSPP developers' manual, "Multiple Response Sets Records". A line that is
 * not laid out so, or names no two variables, is left out: the columns are all read in any case.
 */
export function savMultipleSets(
  {extensions}: SavRecords,
  variables: readonly SavVariable[],
  decode: Decode,
): RawMultipleSet[] {
  const nameOf = new Map(variables.map(({shortName, name}) => [shortName.toLowerCase(), name]));
  const lines = setRecords.flatMap((record) => linesOf(extensions.get(record) ?? Buffer.alloc(0)));
  return lines.flatMap((line) => {
    const set = readSet(line, decode);
    const columns = set?.columns.flatMap((short) => nameOf.get(short.toLowerCase()) ?? []) ?? [];
    return set && columns.length > 1 ? [{...set, columns}] : [];
  });
}

/** Lengths are in bytes, so lines are taken apart before they are decoded: each byte a character. */
function linesOf(content: Buffer): string[] {
  return content
    .toString("latin1")
    .split("\n")
    .map((line) => line.replaceAll("\0", ""))
    .filter(Boolean);
}

function readSet(line: string, decode: Decode): RawMultipleSet | null {
  const [, name, kind, from] = /^(\$[^=]*)=(C|D|E)(.*)$/s.exec(line) ?? [];
  if (name === undefined) return null;
  const [, flags = "", rest = from] = kind === "E" ? (/^ (1|11)(?= )(.*)$/s.exec(from) ?? []) : [];
  const counted = kind === "C" ? {text: null, rest} : countedText(rest);
  const label = counted && countedText(counted.rest);
  if (!counted || !label) return null;
  const textOf = (bytes: string) => decode(Buffer.from(bytes, "latin1"));
  return {
    name: textOf(name),
    label: textOf(label.text).trim() || null,
    columns: label.rest.split(" ").filter(Boolean).map(textOf),
    counted: counted.text === null ? null : textOf(counted.text).trim(),
    isNamedByValue: kind === "E" && flags !== "",
  };
}

/** A text with its length before it, after a space or none: `4 Text`. */
function countedText(from: string): {text: string; rest: string} | null {
  const [start, length] = /^ ?(\d+) /.exec(from) ?? [];
  if (start === undefined) return null;
  const end = start.length + Number(length);
  return end > from.length ? null : {text: from.slice(start.length, end), rest: from.slice(end)};
}
