import texts from "#source/register/unit-steps.json";
import type {Text} from "../../../src/lib/language/text.js";

/** A rule that was needed to tell which municipality or county authority answered, in the order in which they are tried. */
export type UnitStep = keyof typeof texts.steps;

/** Why it cannot be told which municipality or county authority answered. */
export type UnitReason = keyof typeof texts.reasons;

/** What readers are told of each step, in the order in which steps are listed: a short name, and what was done, in a sentence. */
export const unitStepText: Record<UnitStep, {label: Text; does: Text}> = texts.steps;

/** What readers are told of each reason. */
export const unitReasonLabel: Record<UnitReason, Text> = texts.reasons;

/** Why a row is no respondent, by the code of the reason. */
export const setAsideReason: Readonly<Record<string, Text>> = {
  empty: {nb: "Ingen svar i raden", en: "No response in the row"},
  duplicate: {nb: "Enheten har svart i en annen rad", en: "The unit answered in another row"},
  ...unitReasonLabel,
};

/** @throws Error when there is no such reason */
export function reasonText(code: string): Text {
  const text = setAsideReason[code];
  if (!text) throw new Error(`unknown reason: ${code}`);
  return text;
}
