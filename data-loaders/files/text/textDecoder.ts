import {InputError} from "../../inputs/inputError.js";

const beyondAscii = (bytes: Uint8Array) => bytes.some((byte) => byte > 0x7f);

/**
 * Decodes a file's texts one by one. One that is not in the encoding keeps what can be read of it, with U+FFFD for the rest, so
 * that a single damaged text does not cost all the others.
 */
export class CellDecoder {
  readonly #encoding: string;
  #strict: TextDecoder;
  readonly #lenient: TextDecoder;
  #readable = 0;
  #unreadable = 0;
  #first = "";

  /** @throws RangeError when there is no such encoding */
  constructor(encoding: string) {
    this.#encoding = encoding;
    this.#strict = this.#newStrict();
    this.#lenient = new TextDecoder(encoding, {ignoreBOM: true});
  }

  decode(bytes: Uint8Array): string {
    const isPlain = !beyondAscii(bytes);
    try {
      // In one go Node 20 takes Windows-1252 for Latin-1: no dashes, no curly quotes, no euro sign. Piece by piece it does not.
      const text = this.#strict.decode(bytes, {stream: true}) + this.#strict.decode();
      if (!isPlain) this.#readable++;
      return text;
    } catch {
      this.#strict = this.#newStrict();
      const text = this.#lenient.decode(bytes);
      this.#unreadable++;
      this.#first ||= text;
      return text;
    }
  }

  /**
   * What is to be said of the texts decoded so far.
   *
   * @throws InputError when more texts beyond ASCII are not in the encoding than are: the file says a wrong one
   */
  details(file: string): {unreadableTexts?: string} {
    if (this.#unreadable > Math.max(1, this.#readable))
      throw new InputError(`texts that are not in the file’s encoding, ${this.#encoding}: ${this.#unreadable}`, {
        file,
        value: this.#first,
      });
    return this.#unreadable > 0 ? {unreadableTexts: String(this.#unreadable)} : {};
  }

  #newStrict(): TextDecoder {
    return new TextDecoder(this.#encoding, {fatal: true, ignoreBOM: true});
  }
}
