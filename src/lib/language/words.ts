import type {Lack} from "../quantities/quantity.js";
import type {Reason} from "../respondents/respondents.js";
import {liveWords} from "./liveWords.js";
import type {Text} from "./text.js";

/** Every short text of the interface, once, in both languages: a missing one does not compile. */
export const words = {
  ...liveWords,
  skip: {nb: "Hopp til innholdet", en: "Skip to content"},
  menu: {nb: "Sider", en: "Pages"},
  pageContents: {nb: "På denne siden", en: "On this page"},
  pages: {nb: "Sidene i rapporten", en: "Pages of the report"},
  next: {nb: "Les videre:", en: "Next:"},
  source: {nb: "Kilde", en: "Source"},
  rankShort: {nb: "Status", en: "Rank"},
  base: {nb: "Grunnlag", en: "Base"},
  time: {nb: "Tid", en: "Time"},
  value: {nb: "Tall", en: "Number"},
  what: {nb: "Hva", en: "What"},
  group: {nb: "Gruppe", en: "Group"},
  note: {nb: "Merknad", en: "Note"},
  table: {nb: "Tallene i tabell", en: "Numbers in a table"},
  take: {nb: "Last ned, siter, bygg inn", en: "Download, cite, embed"},
  link: {nb: "Lenke til figuren", en: "Link to the figure"},
  embedHint: {nb: "Lim inn denne koden på nettsiden din:", en: "Paste this code into your page:"},
  embedScriptHint: {
    nb: "Skriptet tilpasser høyden; uten det får figuren plass i høyden som er oppgitt. Legg til «?controls» i adressen, så kan leserne dine velge selv.",
    en: "The script adjusts the height; without it the figure fits the height given. Add “?controls” to the address to let your readers make their own choices.",
  },
  localAddress: {
    nb: "Adressen i koden virker bare på denne maskinen: Nettstedet er bygd uten SITE_URL.",
    en: "The address in the code works on this machine only: the site was built without SITE_URL.",
  },
  notSaid: {nb: "Dette sier ikke sammendraget", en: "What the summary does not say"},
  numbersHere: {nb: "Hva tallene på denne siden bygger på", en: "What the numbers on this page rest on"},
  numbersHereIntro: {
    nb: "Alle tallene på siden: hvordan vi kjenner dem, hvem de gjelder, og hvor de kommer fra. Understrekingen i teksten sier det samme: heltrukken for oppgitte tall, stiplet for utledede, prikket for avgrensede, dobbel for andre undersøkelser.",
    en: "Every number on the page: how we know it, whom it covers and where it comes from. Underlining in the text says the same: solid for stated numbers, dashed for derived, dotted for bounded, double for other surveys.",
  },
  follows: {nb: "Følger av", en: "Follows from"},
  printedIn: {nb: "Står i", en: "Printed in"},
  all: {nb: "Alle", en: "All"},
  nothingLeft: {
    nb: "Ingen tall passer til disse valgene. Velg «Alle» i ett av feltene.",
    en: "No numbers match these choices. Choose “All” in one of the fields.",
  },
  notQuantified: {nb: "ikke tallfestet", en: "not quantified"},
  noBar: {nb: "Det er ingen stolpe å vise.", en: "No bar to show."},
  noLimit: {nb: "ingen grense", en: "no limit"},
  print: {nb: "Skriv ut", en: "Print"},
  paragraph: {nb: "avsnitt", en: "paragraph"},
  sentence: {nb: "setning", en: "sentence"},
  otherReadings: {nb: "Alle fire tolkningene", en: "All four readings"},
  download: {nb: "Last ned", en: "Download"},
  embed: {nb: "Bygg inn", en: "Embed"},
  cite: {nb: "Siter", en: "Cite"},
  asFile: {nb: "Last ned som fil", en: "Download as a file"},
  copyPicture: {nb: "Kopier bildet", en: "Copy picture"},
  copyAs: {nb: "Kopier som", en: "Copy as"},
  copyTable: {nb: "Kopier tabellen", en: "Copy table"},
  savedViews: {nb: "Lagrede visninger", en: "Saved views"},
  savedViewsHint: {
    nb: "Visninger du gir navn, lagres bare i din egen nettleser. Eksporter dem til en fil for å flytte dem.",
    en: "Views you name are saved only in your own browser. Export them to a file to move them.",
  },
  viewName: {nb: "Navn", en: "Name"},
  saveView: {nb: "Lagre det som vises", en: "Save this view"},
  exportViews: {nb: "Eksporter til fil", en: "Export to a file"},
  importViews: {nb: "Importer fra fil", en: "Import from a file"},
  askSummary: {nb: "Hva tillater sammendraget for denne gruppen?", en: "What does the summary allow for this group?"},
  pivot: {nb: "Bytt om", en: "Swap"},
  searchOptions: {nb: "Søk i spørsmålene", en: "Search the questions"},
  dragBar: {nb: "Dra i stripen", en: "Drag the bar"},
  addFilter: {nb: "+ Legg til filter", en: "+ Filter"},
  moreChoices: {nb: "Flere valg", en: "More options"},
  moreConditions: {nb: "Flere vilkår", en: "More conditions"},
  changeChoices: {nb: "Endre valgene", en: "Change choices"},
  columnsBefore: {nb: "Forrige kolonner", en: "Previous columns"},
  columnsAfter: {nb: "Neste kolonner", en: "Next columns"},
  done: {nb: "Ferdig", en: "Done"},
  openWorkbench: {nb: "Utforsk videre", en: "Explore further"},
  undo: {nb: "Angre", en: "Undo"},
  redo: {nb: "Gjør om", en: "Redo"},
  reset: {nb: "Nullstill", en: "Reset"},
  chosenFilters: {nb: "Valgte filtre", en: "Filters in use"},
  unfiltered: {nb: "Ingen filtre: alle som svarte, er med.", en: "No filters: all respondents are included."},
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
