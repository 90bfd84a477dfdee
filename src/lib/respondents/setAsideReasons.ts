import type {Text} from "../language/text.js";
import {unitReasonLabel} from "./unitSteps.js";

/** Why a row is no respondent, by the code of the reason. */
export const setAsideReason: Record<string, Text> = {
  empty: {nb: "Ingen svar i raden", en: "No response in the row"},
  duplicate: {nb: "Enheten har svart i en annen rad", en: "The unit answered in another row"},
  ...unitReasonLabel,
};

/** @throws when there is no such reason */
export function reasonText(code: string): Text {
  const text = setAsideReason[code];
  if (!text) throw new Error(`unknown reason: ${code}`);
  return text;
}
