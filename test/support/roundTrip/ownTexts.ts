import type {AnsweredVariable, Category, Codebook, MissingCode} from "../../../src/lib/respondents/codebook.js";

/** Texts of the codebook itself, by what they say: to read them is no change. */
export type OwnTexts = ReadonlyMap<string, readonly string[]>;

/** Code, labels and the numbers that stand for it. */
function textsOf({code, label, spellings}: Category | MissingCode): string[] {
  return [code, label.nb, label.en, ...spellings.filter((text) => /^-?\d+$/.test(text))];
}

/** Own texts of a question, or of one of its options where each has a column. */
export function ownTexts(
  variable: AnsweredVariable,
  {option, marks}: {option: string | null; marks: Codebook["marks"]},
): OwnTexts {
  const missing = variable.missing.map((each): [string, string[]] => [`!${each.reason}`, textsOf(each)]);
  if (variable.type === "count") return new Map(missing);
  const said = variable.categories.map((each): [string, string[]] => [each.code, textsOf(each)]);
  if (option === null) return new Map([...said, ...missing]);
  const taken = new Set([...marks.notChosen, "no"]);
  const own = textsOf(variable.categories.find(({code}) => code === option) as Category);
  return new Map([
    ["yes", ["yes", ...marks.chosen, ...own.filter((text) => !taken.has(text))]],
    ["no", ["no", ...marks.notChosen]],
    ...missing,
  ]);
}

/** The texts between options that stand joined in one cell. */
export const separators = [";", "; ", "|", " | ", "\n", ",", ", "] as const;
