import {InputError} from "../../inputs/inputError.js";
import {type Cell, type CellContext, cellText} from "./cellText.js";
import {type Attributes, parseXml, type XmlHandler} from "./parseXml.js";

/** The greatest numbers that a sheet has. */
const rowLimit = 1_048_576;
const columnLimit = 16_384;

interface SheetOptions extends CellContext {
  file: string;
  /** Given each row with a text in it: its number in the sheet, and its cells from column A to the last that has one. */
  onRow: (cells: string[], row: number) => void;
}

/**
 * Hands a sheet over row by row. Cells that the file leaves out are "".
 *
 * @returns the areas of merged cells, such as A1:C1
 * @throws InputError naming the row and the column's letters
 */
export async function readSheet(pieces: AsyncIterable<string>, options: SheetOptions): Promise<string[]> {
  const reader = new SheetReader(options);
  await parseXml(pieces, options.file, reader);
  return reader.merged;
}

class SheetReader implements XmlHandler {
  readonly merged: string[] = [];
  readonly #options: SheetOptions;
  #row = 0;
  #isInRow = false;
  #cells: string[] = [];
  #column = -1;
  #cell: Cell | null = null;
  #takesText = false;
  #isReadingAid = false;

  constructor(options: SheetOptions) {
    this.#options = options;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "mergeCell") this.merged.push(attributes.ref);
    else if (this.#cell) this.#openInCell(name, this.#cell);
  }

  text(text: string): void {
    if (this.#cell && this.#takesText) this.#cell.value += text;
  }

  close(name: string): void {
    if (name === "rPh") this.#isReadingAid = false;
    if (name === "v" || name === "t") this.#takesText = false;
    if (name === "c") this.#closeCell();
    if (name === "row") this.#closeRow();
  }

  #closeRow(): void {
    this.#isInRow = false;
    if (this.#cells.length > 0) this.#options.onRow(this.#cells, this.#row);
  }

  #openRow({r}: Attributes): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    if (this.#isInRow || !(row > this.#row && row <= rowLimit)) this.#refuse("row out of order in sheet", r);
    this.#row = row;
    this.#isInRow = true;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({r, t, s}: Attributes): void {
    if (!this.#isInRow || this.#cell) this.#refuse("cell outside of a row, or in another cell", r);
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (!(column > this.#column && column < columnLimit)) this.#refuse("cell out of order in sheet", r);
    this.#column = column;
    this.#cell = {type: t, style: s, isFormula: false, value: null};
  }

  #openInCell(name: string, cell: Cell): void {
    if (name === "f") cell.isFormula = true;
    if (name === "rPh") this.#isReadingAid = true;
    this.#takesText = name === "v" || (name === "t" && !this.#isReadingAid);
    if (this.#takesText) cell.value ??= "";
  }

  #closeCell(): void {
    const text = this.#textOf(this.#cell as Cell);
    this.#cell = null;
    if (text === "") return;
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells.push(text);
  }

  #textOf(cell: Cell): string {
    try {
      return cellText(cell, this.#options);
    } catch (error) {
      return this.#refuse((error as Error).message, cell.value ?? undefined);
    }
  }

  #refuse(defect: string, value: string | undefined): never {
    const {file} = this.#options;
    throw new InputError(defect, {file, row: this.#row, column: lettersOf(this.#column), value});
  }
}

/** The column of a cell's address such as AB12, counted from 0. */
function columnOf(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? "";
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A column's letters: 0 is A, 26 AA. */
function lettersOf(column: number): string {
  if (column < 0) return "";
  return lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}
