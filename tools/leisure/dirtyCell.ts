import type {Category, Variable} from "../../src/lib/respondents/codebook.js";
import {pick, type Random} from "./pick.js";

/** A cell as people and programs spoil it; a blank one mostly gets an answer that nobody asked for. */
export function dirtyCell(variable: Variable, text: string, {row, random}: {row: number; random: Random}): string {
  return pick(waysOf(variable, text, row), random)(random);
}

type Way = (random: Random) => string;

function waysOf(variable: Variable, text: string, row: number): Way[] {
  switch (variable.type) {
    case "id":
      return [() => ` ${text}`, () => String(100_000 + Math.max(0, row - 7))];
    case "date":
      return ["3.2.2014", "3. 2. 14", "31.02.2014", "03/02/2014", "2015-01-01", "i går"].map((date) => () => date);
    case "single":
      return [
        ...spaced(text),
        () => text.toUpperCase(),
        () => "vet ikke",
        () => "annet",
        spellingOf(variable.categories),
      ];
    case "multiple":
      return ["X", " x", "-", "?", "kanskje"].map((mark) => () => mark);
    case "count":
      return [
        ...spaced(text || "12"),
        () => `${text || "3"},0`,
        () => "1 200",
        () => "99999",
        () => "mange",
        () => "?",
      ];
    default:
      return spaced(text || "ok");
  }
}

const spaced = (text: string): Way[] => [() => ` ${text}`, () => `${text}  `, () => `${text}\u00a0`];

const spellingOf =
  (categories: readonly Category[]): Way =>
  (random) =>
    pick(
      categories.flatMap(({spellings}) => spellings),
      random,
    );
