import {unknownQuantity} from "../../lib/facts.js";
import {listText, type Text} from "../../lib/language/text.js";
import {areaTiles} from "../charts/crosstab/areaTiles.js";
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
  const names = listText(areas.map(({quantity}) => quantity.label));
  return {
    title: {
      nb: "Fire områder er nevnt som hovedutfordringer, ingen av dem som den største",
      en: "Four areas are named as main challenges, none of them as the greatest",
    },
    subtitle: {
      nb: "Hovedutfordringene som sammendraget nevner, 2011. Rutene er like store med vilje.",
      en: "The main challenges that the summary names, 2011. The frames are equal on purpose.",
    },
    alt: {
      nb: `Fire like store, tomme ruter: ${names.nb}. Ingen av dem er tallfestet.`,
      en: `Four equal, empty frames: ${names.en}. None of them is quantified.`,
    },
    note: {
      nb: "En tom ramme er noe sammendraget nevner uten tall. Rekkefølgen er sammendragets og ingen rangering; grupperingen er vår.",
      en: "An empty frame is something the summary names without a figure. The order is the summary’s and no ranking; the grouping is ours.",
    },
    rows: areas,
    chart: (options) => areaTiles(areas, options),
  };
});
