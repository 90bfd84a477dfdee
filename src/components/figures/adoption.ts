import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount, formatOf100} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import {settings} from "../../lib/settings.js";
import {planChart} from "../charts/planChart.js";
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
        ? `${formatCount(now, lang)} av hundre kommuner brukte sosiale medier, og ${formatCount(yearEnd, lang)} skulle gjøre det ved årets utgang`
        : `${formatCount(now, lang)} of a hundred municipalities used social media, and ${formatCount(yearEnd, lang)} were to by the year’s end`,
    ),
    subtitle: {
      nb: "Av hundre kommuner som svarte: så mange brukte sosiale medier under datainnsamlingen, og så mange planla å bruke dem ved utgangen av 2011",
      en: "Of a hundred municipalities that answered: how many used social media during the fieldwork, and how many planned to by the end of 2011",
    },
    alt: inBoth((lang) =>
      lang === "nb"
        ? `En stiplet linje fra ${formatOf100(now, lang)} under datainnsamlingen, januar til april 2011, opp til ${formatOf100(yearEnd, lang)} ved utgangen av 2011. Det siste punktet er hult fordi det er en plan.`
        : `A dashed line from ${formatOf100(now, lang)} during the fieldwork, January to April 2011, up to ${formatOf100(yearEnd, lang)} at the end of 2011. The last point is hollow because it is a plan.`,
    ),
    note: {
      nb: "Fylt punkt: det kommunene oppga. Hult punkt: det de planla. Begge tallene er oppgitt i sammendraget; at linjen er rett, er bare en tegnemåte.",
      en: "Filled point: what the municipalities reported. Hollow point: what they planned. Both numbers are stated in the summary; that the line is straight is only a way of drawing.",
    },
    rows: [now, yearEnd].map((each) => ({quantity: each})),
    chart: (options) =>
      planChart(
        {
          reported: now,
          planned: yearEnd,
          fieldwork: {from: day(settings.fieldwork.from), to: day(settings.fieldwork.to)},
          plannedFor: new Date(Date.UTC(2011, 11, 31)),
          labels:
            options.lang === "nb"
              ? {
                  reported: "brukte sosiale medier",
                  planned: "skulle bruke dem, etter planene",
                  fieldwork: "datainnsamling",
                }
              : {
                  reported: "used social media",
                  planned: "were to use them, according to plans",
                  fieldwork: "fieldwork",
                },
        },
        options,
      ),
  };
});
