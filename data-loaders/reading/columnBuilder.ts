import {CodeList} from "./codeList.js";
import type {RawColumn} from "./rawTable.js";

type Labels = Pick<RawColumn, "label" | "valueLabels" | "userMissing">;

const unlabelled: Labels = {label: null, valueLabels: new Map(), userMissing: new Set()};

/** One column while it is read: each distinct text is stored once. */
export class ColumnBuilder {
  readonly header: string;
  readonly values: string[] = [];
  #codes = new CodeList();
  #codeOf = new Map<string, number>();

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
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.#codeOf.set(text, code);
      this.values.push(text);
    }
    return code;
  }

  finish(labels: Labels = unlabelled): RawColumn {
    this.#codeOf.clear();
    return {header: this.header, ...labels, codes: this.#codes.finish(), values: this.values};
  }
}
