import {formatNumber, formatOf100} from "../../lib/language/format.js";
import {inBoth, type Lang} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {unitChart} from "../charts/unitChart.js";
import {fixedFigure, publishedParts} from "../figure.js";
import {headlineState, hundredNumbers} from "./shared/hundredStates.js";

/** The finding in a hundred squares: those on Facebook, and the two places where those with a strategy can be. */
export const ofAHundred = fixedFigure({id: "of-a-hundred", page: "index", needs: publishedParts}, (facts) => {
  const numbers = hundredNumbers(facts);
  const {facebook, strategy, both, facebookWithout} = numbers;
  return {
    title: {
      nb: "Alle med strategi kan ha vært på Facebook, eller nesten ingen av dem",
      en: "All with a strategy may have been on Facebook, or hardly any of them",
    },
    subtitle: {
      nb: "Én rute er én av hundre kommuner som svarte.",
      en: "One square is one in a hundred municipalities that answered.",
    },
    alt: inBoth((lang) =>
      lang === "nb"
        ? `Hundre ruter. ${formatOf100(facebook, lang)} er på Facebook. ${formatOf100(strategy, lang)} har strategi innen utgangen av året. På Facebook og med strategi er ${formatOf100(both, lang)}, på Facebook uten strategi ${formatOf100(facebookWithout, lang)}.`
        : `A hundred squares. ${formatOf100(facebook, lang)} are on Facebook. ${formatOf100(strategy, lang)} have a strategy by the end of the year. On Facebook with a strategy are ${formatOf100(both, lang)}, on Facebook without one ${formatOf100(facebookWithout, lang)}.`,
    ),
    note: inBoth((lang) =>
      lang === "nb"
        ? `Begge deler: ${formatOf100(both, lang)}. På Facebook uten strategi: ${formatOf100(facebookWithout, lang)}. ${inFull(strategy, lang)} Små ruter lar avrundingen stå åpne.`
        : `Both: ${formatOf100(both, lang)}. On Facebook without a strategy: ${formatOf100(facebookWithout, lang)}. ${inFull(strategy, lang)} Rounding leaves the small squares open.`,
    ),
    rows: [facebook, strategy, both, facebookWithout].map((each) => ({quantity: each})),
    chart: (options) => unitChart(headlineState(numbers), options),
  };
});

/** Why a limit can lie above the number that it follows from. */
function inFull(quantity: Quantity, lang: Lang): string {
  const [printed, most] = [quantity.value ?? quantity.high, quantity.high].map((share) =>
    formatNumber(share * 100, lang, 1),
  );
  return lang === "nb"
    ? `${printed} kan stå for inntil ${most}, og grenser rundes utover.`
    : `${printed} may stand for up to ${most}, and limits are rounded outward.`;
}
