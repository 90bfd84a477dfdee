import type {Variable} from "../../../src/lib/respondents/codebook.js";
import type {CleaningContext} from "../cleaningContext.js";
import type {Draft} from "../draft.js";

/** Control characters but white space, marks without width, and soft hyphens but those of a garbled í (`Ã\u00ad`). */
const unseen = /[^\P{Cc}\s\u0080-\u009f]|[^\P{Cf}\u00ad]|(?<!Ã)\u00ad/gu;

/** Texts without any of this are as they should be, and most are: it is much quicker to look for it than to tidy. */
const suspect = /[^ !-~À-ɏ]|^ | $| {2}/;

/**
 * A text without what no one sees: composed letters, single ordinary spaces, none at the ends. Line breaks stay, and so
 * does what another rule needs to mend letters that were read in the wrong encoding.
 */
export function tidy(text: string): string {
  if (!suspect.test(text)) return text;
  return text
    .replace(unseen, "")
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** Of these variables no text stands on record: a unit’s name may stand in the column of its number too. */
const privateTypes: readonly Variable["type"][] = ["text", "unitName", "unitNumber"];

export function tidyText(draft: Draft, {codebook}: CleaningContext): void {
  const privateNames = codebook.variables.filter(({type}) => privateTypes.includes(type)).map(({name}) => name);
  for (const name of draft.columns.keys())
    draft.mapValues(name, tidy, {rule: "tidy", isPrivate: privateNames.includes(name)});
}
