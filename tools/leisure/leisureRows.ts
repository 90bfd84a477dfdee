import {randomLcg} from "d3";
import type {Codebook, Variable} from "../../src/lib/respondents/codebook.js";
import {meets} from "../../src/lib/respondents/condition.js";
import {dirtyCell} from "./dirtyCell.js";
import {pick, type Random} from "./pick.js";

/** Of a hundred cells, how many are written in another way than the survey tool would write them. */
const dirtyInHundred = 1;

/** Headers of a file in which each option has a column of its own. */
export function leisureHeader({variables}: Codebook): string[] {
  return variables.flatMap((variable) =>
    variable.type === "multiple" ? variable.categories.map(({code}) => `${variable.name}_${code}`) : [variable.name],
  );
}

/**
 * Made-up answers as a survey tool exports them, row by row: labels, crosses, blanks where a question was not asked. In
 * one cell of a hundred the mess that people and programs make.
 *
 * @param seed 0 to 1; of the same seed come the same rows
 */
export function* leisureRows({variables}: Codebook, rows: number, seed: number): Generator<string[]> {
  const random = randomLcg(seed);
  for (let row = 0; row < rows; row++) {
    const respondent: Respondent = {row, random, given: new Map()};
    yield variables.flatMap((variable) =>
      cellsOf(variable, respondent).map((text) =>
        random() * 100 < dirtyInHundred ? dirtyCell(variable, text, {row, random}) : text,
      ),
    );
  }
}

interface Respondent {
  row: number;
  random: Random;
  /** Codes chosen so far, by variable. */
  given: Map<string, string>;
}

function cellsOf(variable: Variable, {row, random, given}: Respondent): string[] {
  const isAsked = variable.universe.every((each) => meets(given.get(each.variable) ?? "", each));
  switch (variable.type) {
    case "id":
      return [String(100_000 + row)];
    case "date":
      return [dateText(random)];
    case "single": {
      const {code, label} = pick(variable.categories, random);
      given.set(variable.name, code);
      return [label.nb];
    }
    case "multiple":
      return variable.categories.map(() => (isAsked && random() < 0.4 ? "x" : ""));
    case "count":
      return [isAsked ? String(Math.floor(random() ** 4 * 300)) : ""];
    default:
      return [random() < 0.6 ? commentText(random) : ""];
  }
}

function dateText(random: Random): string {
  const minutes = Math.floor(random() * 59 * 24 * 60);
  return new Date(Date.UTC(2014, 1, 1) + minutes * 60_000).toISOString().slice(0, 16).replace("T", " ");
}

const words =
  "jeg vi liker ikke å gå på ski, men barna vil gjerne være ute når været er fint; bøker har blitt dyre her i byen".split(
    " ",
  );

/** Hardly ever the same twice. */
function commentText(random: Random): string {
  return Array.from({length: 6 + Math.floor(random() * 18)}, () => pick(words, random)).join(" ");
}
