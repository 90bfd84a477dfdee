import {InputError} from "../inputs/inputError.js";
import {headerOf, rowsAboveHeader, rowsLookedAt} from "./headerRows.js";
import {TableBuilder} from "./tableBuilder.js";
import {checkCells} from "./unpack.js";

interface Row {
  cells: readonly string[];
  row: number;
}

/** A table built from its rows as they come, those of its header and what stands above it among them. */
export class TableReader {
  readonly #file: string;
  readonly #isPadded: boolean;
  readonly #size: number;
  #cells = 0;
  #waiting: Row[] = [];
  #table: TableBuilder | undefined;
  #headerRows = 0;
  #rowsAbove = 0;
  #headerRow = 0;

  /**
   * @param options.isPadded whether rows may lack empty cells at their end
   * @param options.size bytes of the file, which limit how many cells it may have
   */
  constructor(file: string, {isPadded = false, size}: {isPadded?: boolean; size: number}) {
    this.#file = file;
    this.#isPadded = isPadded;
    this.#size = size;
  }

  /** @throws InputError as `TableBuilder` */
  add(cells: readonly string[], row: number): void {
    if (this.#table) this.#addTo(this.#table, {cells, row});
    else this.#waiting.push({cells, row});
    if (this.#waiting.length === rowsLookedAt) this.#start();
  }

  /**
   * The table, and what is to be said of how it was read.
   *
   * @throws InputError when there is no header or no row below it
   */
  finish() {
    const table = this.#table ?? this.#start();
    const grid = table.finish();
    const details: Record<string, string> = {
      ...(this.#rowsAbove > 0 && {headerRow: String(this.#headerRow)}),
      ...(this.#headerRows > 1 && {headerRows: String(this.#headerRows)}),
      ...(table.countsRows && {rowNumbers: "column 1"}),
    };
    return {grid, details};
  }

  /** Where the header stands. */
  get headerRow(): number {
    return this.#headerRow;
  }

  #start(): TableBuilder {
    if (this.#waiting.length === 0) throw new InputError("no header", {file: this.#file});
    // Of a text a row may take several lines, so that only a workbook's rows tell where an empty one is.
    const isAfterGap = (at: number) => this.#isPadded && this.#waiting[at].row > this.#waiting[at - 1].row + 1;
    this.#rowsAbove = rowsAboveHeader(
      this.#waiting.map(({cells}) => cells),
      isAfterGap,
    );
    const rows = this.#waiting.slice(this.#rowsAbove);
    const header = headerOf(rows.map(({cells}) => cells));
    this.#headerRow = rows[0].row;
    const table = new TableBuilder(header.texts, {file: this.#file, row: this.#headerRow, labels: header.labels});
    for (const each of rows.slice(header.rows)) this.#addTo(table, each);
    this.#waiting = [];
    this.#headerRows = header.rows;
    this.#table = table;
    return table;
  }

  #addTo(table: TableBuilder, {cells, row}: Row): void {
    this.#cells += table.width;
    checkCells(this.#cells, {file: this.#file, size: this.#size});
    const missing = this.#isPadded ? table.width - cells.length : 0;
    table.addRow(missing > 0 ? [...cells, ...Array<string>(missing).fill("")] : cells, row);
  }
}
