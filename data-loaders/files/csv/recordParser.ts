import {type CsvError, type Options, Parser} from "csv-parse";

interface Api {
  __error(error: CsvError): CsvError | undefined;
}

/**
 * The parser of csv-parse, handing each record over at once. Through a stream of objects, or with the particulars that
 * `on_record` gives of each, a large file takes a fifth longer. A quote inside a cell that is not quoted stands for itself; the
 * parser's `relax_quotes` would also let text stand after a closing quote, where two cells may have become one.
 */
export class RecordParser extends Parser {
  readonly #onRecord: (cells: string[]) => void;

  constructor(options: Options, onRecord: (cells: string[]) => void) {
    super(options);
    const {api} = this as unknown as {api: Api};
    const refuse = api.__error.bind(api);
    api.__error = (error) => (String(error.code) === "INVALID_OPENING_QUOTE" ? undefined : refuse(error));
    this.#onRecord = onRecord;
  }

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    if (!this.destroyed) this.#handOver(record);
    return true;
  }

  #handOver(record: string[]): void {
    try {
      this.#onRecord(record);
    } catch (error) {
      this.destroy(error as Error);
    }
  }
}
