import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount, formatOf100} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {settings} from "../../lib/settings.js";
import {type PlanChartData, planChart} from "../charts/planChart.js";
import {fixedFigure, publishedParts} from "../figure.js";

const day = (iso: string) => new Date(`${iso}T00:00Z`);

/** Adoption as reported in spring and as planned for the end of the year. */
export const adoption = fixedFigure({id: "adoption", page: "adoption", needs: publishedParts}, (facts) => {
  const all = quantitiesOf(facts);
  const now = quantity(all, "uses-now");
  const yearEnd = quantity(all, "uses-by-year-end");
  return {
    title: inBoth((lang) =>
      lang === "nb"
        ? `${formatCount(now, lang)} av hundre kommuner brukte sosiale medier, og ${formatCount(yearEnd, lang)} hadde planer om det innen årets utgang`
        : `${formatCount(now, lang)} of a hundred municipalities used social media, and ${formatCount(yearEnd, lang)} planned to by year-end`,
    ),
    subtitle: {
      nb: "Av hundre kommuner som svarte, under datainnsamlingen og ved utgangen av 2011",
      en: "Of a hundred municipalities that answered, during fieldwork and at the end of 2011",
    },
    alt: inBoth((lang) =>
      lang === "nb"
        ? `En stiplet linje fra ${formatOf100(now, lang)} under datainnsamlingen, januar til april 2011, opp til ${formatOf100(yearEnd, lang)} ved utgangen av 2011. Det siste punktet er hult fordi det er en plan.`
        : `A dashed line from ${formatOf100(now, lang)} during the fieldwork, January to April 2011, up to ${formatOf100(yearEnd, lang)} at the end of 2011. The last point is hollow because it is a plan.`,
    ),
    note: {
      nb: "Fylt punkt: det kommunene oppga. Hult punkt: det de planla.",
      en: "Filled point: what municipalities reported. Hollow point: what they planned.",
    },
    rows: [now, yearEnd].map((each) => ({quantity: each})),
    draws: ["study-fieldwork"],
    chart: (options) => planChart(planOf(now, yearEnd), options),
  };
});

function planOf(now: Quantity, yearEnd: Quantity): PlanChartData {
  const {from, to} = settings.fieldwork;
  return {
    reported: {quantity: now, label: {nb: "brukte sosiale medier", en: "used social media"}},
    planned: {
      quantity: yearEnd,
      label: {nb: "planla å bruke dem", en: "planned to use them"},
      date: day(`${from.slice(0, 4)}-12-31`),
    },
    fieldwork: {from: day(from), to: day(to), label: {nb: "datainnsamling", en: "fieldwork"}},
  };
}
