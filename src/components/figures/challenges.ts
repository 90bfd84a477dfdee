import {unknownQuantity} from "../../lib/facts.js";
import {inBoth, joinList, type Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {areaTiles} from "../charts/areaTiles.js";
import {fixedFigure} from "../figure.js";

/** Our grouping of the four areas; the summary names them in one sentence, ungrouped. */
const groups: Record<string, Text> = {
  "challenge-resources-competence": {nb: "Midlene", en: "Means"},
  "challenge-organisation": {nb: "Styringen", en: "Steering"},
  "challenge-strategic-anchoring": {nb: "Styringen", en: "Steering"},
  "challenge-dialogue": {nb: "Samtalen", en: "Conversation"},
};

/** The areas of the main challenges: named and grouped, not counted, because the summary does not count them. */
export const challenges = fixedFigure({id: "challenges", page: "challenges", needs: ["summary"]}, ({summary}) => {
  const areas = summary.claims
    .filter(({id}) => id in groups)
    .map((claim) => ({quantity: unknownQuantity(claim, summary), group: groups[claim.id]}));
  return {
    title: {
      nb: "Fire områder er nevnt som hovedutfordringer, men hvilket som er størst, sies ikke",
      en: "Four areas are named as main challenges, but which is the greatest is not said",
    },
    subtitle: {
      nb: "Hovedutfordringene som sammendraget nevner, 2011. Rutene er like store med vilje.",
      en: "The main challenges that the summary names, 2011. The frames are equal on purpose.",
    },
    alt: inBoth((lang) => {
      const names = joinList(
        areas.map(({quantity}) => quantity.label[lang]),
        lang,
      );
      return lang === "nb"
        ? `Fire like store, tomme ruter: ${names}. Ingen av dem er tallfestet.`
        : `Four equal, empty frames: ${names}. None of them is quantified.`;
    }),
    note: {
      nb: "En tom ramme står for noe sammendraget nevner uten å si hvor mange det gjelder. Rekkefølgen er sammendragets og er ingen rangering. Grupperingen er vår.",
      en: "An empty frame stands for something the summary names without saying how many it concerns. The order is the summary’s and no ranking. The grouping is ours.",
    },
    rows: areas,
    chart: (options) =>
      areaTiles(
        areas.map(({quantity, group}) => ({group: group[options.lang], label: quantity.label[options.lang]})),
        words.notQuantified[options.lang],
        options,
      ),
  };
});
