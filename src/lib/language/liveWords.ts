import type {Text} from "./text.js";

/** The few texts of the interface that scripts write on every page: all that a first visit pays for. */
export const liveWords = {
  rank: {nb: "Slik er tallet kommet fram", en: "How the number is known"},
  close: {nb: "Lukk", en: "Close"},
  copyLink: {nb: "Kopier lenke", en: "Copy link"},
  copied: {nb: "Lenken er kopiert", en: "The link is copied"},
  drawing: {nb: "Tegner figuren på nytt …", en: "Redrawing the figure …"},
  drawingFailed: {
    nb: "Figuren kunne ikke tegnes. Det som vises, gjelder forrige valg.",
    en: "The figure could not be redrawn. It is for the previous choice.",
  },
} satisfies Record<string, Text>;

/** A parameter of the address that was not understood, said to the reader. */
export function refusedNotice(key: string, value: string): Text {
  return {
    nb: `Lenken ber om ${key} = «${value}», som ikke finnes her. Det er sett bort fra.`,
    en: `The link asks for ${key} = “${value}”, which does not exist here. It was ignored.`,
  };
}
