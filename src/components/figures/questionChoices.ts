import type {Question} from "../../lib/bounds/answer.js";
import type {Attribute, Event, Summary} from "../../lib/claim.js";
import {all, type Choice, type Selection} from "../../lib/selection.js";
import type {Text} from "../../lib/text.js";

/** Keys of the four menus that make a question, in an address. */
export interface QuestionKeys {
  of: string;
  andOf: string;
  what: string;
  andWhat: string;
}

/** What menus offer at first. */
type InitialQuestion = {of: string; what: string};

const no: Text = {nb: "(ingen flere vilkår)", en: "(no other condition)"};
const everyone: Text = {nb: "(alle som svarte)", en: "(all that answered)"};

/** Menus from which a reader builds a question: of whom, and how many, with up to two conditions each. */
export function questionChoices(
  {attributes}: Summary,
  keys: Partial<QuestionKeys> & Pick<QuestionKeys, "of" | "what">,
  initial: InitialQuestion,
): Choice[] {
  const who = attributes.flatMap((attribute) => literalOptions(attribute, "who"));
  const is = attributes.flatMap((attribute) => literalOptions(attribute, "is"));
  const menus: (Choice | null)[] = [
    {
      key: keys.of,
      label: {nb: "Av kommunene som svarte og som", en: "Of the municipalities that answered and that"},
      kind: "any",
      allLabel: everyone,
      initial: initial.of,
      options: who,
    },
    keys.andOf
      ? {
          key: keys.andOf,
          label: {nb: "og dessuten (om gruppen)", en: "and also (of the group)"},
          kind: "any",
          allLabel: no,
          initial: all,
          options: who,
        }
      : null,
    {
      key: keys.what,
      label: {nb: "hvor mange", en: "how many"},
      kind: "one",
      control: "menu",
      initial: initial.what,
      options: is,
    },
    keys.andWhat
      ? {
          key: keys.andWhat,
          label: {nb: "og dessuten (om hvor mange)", en: "and also (of how many)"},
          kind: "any",
          allLabel: no,
          initial: all,
          options: is,
        }
      : null,
  ];
  return menus.filter((menu) => menu !== null);
}

/** The question that a selection asks; what one part says twice counts once. */
export function questionOf(selection: Selection, keys: Partial<QuestionKeys>): Question {
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
