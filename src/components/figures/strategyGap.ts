import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatOf100, outwardOf100} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import {type RankBar, rankBars} from "../charts/rankBars.js";
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
      nb: "Av hundre kommuner som svarte, etter planene for utgangen av 2011",
      en: "Of a hundred municipalities that answered, as planned for the end of 2011",
    },
    alt: inBoth((lang) =>
      lang === "nb"
        ? `Tre stolper. ${formatOf100(uses, lang)} bruker sosiale medier ved årets utgang, ${formatOf100(strategy, lang)} har strategi. Hvor mange som bruker sosiale medier uten strategi, er ikke kjent, bare avgrenset: ${formatOf100(gap, lang)}.`
        : `Three bars. ${formatOf100(uses, lang)} use social media at the end of the year, ${formatOf100(strategy, lang)} have a strategy. How many use social media without a strategy is not known, only bounded: ${formatOf100(gap, lang)}.`,
    ),
    note: {
      nb: "Den åpne stolpen viser hva de to oppgitte tallene tillater: gulvet hvis alle med strategi også bruker sosiale medier, taket hvis færrest mulig gjør det.",
      en: "The open bar shows what the two stated figures allow: the floor if all with a strategy also use social media, the ceiling if as few as possible do.",
    },
    rows: [uses, strategy, gap].map((each) => ({quantity: each})),
    chart: (options) => rankBars(bars({uses, strategy, gap}), options),
  };
});

function bars({uses, strategy, gap}: Record<"uses" | "strategy" | "gap", Quantity>): RankBar[] {
  return [
    {quantity: uses, label: {nb: "Bruker sosiale medier", en: "Use social media"}, sub: rankLabel.stated},
    {quantity: strategy, label: {nb: "Har strategi", en: "Have a strategy"}, sub: rankLabel.stated},
    {
      quantity: gap,
      label: {nb: "Bruker uten strategi", en: "Use without a strategy"},
      sub: rankLabel.bounded,
      colour: "contrast",
    },
  ];
}
