import {InputError} from "../inputs/inputError.js";
import {CodeList} from "./codeList.js";
import {ColumnBuilder} from "./columnBuilder.js";
import type {RawTable} from "./rawTable.js";

type Grid = Pick<RawTable, "rows" | "columns" | "rowNumbers">;

/**
 * Columns built from a header and rows of cells. A row may have more cells than the header only if they are empty, never
 * fewer: a cell that is not there is no empty cell, and what follows may stand in the wrong column.
 */
export class TableBuilder {
  readonly #file: string;
  readonly #columns: ColumnBuilder[];
  readonly #rowNumbers = new CodeList();
  #rows = 0;

  /** @throws InputError when a header is used twice or all are empty */
  constructor(header: readonly string[], {file, row}: {file: string; row: number}) {
    this.#file = file;
    checkHeader(header, file, row);
    this.#columns = header.map((text) => new ColumnBuilder(text));
  }

  get width(): number {
    return this.#columns.length;
  }

  /** @throws InputError when the row has not as many cells as the header, or a cell where the header is empty */
  addRow(cells: readonly string[], rowNumber: number): void {
    if (cells.length !== this.width) this.#checkLength(cells, rowNumber);
    for (let at = 0; at < this.#columns.length; at++) {
      const column = this.#columns[at];
      if (column.header === "" && cells[at] !== "") this.#refuseUnnamed(cells[at], at, rowNumber);
      column.push(cells[at]);
    }
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
      columns: this.#columns.filter(({header}) => header !== "").map((column) => column.finish()),
      rowNumbers: this.#rowNumbers.finish(),
    };
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

function checkHeader(header: readonly string[], file: string, row: number): void {
  const seen = new Map<string, number>();
  for (const [at, value] of header.entries()) {
    const before = seen.get(value);
    if (value !== "" && before !== undefined) {
      throw new InputError(`header used twice, in columns ${before + 1} and ${at + 1}`, {file, row, value});
    }
    seen.set(value, at);
  }
  if (header.every((text) => text === "")) throw new InputError("no header", {file, row});
}
