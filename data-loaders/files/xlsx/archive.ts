import {type Entry, openPromise, type ZipFile} from "yauzl";
import {InputError} from "../../inputs/inputError.js";
import {mostUnpacked} from "../unpack.js";
import {crc32} from "./crc32.js";

/** Told of a part's bytes while it is read: done, in all. */
type Progress = (done: number, total: number) => void;

interface FileSize {
  file: string;
  size: number;
}

/** How often a part is read: once to see whether it has a text. */
const readings = 2;

/** A zip archive's parts by name. Every part read is held against its checksum. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #file: string;
  readonly #size: number;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, {file, size}: FileSize) {
    this.#zip = zip;
    this.#entries = entries;
    this.#file = file;
    this.#size = size;
  }

  /**
   * @param file.size in bytes, which limits what its parts may unpack to
   * @throws InputError when the list of parts is damaged
   */
  static async open(path: string, {file, size}: FileSize): Promise<Archive> {
    try {
      const zip = await openPromise(path, {autoClose: false});
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new Archive(zip, entries, {file, size});
    } catch (error) {
      throw new InputError(`damaged zip archive: ${(error as Error).message}`, {file});
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * A part's text, piece by piece.
   *
   * @throws InputError when there is no such part, it is damaged or not UTF-8, or all parts unpack to more than any table
   */
  async *text(name: string, progress: Progress = () => {}): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new InputError("part missing in workbook", {file: this.#file, value: name});
    const decoder = new TextDecoder("utf-8", {fatal: true});
    let checksum = 0;
    let done = 0;
    try {
      for await (const bytes of await this.#zip.openReadStreamPromise(entry)) {
        checksum = crc32(bytes, checksum);
        done += bytes.length;
        this.#checkUnpacked(bytes.length);
        yield decoder.decode(bytes, {stream: true});
        progress(done, entry.uncompressedSize);
      }
      yield decoder.decode();
    } catch (error) {
      throw this.#damaged(name, error);
    }
    if (checksum !== entry.crc32) throw this.#damaged(name);
  }

  close(): void {
    this.#zip.close();
  }

  #checkUnpacked(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > readings * mostUnpacked(this.#size))
      throw new InputError("workbook that unpacks to more than a table of its size", {file: this.#file});
  }

  #damaged(name: string, error?: unknown): Error {
    if (error instanceof InputError) return error;
    const reason = error instanceof Error ? `: ${error.message}` : "";
    return new InputError(`damaged part in workbook${reason}`, {file: this.#file, value: name});
  }
}
