const smallestChunk = 256;
const largestChunk = 65_536;

/** A list of whole numbers that grows in chunks, so that a column of a million rows is never copied while it is read. */
export class CodeList {
  #full: Int32Array[] = [];
  #chunk = new Int32Array(smallestChunk);
  #used = 0;

  push(code: number): void {
    if (this.#used === this.#chunk.length) this.#grow();
    this.#chunk[this.#used++] = code;
  }

  /** All numbers in one array. */
  finish(): Int32Array {
    const chunks = [...this.#full, this.#chunk.subarray(0, this.#used)];
    const codes = new Int32Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      codes.set(chunk, at);
      at += chunk.length;
    }
    return codes;
  }

  #grow(): void {
    this.#full.push(this.#chunk);
    this.#chunk = new Int32Array(Math.min(largestChunk, this.#chunk.length * 4));
    this.#used = 0;
  }
}
