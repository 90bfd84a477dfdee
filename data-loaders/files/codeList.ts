/** A list of whole numbers that grows. */
export class CodeList {
  #codes = new Int32Array(256);
  #length = 0;

  push(code: number): void {
    if (this.#length === this.#codes.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#length++] = code;
  }

  /** All numbers in one array. */
  finish(): Int32Array {
    return this.#codes.slice(0, this.#length);
  }
}
