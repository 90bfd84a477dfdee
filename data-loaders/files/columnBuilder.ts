import {CodeList} from "./codeList.js";
import type {RawColumn} from "./rawTable.js";

type Labels = Pick<RawColumn, "label" | "valueLabels" | "userMissing" | "measure" | "repeats">;

const unlabelled: Labels = {label: null, valueLabels: new Map(), userMissing: new Set()};

const recentLength = 256;

/** Where a text would stand among the recent ones; cheap to tell, and different for most texts of a column. */
function recentPlace(text: string): number {
  const {length} = text;
  if (length === 0) return 0;
  return (length * 31 + text.charCodeAt(0) * 7 + text.charCodeAt(length - 1)) & (recentLength - 1);
}

/** One column while it is read: each distinct text is stored once. */
export class ColumnBuilder {
  readonly header: string;
  readonly values: string[] = [];
  #codes = new CodeList();
  #codeOf = new Map<string, number>();
  /** Codes of texts seen of late, for it is quicker to compare a text with one other than to look it up among all. */
  readonly #recent = new Int32Array(recentLength);

  constructor(header: string) {
    this.header = header;
  }

  push(text: string): void {
    this.#codes.push(this.codeFor(text));
  }

  /** Takes a code that `codeFor` gave, where the caller knows the text without spelling it. */
  pushCode(code: number): void {
    this.#codes.push(code);
  }

  /** The code of a text, a new one if it was not seen before. */
  codeFor(text: string): number {
    const place = recentPlace(text);
    const recent = this.#recent[place];
    if (this.values[recent] === text) return recent;
    const code = this.#lookUp(text);
    this.#recent[place] = code;
    return code;
  }

  finish(labels: Labels = unlabelled): RawColumn {
    this.#codeOf.clear();
    return {header: this.header, ...labels, codes: this.#codes.finish(), values: this.values};
  }

  #lookUp(text: string): number {
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.#codeOf.set(text, code);
      this.values.push(text);
    }
    return code;
  }
}
