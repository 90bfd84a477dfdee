import type {Text} from "../../src/lib/language/text.js";

/** What a script is made for. */
export interface ScriptOf {
  title: Text;
  /** The file it reads, in the folder it stands in. */
  csv: string;
  isStandIn: boolean;
}

/** What stands at the head of a script. */
export const standInWarning: Text = {
  nb: "KONSTRUERTE SVAR: ingen har svart dette. Tall herfra er aldri funn.",
  en: "MADE-UP RESPONDENTS: nobody answered this. No number from here is a finding.",
};

export const missingNote: Text = {
  nb: "Manglende svar er -1 til -4, merket som manglende.",
  en: "Missing responses are -1 to -4, declared missing.",
};

export const weightNote: Text = {
  nb: "Ta bort stjernen foran neste linje for å vekte.",
  en: "Remove the asterisk before the next line to weight.",
};
