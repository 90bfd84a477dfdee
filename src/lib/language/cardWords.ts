import type {Lang} from "./text.js";

/** What the card of a number in a picture says beside what the table has. */
export const cardWords = {
  interval: {nb: "intervall", en: "interval"},
  press: {nb: "Trykk for å vise bare disse", en: "Press to show only these"},
  pressAll: {nb: "Trykk for å fjerne filteret", en: "Press to remove the filter"},
  only: {nb: (name: string) => `Vis bare ${name}`, en: (name: string) => `Show only ${name}`},
  showAll: {nb: "Fjern filteret", en: "Remove the filter"},
} satisfies Record<string, Record<Lang, string | ((name: string) => string)>>;
