import {fold} from "../../src/lib/language/fold.js";
import {InputError} from "../inputs/inputError.js";
import {checkWidth} from "./checkNames.js";
import {CodeList} from "./codeList.js";
import {ColumnBuilder} from "./columnBuilder.js";
import type {RawTable} from "./rawTable.js";

interface Above {
  file: string;
  /** Where the header stands. */
  row: number;
  /** What the file calls each column beside its header. */
  labels?: readonly (string | null)[];
}

type Grid = Pick<RawTable, "rows" | "columns" | "rowNumbers">;

/**
 * Columns built from a header and rows of cells. A row may have more cells than the header only if they are empty, never
 * fewer: a cell that is not there is no empty cell, and what follows may stand in the wrong column. A header that another
 * column has before is numbered: `Other`, `Other (2)`. A first column without a header holds names of rows, as R and pandas
 * write them; if it only counts the rows, it is left out.
 */
export class TableBuilder {
  readonly #file: string;
  readonly #columns: ColumnBuilder[];
  readonly #rowNumbers = new CodeList();
  readonly #header: readonly string[];
  readonly #labels: readonly (string | null)[];
  #rows = 0;
  /** What the first column counts from while it counts the rows; null before the first row, NaN when it does not. */
  #firstCount: number | null = null;

  /** @throws InputError when all headers are empty, or there are too many */
  constructor(header: readonly string[], {file, row, labels = []}: Above) {
    this.#file = file;
    if (header.every((text) => text === "")) throw new InputError("no header", {file, row});
    checkWidth(header.length, file);
    this.#header = header;
    this.#labels = labels;
    this.#columns = numbered(header).map((text) => new ColumnBuilder(text));
    if (header[0] !== "") this.#firstCount = Number.NaN;
  }

  /** Whether the first column only counts the rows. */
  get countsRows(): boolean {
    return this.#firstCount !== null && !Number.isNaN(this.#firstCount);
  }

  get width(): number {
    return this.#columns.length;
  }

  /** @throws InputError when the row has not as many cells as the header, or a cell where the header is empty */
  addRow(cells: readonly string[], rowNumber: number): void {
    if (cells.length !== this.width) this.#checkLength(cells, rowNumber);
    for (let at = 0; at < this.#columns.length; at++) {
      const column = this.#columns[at];
      if (at > 0 && column.header === "" && cells[at] !== "") this.#refuseUnnamed(cells[at], at, rowNumber);
      column.push(cells[at]);
    }
    if (!Number.isNaN(this.#firstCount)) this.#count(cells[0]);
    this.#rowNumbers.push(rowNumber);
    this.#rows++;
  }

  /**
   * The table; columns with neither a header nor a cell are left out.
   *
   * @throws InputError when there are no rows
   */
  finish(): Grid {
    if (this.#rows === 0) throw new InputError("no rows below the header", {file: this.#file});
    return {
      rows: this.#rows,
      columns: this.#columns.flatMap((column, at) => {
        const isLeftOut =
          column.header === "" && (at > 0 || this.countsRows || column.values.every((text) => text === ""));
        return isLeftOut
          ? []
          : [{...column.finish(this.#said(at)), ...(column.header === "" && {header: this.#rowNames})}];
      }),
      rowNumbers: this.#rowNumbers.finish(),
    };
  }

  /** The name of a first column that has none. */
  get #rowNames(): string {
    return numbered([...this.#header, "row names"]).at(-1) as string;
  }

  #said(at: number) {
    const [header, label] = [this.#header[at], this.#labels[at] ?? null];
    const isRepeated = header !== this.#columns[at].header;
    return {label, valueLabels: new Map(), userMissing: new Set<string>(), ...(isRepeated && {repeats: header})};
  }

  #count(text: string): void {
    const number = /^\d+$/.test(text) ? Number(text) - this.#rows : Number.NaN;
    const isNext = this.#firstCount === null ? number <= 1 : number === this.#firstCount;
    this.#firstCount = isNext ? number : Number.NaN;
  }

  #checkLength(cells: readonly string[], row: number): void {
    if (cells.length < this.width) {
      throw new InputError(`row of ${cells.length} cells under a header of ${this.width}`, {file: this.#file, row});
    }
    const value = cells.slice(this.width).find((cell) => cell !== "");
    if (value !== undefined)
      throw new InputError("cell beyond the header’s last", {
        file: this.#file,
        row,
        value,
      });
  }

  #refuseUnnamed(value: string, at: number, row: number): never {
    throw new InputError("cell in a column without a header", {file: this.#file, row, column: `${at + 1}`, value});
  }
}

/** Headers, of which no two are the same but for capitals and spaces, unless they are empty. */
function numbered(header: readonly string[]): string[] {
  const used = new Set(header.map(fold));
  const seen = new Set<string>();
  return header.map((text) => {
    let [name, number] = [text, 1];
    while (text !== "" && (seen.has(fold(name)) || (number > 1 && used.has(fold(name)))))
      name = `${text} (${++number})`;
    seen.add(fold(name));
    return name;
  });
}
