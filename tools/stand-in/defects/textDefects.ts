import {ownTexts} from "../../../data-loaders/cleaning/rules/spellings.js";
import {type Codebook, isAnswered, type SingleVariable} from "../../../src/lib/respondents/codebook.js";
import type {Defect, Dirtied, OwnRow} from "./defect.js";
import {oneOf, type Pick} from "./fileRow.js";

/** Ways in which an answer’s text is written other than the codebook writes it. */
export const textDefects: readonly Defect[] = [
  rewriting("noBreakSpace", "tidy", 5, (text) => text.replace(" ", "\u00a0")),
  rewriting("doubleSpace", "tidy", 4, (text) => text.replace(" ", "  ")),
  rewriting("spaceAtEnd", "tidy", 5, (text) => `${text} `),
  rewriting("decomposed", "tidy", 5, (text) => text.normalize("NFD")),
  rewriting("allCapitals", "spelling", 6, (text) => text.toUpperCase()),
  rewriting("fullStop", "spelling", 4, (text) => `${text}.`),
  {
    id: "otherSpelling",
    rule: "spelling",
    times: 14,
    dirty(row, pick, codebook) {
      const possible = filledSingles(row, codebook).flatMap((variable) =>
        spellingsOf(row.cells.get(variable.name) ?? "", variable).map((text): Dirtied => cell(variable.name, text)),
      );
      if (possible.length === 0) return null;
      const dirtied = oneOf(possible, pick);
      return isOwnText(dirtied, codebook) ? null : dirtied;
    },
  },
];

/** True of a spelling that the codebook also has as a code: to read it is no change. */
function isOwnText({column, cells: [[, text]]}: Dirtied, {variables}: Codebook): boolean {
  const variable = variables.find(({name}) => name === column) as SingleVariable;
  return [...variable.categories, ...variable.missing].flatMap(ownTexts).includes(text);
}

/** A way that rewrites the text of one answered question, where that makes a difference. */
function rewriting(id: string, rule: string, times: number, rewrite: (text: string) => string): Defect {
  return {
    id,
    rule,
    times,
    dirty(row: OwnRow, pick: Pick, codebook: Codebook): Dirtied | null {
      const possible = filledSingles(row, codebook)
        .map(({name}) => ({name, text: row.cells.get(name) ?? ""}))
        .filter(({text}) => rewrite(text) !== text);
      if (possible.length === 0) return null;
      const {name, text} = oneOf(possible, pick);
      return cell(name, rewrite(text));
    },
  };
}

function cell(column: string, text: string): Dirtied {
  return {cells: [[column, text]], column};
}

function filledSingles({cells}: OwnRow, {variables}: Codebook): SingleVariable[] {
  return variables
    .filter(isAnswered)
    .filter((each): each is SingleVariable => each.type === "single" && cells.get(each.name) !== "");
}

/** Accepted spellings, in words, of what a text says. */
function spellingsOf(text: string, {categories, missing}: SingleVariable): string[] {
  const said = [...categories, ...missing].find(({label}) => label.nb === text);
  return said?.spellings.filter((spelling) => /^\p{L}/u.test(spelling)) ?? [];
}
