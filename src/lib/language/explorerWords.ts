import type {Lang, Text} from "./text.js";

/** Texts of the interface that scripts write where there is an explorer, and nowhere else. */
export const explorerWords = {
  notTaken: {nb: "Filen kunne ikke lages.", en: "The file could not be created."},
  pictureCopied: {nb: "Bildet er kopiert", en: "Picture copied"},
  tableCopied: {nb: "Tabellen er kopiert", en: "Table copied"},
  citationCopied: {nb: "Referansen er kopiert", en: "Citation copied"},
  notCopied: {
    nb: "Kopieringen mislyktes. Last ned filen i stedet.",
    en: "Copying failed. Download the file instead.",
  },
  takeAway: {nb: "Fjern filteret", en: "Remove the filter"},
  wideTable: {nb: "Tabellen er bredere enn siden.", en: "The table is wider than the page."},
  sortByHead: {nb: "Trykk på et kolonnehode for å sortere.", en: "Press a column heading to sort."},
  by: {nb: "etter", en: "by"},
  filtered: {
    nb: (filters: number) => `${filters} ${filters === 1 ? "filter" : "filtre"}`,
    en: (filters: number) => `${filters} ${filters === 1 ? "filter" : "filters"}`,
  },
} satisfies Record<string, Text | Record<Lang, (filters: number) => string>>;

/** Texts of merging rows or columns of a table. */
export const mergeWords = {
  mode: {nb: "Slå sammen rader eller kolonner", en: "Merge rows or columns"},
  hint: {
    nb: "Kryss av for to eller flere rader, eller to eller flere kolonner.",
    en: "Tick two or more rows, or two or more columns.",
  },
  name: {nb: "Navn", en: "Name"},
  merge: {nb: "Slå sammen", en: "Merge"},
  split: {nb: "Del opp", en: "Split"},
  merged: {nb: "Slått sammen", en: "Merged"},
  isSplit: {nb: "Delt opp", en: "Split"},
  ticked: {
    nb: (many: number, name: string) => `${many} valgt. Forslag til navn: ${name}`,
    en: (many: number, name: string) => `${many} selected. Suggested name: ${name}`,
  },
};
