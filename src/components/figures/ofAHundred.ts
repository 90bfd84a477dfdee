import {formatCount, formatNumber, formatOf100} from "../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import type {Choice} from "../../lib/selection.js";
import {unitChart} from "../charts/unitChart.js";
import {type Figure, type FigureView, type Given, type PublishedPart, publishedParts} from "../figure.js";
import {barStarts, type HundredNumbers, headlineState, hundredNumbers} from "./shared/hundredStates.js";
import {supposed} from "./shared/supposed.js";

/** The finding in a hundred squares: those on Facebook, and where those with a strategy can be; a reader slides them along. */
export const ofAHundred: Figure<PublishedPart> = {
  id: "of-a-hundred",
  page: "index",
  needs: publishedParts,
  choices: (facts) => [startChoice(hundredNumbers(facts))],
  view,
};

const key = "without";

/** How many are on Facebook without a strategy: as many as there are squares before the bar. */
function startChoice(numbers: HundredNumbers): Choice {
  const {first, last} = barStarts(numbers);
  const codes = Array.from({length: last - first + 1}, (_, step) => String(first + step));
  return {
    key,
    label: {nb: "På Facebook uten strategi, av hundre", en: "On Facebook without a strategy, of a hundred"},
    kind: "one",
    control: "slider",
    where: "picture",
    initial: String(first),
    options: codes.map((code) => ({code, label: {nb: code, en: code}})),
  };
}

function view(facts: Given<PublishedPart>, selection: Readonly<Record<string, string>>): FigureView {
  const numbers = hundredNumbers(facts);
  const {facebook, strategy, both, facebookWithout} = numbers;
  const squares = Number(selection[key]);
  const found = squares > barStarts(numbers).first ? placed(numbers, squares) : anywhere(numbers);
  return {
    ...found,
    note: inBoth((lang) =>
      lang === "nb"
        ? `Begge deler: ${formatOf100(both, lang)}. På Facebook uten strategi: ${formatOf100(facebookWithout, lang)}. ${inFull(strategy, lang)} Små ruter lar avrundingen stå åpne.`
        : `Both: ${formatOf100(both, lang)}. On Facebook without a strategy: ${formatOf100(facebookWithout, lang)}. ${inFull(strategy, lang)} Rounding leaves the small squares open.`,
    ),
    rows: [facebook, strategy, ...found.rows].map((quantity) => ({quantity})),
  };
}

type Found = Pick<FigureView, "title" | "subtitle" | "alt" | "chart"> & {rows: readonly Quantity[]};

/** What the numbers allow, wherever the bar is. */
function anywhere(numbers: HundredNumbers): Found {
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
    rows: [both, facebookWithout],
    chart: (options) => unitChart(headlineState(numbers), options),
  };
}

/** What follows where a reader has put the bar. */
function placed(numbers: HundredNumbers, squares: number): Found {
  const without = {...supposed(numbers.facebookWithout), low: squares / 100, high: squares / 100};
  const both = bothIf(numbers, squares / 100);
  const title: Text = {
    nb: `Hvis ${squares} var på Facebook uten strategi, hadde ${formatCount(both, "nb")} begge deler`,
    en: `If ${squares} were on Facebook without a strategy, ${formatCount(both, "en")} had both`,
  };
  return {
    title,
    subtitle: {
      nb: "Tenkt. Én rute er én av hundre som svarte.",
      en: "Supposed. One square is one in a hundred that answered.",
    },
    alt: {nb: `Hundre ruter. ${title.nb}.`, en: `A hundred squares. ${title.en}.`},
    rows: [without, both],
    chart: (options) => unitChart(headlineState(numbers, squares), options),
  };
}

/**
 * Those with both when so many are on Facebook without a strategy: the rest of those on Facebook, and of those with a strategy
 * no more than there are.
 *
 * @param without proportion of all that answered
 */
export function bothIf({facebook, strategy, both}: HundredNumbers, without: number): Quantity {
  return {
    ...supposed(both),
    low: Math.max(0, facebook.low - without),
    high: Math.min(strategy.high, facebook.high - without),
  };
}

/** Why a limit can lie above the number that it follows from. */
function inFull(quantity: Quantity, lang: Lang): string {
  const [printed, most] = [quantity.value ?? quantity.high, quantity.high].map((share) =>
    formatNumber(share * 100, lang, 1),
  );
  return lang === "nb"
    ? `${printed} kan stå for inntil ${most}, og grenser rundes utover.`
    : `${printed} may stand for up to ${most}, and limits are rounded outward.`;
}
