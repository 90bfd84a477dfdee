/** A list of whole numbers that grows. */
export class CodeList {
  #codes = new Int32Array(16);
  #length = 0;

  push(code: number): void {
    if (this.#length === this.#codes.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#length++] = code;
  }

  /** All numbers in one array; the list is empty then. */
  finish(): Int32Array {
    const codes = this.#codes.slice(0, this.#length);
    this.#codes = new Int32Array(16);
    this.#length = 0;
    return codes;
  }
}
/** The numbers of rows that a file counts and does not number: 1, 2, 3 … */
export function countedRows(rows: number): Int32Array {
  const numbers = new Int32Array(rows);
  for (let at = 0; at < rows; at++) numbers[at] = at + 1;
  return numbers;
}
