import type {Text} from "./text.js";

/** Texts of the interface that scripts write where there is an explorer, and nowhere else. */
export const explorerWords = {
  notTaken: {nb: "Filen kunne ikke lages.", en: "The file could not be made."},
  pictureCopied: {nb: "Bildet er kopiert", en: "The picture is copied"},
  tableCopied: {nb: "Tabellen er kopiert", en: "The table is copied"},
  notCopied: {
    nb: "Kunne ikke kopieres. Last ned filen i stedet.",
    en: "Could not be copied. Download the file instead.",
  },
  takeAway: {nb: "Fjern filteret", en: "Remove the filter"},
} satisfies Record<string, Text>;
