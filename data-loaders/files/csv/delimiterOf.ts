import {InputError} from "../../inputs/inputError.js";

const delimiters = [";", "\t", ","] as const;
type Delimiter = (typeof delimiters)[number];
type Counts = Record<Delimiter, number>;

/** How cells are set apart, and whether the first line only says so (`sep=;`, which Excel writes and reads). */
export interface Delimited {
  /** null: one column. */
  delimiter: string | null;
  isDeclared: boolean;
}

/**
 * The delimiter of a text: the one that splits the lines most alike, the first line among them. Delimiters and line breaks
 * inside quotes do not count. Where no line is like the first, the one that splits all but a few lines above the header alike.
 *
 * @param head the text, or its beginning
 * @throws InputError when two delimiters fit equally well
 */
export function delimiterOf(head: string, file: string): Delimited {
  const declared = /^sep=([^\r\n])(?=[\r\n])/i.exec(head);
  if (declared) return {delimiter: declared[1], isDeclared: true};
  const [first, ...others] = countPerRow(head);
  const fitting = delimiters.filter((delimiter) => first[delimiter] > 0);
  const isLikeFirst = (row: Counts) => fitting.some((delimiter) => row[delimiter] === first[delimiter]);
  const below = others.some(isLikeFirst) ? undefined : belowTitle(others);
  return {delimiter: below ?? bestOf(fitting, first, others, file), isDeclared: false};
}

function bestOf(fitting: Delimiter[], first: Counts, others: Counts[], file: string): Delimiter | null {
  const rowsLikeFirst = (delimiter: Delimiter) => others.filter((row) => row[delimiter] === first[delimiter]).length;
  const [best, second] = fitting
    .map((delimiter) => ({delimiter, alike: rowsLikeFirst(delimiter)}))
    .sort((a, b) => b.alike - a.alike);
  if (second && second.alike === best.alike) {
    throw new InputError("two delimiters fit equally well: say which in a first line like sep=;", {
      file,
      value: best.delimiter + second.delimiter,
    });
  }
  return best?.delimiter ?? null;
}

/** Lines that may stand above a header, and lines that have to be alike below them. */
const mostTitleLines = 10;
const leastAlike = 5;

/** The delimiter that splits alike all lines but those at the top, of which the first stands before these. */
function belowTitle(others: Counts[]): Delimiter | undefined {
  const last = others[others.length - 1];
  return delimiters.find((delimiter) => {
    const start = 1 + others.findLastIndex((row) => row[delimiter] !== last[delimiter]);
    const alike = others.length - start;
    return last?.[delimiter] > 0 && (start === 0 ? alike > 1 : alike >= leastAlike && start < mostTitleLines);
  });
}

/** Delimiters of each kind outside quotes, row by row; a row that the end of the text cuts short is left out. */
function countPerRow(text: string): Counts[] {
  const rows = text.replace(/"[^"]*("|$)/g, "x").split(/[\r\n]+/);
  const complete = rows.slice(0, -1).filter(Boolean);
  return (complete.length > 0 ? complete : rows.slice(-1)).map(countIn);
}

function countIn(row: string): Counts {
  return Object.fromEntries(delimiters.map((each) => [each, row.split(each).length - 1])) as Counts;
}
