import type {Question} from "../../../lib/bounds/answer.js";
import type {Attribute, Event, Summary} from "../../../lib/claims/claim.js";
import type {Text} from "../../../lib/language/text.js";
import {all, type Choice, type Selection} from "../../../lib/selection.js";

/** The menus that make a question: of whom, and how many, and one more condition for each. */
const parts = ["of", "andOf", "what", "andWhat"] as const;
type Part = (typeof parts)[number];

/** What the menus are called in an address; a part without a key is not offered. */
export type QuestionKeys = Partial<Record<Part, string>>;

const labels: Record<Part, Text> = {
  of: {nb: "Av kommuner som", en: "Of municipalities that"},
  andOf: {nb: "Bare de i gruppen som også", en: "Narrow the group to those that also"},
  what: {nb: "hvor mange", en: "how many"},
  andWhat: {nb: "Tell bare dem som også", en: "Count only those that also"},
};

/** What no condition is called. */
const noCondition: Record<Exclude<Part, "what">, Text> = {
  of: {nb: "svarte (alle)", en: "answered (all)"},
  andOf: {nb: "(ingen flere vilkår)", en: "(no other condition)"},
  andWhat: {nb: "(ingen flere vilkår)", en: "(no other condition)"},
};

/**
 * Menus from which a reader builds a question.
 *
 * @param initial the literal that a menu is at when the address says nothing; none by default
 */
export function questionChoices(
  {attributes}: Summary,
  keys: QuestionKeys,
  initial: Partial<Record<Part, string>>,
): Choice[] {
  return parts.flatMap((part) => {
    const key = keys[part];
    if (key === undefined) return [];
    const place = part === "what" ? "is" : "who";
    const menu = {
      key,
      label: labels[part],
      control: "menu" as const,
      initial: initial[part] ?? all,
      ...(part.startsWith("and") && {where: "more"}),
      options: attributes.flatMap((attribute) => literalOptions(attribute, place)),
    };
    return part === "what" ? {...menu, kind: "one"} : {...menu, kind: "any", allLabel: noCondition[part]};
  });
}

/** The question that a selection asks; what one part says twice counts once. */
export function questionOf(selection: Selection, keys: QuestionKeys): Question {
  const event = (...chosen: (string | undefined)[]) => [
    ...new Set(chosen.flatMap((key) => (key && selection[key] !== all ? [literalOf(selection[key])] : []))),
  ];
  return {event: event(keys.what, keys.andWhat), given: event(keys.of, keys.andOf)};
}

/** How a literal stands in an address: `usesNow`, `not-usesNow`. */
const negated = "not-";

const literalOf = (code: string) => (code.startsWith(negated) ? `!${code.slice(negated.length)}` : code);

/** How a literal stands in an address. */
export const codeOf = (literal: Event[number]) => literal.replace("!", negated);

function literalOptions(attribute: Attribute, place: "is" | "who"): Choice["options"][number][] {
  const {code, is, isNot, whoIs, whoIsNot} = attribute;
  const [yes, no] = place === "is" ? [is, isNot] : [whoIs, whoIsNot];
  return [
    {code, label: yes},
    {code: codeOf(`!${code}`), label: no},
  ];
}
