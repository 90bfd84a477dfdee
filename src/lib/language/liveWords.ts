import type {Text} from "./text.js";

/** The few texts of the interface that scripts write on every page: all that a first visit pays for. */
export const liveWords = {
  rank: {nb: "Slik kjenner vi tallet", en: "How we know the number"},
  close: {nb: "Lukk", en: "Close"},
  copyLink: {nb: "Kopier lenke", en: "Copy link"},
  copied: {nb: "Lenken er kopiert", en: "The link is copied"},
  drawing: {nb: "Tegner figuren på nytt …", en: "Redrawing the figure …"},
  drawingFailed: {
    nb: "Figuren kunne ikke tegnes om. Den viser forrige valg.",
    en: "The figure could not be redrawn. It shows the previous choice.",
  },
} satisfies Record<string, Text>;

/** A parameter of the address that was not understood, said to the reader. */
export function refusedNotice(key: string, value: string): Text {
  return {
    nb: `Lenken ber om ${key} = «${value}», som ikke finnes her. Valget er ikke brukt.`,
    en: `The link asks for ${key} = “${value}”, which does not exist here. It was ignored.`,
  };
}
