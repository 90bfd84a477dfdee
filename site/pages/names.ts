import {figures} from "../../src/components/figures.js";
import {formatQuantity} from "../../src/lib/language/format.js";
import {pages} from "../../src/lib/pages.js";
import type {Quantity} from "../../src/lib/quantities/quantity.js";
import {rankLabel} from "../../src/lib/quantities/rank.js";
import {isAnswered} from "../../src/lib/respondents/codebook.js";
import {initialSelection} from "../../src/lib/selection.js";
import {facts, quantities, survey} from "../facts.js";
import {blockNames} from "./blocks.js";
import {conditionNames} from "./conditions.js";
import {plainIds, plainNumber} from "./numbers/plainNumbers.js";

/** A name and what it stands for, in words; empty where the name says it. */
type Named = readonly [name: string, words: string];

/** Everything that a page can name, by kind. */
const lists = {
  numbers: () => [
    ...[...quantities.values()].map((quantity): Named => [quantity.id, numberWords(quantity)]),
    ...plainIds.map((id): Named => [id, `${plainNumber(id, "en")} (${id.split("-")[0]})`]),
  ],
  figures: () => figures.map((figure) => [figure.id, `${figure.page}: ${titleOf(figure)}`]),
  questions: () =>
    survey.codebook.variables.filter(isAnswered).map(({name, label, type}) => [name, `${label.en} (${type})`]),
  blocks: () => blockNames.map((name) => [name, ""]),
  conditions: () => conditionNames.map((name) => [name, ""]),
  pages: () => pages.map(({id}) => [id, ""]),
} satisfies Record<string, () => Named[]>;

/** The kinds of name that there are. */
export const nameKinds = Object.keys(lists) as (keyof typeof lists)[];

/** Every name of a kind on a line of its own, and beside it what it stands for. */
export function nameLines(kind: keyof typeof lists): string[] {
  const named: Named[] = lists[kind]();
  const width = Math.max(...named.map(([name]) => name.length));
  return named.map(([name, words]) => `${name.padEnd(width)}  ${words}`.trimEnd());
}

function numberWords(quantity: Quantity): string {
  const {label, rank, base} = quantity;
  return `${formatQuantity(quantity, "en")} (${rankLabel[rank].en}): ${label.en}, of ${base.en}`;
}

function titleOf({view, choices}: (typeof figures)[number]): string {
  return view(facts, initialSelection(choices(facts))).title.en;
}
