import type {Variable} from "../../src/lib/codebook.js";
import {type Draft, withColumns} from "./draft.js";
import {mapValues} from "./mapValues.js";
import type {Rule} from "./rule.js";

/** A text without what no one sees: composed letters, single ordinary spaces, none at the ends. Line breaks stay. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\n" ? "\n" : ""))
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** Of these variables no text stands on record. */
const privateTypes: readonly Variable["type"][] = ["text", "unitName"];

export const tidyText: Rule = {
  texts: [
    {
      id: "tidy",
      label: {nb: "Usynlige tegn", en: "Unseen characters"},
      does: {
        nb: "Fjerner mellomrom i endene, doble og harde mellomrom og tegn uten bredde, og setter sammen bokstaver som er delt i bokstav og aksent.",
        en: "Removes spaces at the ends, double and no-break spaces and characters without width, and joins letters that are split into letter and accent.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const isPrivate = (column: string) =>
      codebook.variables.some(({name, type}) => name === column && privateTypes.includes(type));
    const mapped = [...draft.columns.values()].map((column) =>
      mapValues(column, tidy, {rowNumbers: draft.rowNumbers, rule: "tidy", isPrivate: isPrivate(column.name)}),
    );
    return {
      draft: withColumns(
        draft,
        mapped.map(({column}) => column),
      ) satisfies Draft,
      changes: mapped.flatMap(({changes}) => changes),
      setAside: [],
    };
  },
};
