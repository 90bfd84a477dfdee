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
 * inside quotes do not count.
 *
 * @param head the text, or its beginning
 * @throws InputError when two delimiters fit equally well, or the first line has no delimiter and the others have
 */
export function delimiterOf(head: string, file: string): Delimited {
  const declared = /^sep=([^\r\n])(?=[\r\n])/i.exec(head);
  if (declared) return {delimiter: declared[1], isDeclared: true};
  const [first, ...others] = countPerRow(head);
  const fitting = delimiters.filter((delimiter) => first[delimiter] > 0);
  if (fitting.length === 0) checkOneColumn(others, file);
  return {delimiter: bestOf(fitting, first, others, file), isDeclared: false};
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

function checkOneColumn(others: Counts[], file: string): void {
  const [second] = others;
  if (others.length < 2) return;
  for (const delimiter of delimiters) {
    if (second[delimiter] > 0 && others.every((row) => row[delimiter] === second[delimiter])) {
      throw new InputError("first line is no header: it has no delimiter, and the others have", {
        file,
        row: 1,
        value: delimiter,
      });
    }
  }
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
