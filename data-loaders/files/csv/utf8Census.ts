const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Of the bytes that may follow a leading byte, the first is narrower for some (Unicode 15, table 3-7). */
const narrowed = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

function lengthAfter(leading: number): number {
  if (leading >= 0xc2 && leading <= 0xdf) return 1;
  if (leading >= 0xe0 && leading <= 0xef) return 2;
  return leading >= 0xf0 && leading <= 0xf4 ? 3 : 0;
}

/** Counts what in a run of bytes is UTF-8 beyond ASCII and what is not, to tell UTF-8 from an older encoding and from damage. */
export class Utf8Census {
  /** Characters of more than one byte. */
  sequences = 0;
  /** Bytes that belong to no character. */
  defects = 0;
  /** The line of the first defect, counted from 1; 0 when there is none. */
  lineOfDefect = 0;
  #line = 1;
  #previous = 0;
  #missing = 0;
  #least = 0x80;
  #greatest = 0xbf;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte < 0x80 && this.#missing === 0) this.#countLine(byte);
      else this.#step(byte);
      this.#previous = byte;
    }
  }

  /** To be called after the last byte. */
  finish(): void {
    if (this.#missing > 0) this.#countDefect();
  }

  #countLine(byte: number): void {
    if (byte === carriageReturn || (byte === lineFeed && this.#previous !== carriageReturn)) this.#line++;
  }

  #step(byte: number): void {
    if (this.#missing === 0) this.#start(byte);
    else if (byte >= this.#least && byte <= this.#greatest) this.#continue();
    else this.#breakOff(byte);
  }

  #start(byte: number): void {
    this.#missing = lengthAfter(byte);
    [this.#least, this.#greatest] = narrowed.get(byte) ?? [0x80, 0xbf];
    if (this.#missing === 0) this.#countDefect();
  }

  #continue(): void {
    [this.#least, this.#greatest] = [0x80, 0xbf];
    if (--this.#missing === 0) this.sequences++;
  }

  #breakOff(byte: number): void {
    this.#countDefect();
    this.#missing = 0;
    if (byte < 0x80) this.#countLine(byte);
    else this.#start(byte);
  }

  #countDefect(): void {
    this.defects++;
    if (this.lineOfDefect === 0) this.lineOfDefect = this.#line;
  }
}
