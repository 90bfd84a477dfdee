import {fold} from "../../../src/lib/language/fold.js";
import {getOrMake} from "../../../src/lib/memoize.js";
import type {RawColumn} from "../../files/rawTable.js";
import {headersOf} from "../../inputs/checks/checkCodebook.js";
import {completed, type DraftEntry} from "./draftEntry.js";
import {type DraftLanguage, inLanguages} from "./inLanguages.js";

/** Entries that would have the same name otherwise. */
const mostNumbers = 50;

/** Texts by which columns are known. No two variables may have one in common, and none the header of another's column. */
export class HeadersTaken {
  readonly #lang: DraftLanguage;
  readonly #taken = new Set<string>();
  /** Columns whose header or label a text is. */
  readonly #columnsOf = new Map<string, Set<string>>();

  constructor(columns: readonly RawColumn[], lang: DraftLanguage) {
    this.#lang = lang;
    for (const {header, label} of columns)
      for (const text of [header, label ?? ""]) getOrMake(this.#columnsOf, fold(text), () => new Set()).add(header);
  }

  /** Takes the texts of an entry that stays as it is. */
  take(entry: DraftEntry): void {
    for (const text of textsOf(entry)) this.#taken.add(text);
  }

  /**
   * The entry with a name, label and question that no other has, which are then taken: with a number behind the name where that
   * alone was not free, else with its column's header behind them, and at last a number. Null if the header itself is another's.
   *
   * @param own headers of the entry's columns
   */
  settle(entry: DraftEntry, own: readonly string[]): DraftEntry | null {
    if (own.some((header) => this.#taken.has(fold(header)))) return null;
    const extended = this.#with(entry, {name: entry.name, behind: ` (${own[0]})`});
    const numbered = Array.from({length: mostNumbers}, (_, at) =>
      this.#with(entry, {name: `${entry.name}_${at + 2}`, behind: ` (${own[0]}, ${at + 2})`}),
    );
    const renamed = numbered.map(({name}) => ({...entry, name}));
    const free = [entry, ...renamed, extended, ...numbered].find((each) => this.#isFree(each, own)) ?? null;
    if (free) this.take(free);
    return free;
  }

  #with(entry: DraftEntry, {name, behind}: {name: string; behind: string}): DraftEntry {
    const extend = (text: DraftEntry["label"]) => inLanguages(`${text[this.#lang]}${behind}`, this.#lang);
    return {...entry, name, label: extend(entry.label), question: extend(entry.question)};
  }

  #isFree(entry: DraftEntry, own: readonly string[]): boolean {
    const isOthers = (text: string) => [...(this.#columnsOf.get(text) ?? [])].some((header) => !own.includes(header));
    const ownTexts = new Set(own.map(fold));
    const isTaken = (text: string) => this.#taken.has(text) || (!ownTexts.has(text) && isOthers(text));
    return isClear(entry) && !textsOf(entry).some(isTaken);
  }
}

/** True of an entry in which no text heads two columns. */
function isClear(entry: DraftEntry): boolean {
  const owner = new Map<string, string>();
  return headersOf(completed(entry)).every(([text, column]) => {
    const before = owner.get(fold(text)) ?? column;
    owner.set(fold(text), column);
    return before === column;
  });
}

/** Every text by which a file may head the columns of an entry, as texts are compared. */
const textsOf = (entry: DraftEntry) => headersOf(completed(entry)).map(([text]) => fold(text));
