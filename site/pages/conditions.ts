import {sourceLanguages} from "../../data-loaders/inputs/languages/siteLanguages.mjs";
import {suggestion} from "../../src/lib/language/nearest.js";
import {has, placeholders, settings} from "../../src/lib/settings.js";
import {explorerInput, survey} from "../facts.js";

const isOpen = survey.settings.access === "open";
const isNoisy = explorerInput.noise !== undefined;
const hasContact = !placeholders(settings).includes("contact");
const inCombinations = explorerInput.explorer.inCombinations !== undefined;
const isCounted = explorerInput.rows === null;

/** What the text of a page can depend on: what kind of respondents' file there is, how they were drawn, how it is counted in, and whether readers can write to anybody. */
const conditions: Readonly<Record<string, boolean>> = {
  open: isOpen,
  protected: !isOpen,
  suppressed: !isOpen && !isNoisy,
  noisy: !isOpen && isNoisy,
  answers: isOpen && !inCombinations,
  combinations: isOpen && inCombinations && !isCounted,
  counted: isCounted,
  "read-here": !isCounted,
  "made-up": survey.respondents.rank === "standIn",
  "handed-in": survey.respondents.rank === "estimated",
  register: has("register"),
  "no-register": !has("register"),
  design: survey.sample !== undefined,
  "no-design": survey.sample === undefined,
  waves: settings.waves.length > 0,
  "one-wave": settings.waves.length === 0,
  followed: survey.panel !== undefined,
  "one-by-one": survey.panel === undefined,
  "two-languages":
    settings.languages.length === 2 && settings.languages.every((lang) => sourceLanguages.includes(lang)),
  contact: hasContact,
  "no-contact": !hasContact,
};
export const conditionNames: readonly string[] = Object.keys(conditions);

/**
 * The text of a page as it is for this respondents' file: lines between `::: if NAME` and `:::` are kept or left out.
 * Of several names, with spaces between them, all have to hold.
 *
 * @throws when there is no such condition
 */
export function textThatHolds(text: string): string {
  const kept = text.replace(/^::: if (\S.*)\n([\s\S]*?)^:::(?:\n|$)/gm, (_, names: string, lines: string) =>
    names.split(" ").every(holds) ? lines : "",
  );
  return kept;
}

function holds(name: string): boolean {
  const found = conditions[name];
  if (found === undefined) throw new Error(`unknown condition: ${name}${suggestion(name, conditionNames)}`);
  return found;
}
