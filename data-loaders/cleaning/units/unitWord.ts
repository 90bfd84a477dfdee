/** Municipality or county authority. */
export type UnitKind = "municipality" | "authority";

/** A name, and what the words around it say of its unit. */
export interface WordedName {
  name: string;
  kind: UnitKind | null;
}

/** Written in full, as an abbreviation, in English, Sami and Kven; longer ones first. */
const words: Record<UnitKind, string> = {
  authority:
    "fylkes[ -]?kommunen?|fylkeskomm|fylkesk|fylke|f\\.? ?k|county (?:council|authority|municipality)|county|fylkkasuohkan|fylkkagielda|fylhkentj[iï]elte|fylkinkomuuni",
  municipality:
    "bykommune|kommunen?|kommuna|komm|kom|herad|municipality|commune|suohkan|gielda|tj[iï]elte|komuuni|kunta",
};
const kinds: readonly UnitKind[] = ["authority", "municipality"];
const after = kinds.map((kind) => ({kind, pattern: new RegExp(`^(.*\\S)[\\s,]+(?:${words[kind]})\\.?$`, "iu")}));
const before = kinds.map((kind) => ({
  kind,
  pattern: new RegExp(`^(?:the )?(?:${words[kind]})(?:\\s+(?:of|i)\\s|[\\s:,.]+)\\s*(.+)$`, "iu"),
}));

/** A name without "kommune", "fylkeskommune" or their like before or after it, and the kind of unit that they tell. */
export function withoutUnitWord(text: string): WordedName {
  for (const {kind, pattern} of [...after, ...before]) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return {name: name.trim(), kind};
  }
  return {name: text, kind: null};
}

const alone = new RegExp(`^(?:the )?(?:${words.authority}|${words.municipality})(?: of| i)?[\\s.:,]*$`, "iu");

/** True of a text that is nothing but "kommune" or the like. */
export function isUnitWord(text: string): boolean {
  return alone.test(text.trim());
}
