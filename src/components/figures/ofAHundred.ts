import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount, formatOf100, outwardOf100} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {type UnitGroup, unitChart} from "../charts/unitChart.js";
import {fixedFigure, publishedParts} from "../figure.js";

/** The whole survey in a hundred squares: users with the chain of Facebook inside, those with plans, and the rest. */
export const ofAHundred = fixedFigure({id: "of-a-hundred", page: "index", needs: publishedParts}, (facts) => {
  const all = quantitiesOf(facts);
  const [pages, facebook, users, planned, none] = (
    ["two-or-more-of-all", "facebook-of-all", "uses-now", "planned-only", "not-by-year-end"] as const
  ).map((id) => quantity(all, id));
  const rows = [users, facebook, pages, planned, none].map((each) => ({quantity: each}));
  return {
    title: inBoth((lang) =>
      lang === "nb"
        ? `Av hundre kommuner som svarte, brukte ${formatCount(users, lang)} sosiale medier våren 2011`
        : `Of a hundred municipalities that answered, ${formatCount(users, lang)} used social media in spring 2011`,
    ),
    subtitle: {
      nb: "Én rute er én av hundre kommuner som svarte. Bruk januar–april 2011, planer ut året.",
      en: "One square is one of a hundred municipalities that answered. Use January–April 2011, plans to the end of the year.",
    },
    alt: inBoth((lang) => {
      const of = (each: Quantity) => formatOf100(each, lang);
      return lang === "nb"
        ? `Hundre ruter. ${of(users)} bruker sosiale medier. Av dem er ${of(facebook)} på Facebook, og blant disse har ${of(pages)} to eller flere sider. ${of(planned)} har planer om å begynne i 2011, og ${of(none)} verken bruker eller planlegger.`
        : `A hundred squares. ${of(users)} use social media. Of these ${of(facebook)} are on Facebook, and among them ${of(pages)} have two or more pages. ${of(planned)} plan to start in 2011, and ${of(none)} neither use nor plan.`;
    }),
    note: {
      nb: "Små ruter er kommuner som avrundingen gjør at kan høre til enten i den ene eller den andre gruppen. Bare det sammendraget sier ligger inni noe annet, er tegnet inni: strategi og dialog er ikke med, for ingen vet hvor mye de overlapper med bruken.",
      en: "Small squares are municipalities that rounding could place in either of two groups. Only what the summary says lies inside something else is drawn inside it: strategy and dialogue are left out, because how far they overlap with use is not known.",
    },
    rows,
    chart: (options) => unitChart(groups({pages, facebook, users, planned, none}, options.lang), options),
  };
});

function groups(
  parts: Record<"pages" | "facebook" | "users" | "planned" | "none", Quantity>,
  lang: "nb" | "en",
): UnitGroup[] {
  const nb = lang === "nb";
  return [
    {
      quantity: parts.pages,
      label: nb ? "to eller flere sider" : "two or more pages",
      style: "full",
      from: 0,
      labelRow: 1.7,
      depth: 0,
    },
    {quantity: parts.facebook, label: nb ? "på Facebook" : "on Facebook", style: "mid", from: 0, labelRow: 4, depth: 1},
    {quantity: parts.users, label: nb ? "bruker nå" : "use now", style: "outline", from: 0, labelRow: 5.2, depth: 2},
    {
      quantity: parts.planned,
      label: nb ? "har planer" : "have plans",
      style: "planned",
      from: squares(parts.users),
      labelRow: 6.45,
      depth: 2,
    },
    {
      quantity: parts.none,
      label: nb ? "ingen av delene" : "neither",
      style: "none",
      from: 100 - outwardOf100(parts.none).low,
      labelRow: 8.5,
      depth: 2,
    },
  ];
}

/** Squares at the printed values: where the next group starts. */
const squares = ({value}: Quantity) => Math.round((value ?? 0) * 100);
