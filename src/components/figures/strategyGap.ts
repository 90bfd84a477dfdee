import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatOf100, outwardOf100} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import {rankBars} from "../charts/rankBars.js";
import {fixedFigure, publishedParts} from "../figure.js";

/** Adoption against strategy at the end of the year, and the gap that they leave at least and at most. */
export const strategyGap = fixedFigure({id: "strategy-gap", page: "strategy", needs: publishedParts}, (facts) => {
  const all = quantitiesOf(facts);
  const uses = quantity(all, "uses-by-year-end");
  const strategy = quantity(all, "strategy-by-year-end");
  const gap = quantity(all, "uses-without-strategy");
  const least = outwardOf100(gap).low;
  return {
    title: {
      nb: `Minst ${least} av hundre kommuner lå an til å bruke sosiale medier uten strategi`,
      en: `At least ${least} of a hundred municipalities were set to use social media without a strategy`,
    },
    subtitle: {
      nb: "Av hundre kommuner som svarte, ved utgangen av 2011, etter planene",
      en: "Of a hundred municipalities that answered, at the end of 2011, according to plans",
    },
    alt: inBoth((lang) =>
      lang === "nb"
        ? `Tre stolper. ${formatOf100(uses, lang)} bruker sosiale medier ved årets utgang, ${formatOf100(strategy, lang)} har strategi. Hvor mange som bruker sosiale medier uten strategi, er ikke kjent, bare avgrenset: ${formatOf100(gap, lang)}.`
        : `Three bars. ${formatOf100(uses, lang)} use social media at the end of the year, ${formatOf100(strategy, lang)} have a strategy. How many use social media without a strategy is not known, only bounded: ${formatOf100(gap, lang)}.`,
    ),
    note: {
      nb: "Den åpne stolpen viser hva de to oppgitte tallene tillater. Nederste grense gjelder hvis alle med strategi også bruker sosiale medier, øverste hvis færrest mulig gjør det. Hvor i spennet tallet ligger, sier sammendraget ikke.",
      en: "The open bar shows what the two stated numbers allow. The lower limit holds if all with a strategy also use social media, the upper if as few as possible do. Where in the range the number lies, the summary does not say.",
    },
    rows: [uses, strategy, gap].map((each) => ({quantity: each})),
    chart: (options) => {
      const nb = options.lang === "nb";
      return rankBars(
        [
          {quantity: uses, label: nb ? "Bruker sosiale medier" : "Use social media", sub: nb ? "oppgitt" : "stated"},
          {quantity: strategy, label: nb ? "Har strategi" : "Have a strategy", sub: nb ? "oppgitt" : "stated"},
          {
            quantity: gap,
            label: nb ? "Bruker uten strategi" : "Use without a strategy",
            sub: nb ? "avgrenset" : "bounded",
            colour: "contrast",
          },
        ],
        options,
      );
    },
  };
});
