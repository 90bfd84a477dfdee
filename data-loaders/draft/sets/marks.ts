import {fold} from "../../../src/lib/language/fold.js";

const usual = {
  chosen: ["1", "x", "yes", "y", "true", "selected", "checked", "chosen", "quoted", "mentioned", "✓"],
  notChosen: ["0", "no", "n", "false", "not selected", "unchecked", "not chosen", "not quoted", "not mentioned"],
};
const norwegian = {
  chosen: ["ja", "j", "sant", "valgt", "avkrysset", "nevnt"],
  notChosen: ["nei", "usant", "ikke valgt", "ikke avkrysset", "ikke nevnt"],
};

type Meaning = "chosen" | "notChosen";

/** How the columns of a file mark an option as chosen or not. One mark means the same in all of them. */
export class Marks {
  readonly #meanings = new Map<string, {text: string; meaning: Meaning}>();

  constructor() {
    this.add({
      chosen: [...usual.chosen, ...norwegian.chosen],
      notChosen: [...usual.notChosen, ...norwegian.notChosen],
    });
  }

  /** What a text means as a mark, if it is one. */
  meaningOf(text: string): Meaning | undefined {
    return this.#meanings.get(fold(text))?.meaning;
  }

  /** Adds marks; false, and none of them, if one means the other already. */
  add(marks: Readonly<Record<Meaning, readonly string[]>>): boolean {
    const added = (["chosen", "notChosen"] as const).flatMap((meaning) =>
      marks[meaning].filter((text) => fold(text) !== "").map((text) => ({text, meaning})),
    );
    if (added.some(({text, meaning}) => (this.meaningOf(text) ?? meaning) !== meaning)) return false;
    for (const each of added) if (!this.meaningOf(each.text)) this.#meanings.set(fold(each.text), each);
    return true;
  }

  /** As a codebook writes them. */
  toJSON(): Record<Meaning, string[]> {
    const of = (meaning: Meaning) =>
      [...this.#meanings.values()].flatMap((each) => (each.meaning === meaning ? [each.text] : []));
    return {chosen: of("chosen"), notChosen: of("notChosen")};
  }
}
