import type {Lack} from "../quantities/quantity.js";
import type {Reason} from "../respondents/codebook.js";
import {liveWords} from "./liveWords.js";
import type {Text} from "./text.js";

/** Every short text of the interface, once, in both languages: a missing one does not compile. */
export const words = {
  ...liveWords,
  skip: {nb: "Hopp til innholdet", en: "Skip to content"},
  menu: {nb: "Sider", en: "Pages"},
  pages: {nb: "Sidene i rapporten", en: "Pages of the report"},
  switchLanguage: {nb: "English", en: "Norsk"},
  next: {nb: "Les videre:", en: "Read on:"},
  source: {nb: "Kilde", en: "Source"},
  rankShort: {nb: "Status", en: "Rank"},
  base: {nb: "Grunnlag", en: "Base"},
  time: {nb: "Tid", en: "Time"},
  value: {nb: "Tall", en: "Number"},
  what: {nb: "Hva", en: "What"},
  group: {nb: "Gruppe", en: "Group"},
  note: {nb: "Merknad", en: "Note"},
  table: {nb: "Tallene i tabell", en: "The numbers as a table"},
  take: {nb: "Ta med deg figuren", en: "Take the figure with you"},
  link: {nb: "Lenke til figuren", en: "Link to the figure"},
  embedHint: {nb: "Lim inn denne koden på nettsiden din:", en: "Paste this code into your page:"},
  numbersHere: {nb: "Hva tallene på denne siden bygger på", en: "What the numbers on this page rest on"},
  numbersHereIntro: {
    nb: "Alle tallene på siden, med hvordan de er kommet fram, hvem de gjelder, og hvor de står. Understrekingen i teksten viser det samme: heltrukken for oppgitte tall, stiplet for utledede, prikket for avgrensede og dobbel for tall fra andre undersøkelser.",
    en: "Every number on the page: how it is known, whom it covers and where it comes from. The underlining in the text says the same: solid for stated numbers, dashed for derived, dotted for bounded and double for numbers from other surveys.",
  },
  follows: {nb: "Følger av", en: "Follows from"},
  printedIn: {nb: "Står i", en: "Printed in"},
  all: {nb: "Alle", en: "All"},
  nothingLeft: {
    nb: "Ingen tall passer til disse valgene. Velg «Alle» i ett av feltene.",
    en: "No numbers fit these choices. Choose “All” in one of the fields.",
  },
  notQuantified: {nb: "ikke tallfestet", en: "not quantified"},
  noBar: {nb: "Det er ingen stolpe å vise.", en: "There is no bar to show."},
  noLimit: {nb: "ingen grense", en: "no limit"},
  print: {nb: "Skriv ut", en: "Print"},
  paragraph: {nb: "avsnitt", en: "paragraph"},
  sentence: {nb: "setning", en: "sentence"},
  otherReadings: {nb: "Alle fire tolkningene", en: "All four readings"},
  asPicture: {nb: "Som bilde", en: "As a picture"},
  asNumbers: {nb: "Som tall", en: "As numbers"},
  asCitation: {nb: "Som kildehenvisning", en: "As a citation"},
  asLink: {nb: "Som lenke", en: "As a link"},
  copyPicture: {nb: "Kopier bildet", en: "Copy the picture"},
  copyTable: {nb: "Kopier tabellen", en: "Copy the table"},
  printFigure: {nb: "Skriv ut figuren", en: "Print the figure"},
  savedViews: {nb: "Lagrede visninger", en: "Saved views"},
  savedViewsHint: {
    nb: "Visninger du gir navn, lagres bare i din egen nettleser. Ta dem med som fil for å flytte dem.",
    en: "Views that you name are saved in your own browser only. Take them along as a file to move them.",
  },
  viewName: {nb: "Navn", en: "Name"},
  saveView: {nb: "Lagre det som vises nå", en: "Save what is shown now"},
  exportViews: {nb: "Ta med som fil", en: "Take along as a file"},
  importViews: {nb: "Les inn fra fil", en: "Read from a file"},
  askSummary: {nb: "Hva tillater sammendraget for denne gruppen?", en: "What does the summary allow for this group?"},
  pivot: {nb: "Bytt rader og kolonner", en: "Swap rows and columns"},
  undo: {nb: "Angre", en: "Undo"},
  redo: {nb: "Gjør om", en: "Redo"},
  reset: {nb: "Nullstill", en: "Reset"},
  chosenFilters: {nb: "Filtre som er på", en: "Filters that are on"},
  unfiltered: {nb: "Ingen filtre: alle som svarte, er med.", en: "No filters: all that answered are in."},
  version: {nb: "Versjon", en: "Version"},
} satisfies Record<string, Text>;

/** What stands for a number that is hidden: never a zero, never a blank. */
export const suppressed: Text = {nb: ": (skjult)", en: ": (suppressed)"};

/** What stands for a number that is not there, by why it is not. The symbols are those of Statistics Norway. */
export const lackText: Record<Lack, Text> = {
  suppressed,
  missing: {nb: ".. (ingen svar)", en: ".. (no answers)"},
  notApplicable: {nb: ". (ikke stilt)", en: ". (not asked)"},
};

/** The symbol alone, where it is explained beside the table. */
export const lackSymbol: Record<Lack, string> = {suppressed: ":", missing: "..", notApplicable: "."};

/** Why there is no response, as a reader is told. */
export const missingReason: Record<Reason, Text> = {
  noAnswer: {nb: "ubesvart", en: "no answer"},
  notAsked: {nb: "ikke stilt", en: "not asked"},
  dontKnow: {nb: "vet ikke", en: "don’t know"},
  refused: {nb: "vil ikke svare", en: "refused"},
};
