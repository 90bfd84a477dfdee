import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatOf100, formatQuantity} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import {rankBars} from "../charts/rankBars.js";
import {fixedFigure, publishedParts} from "../figure.js";

/** Facebook among users, and the number of pages among those on Facebook. */
export const facebook = fixedFigure({id: "facebook", page: "channels", needs: publishedParts}, (facts) => {
  const all = quantitiesOf(facts);
  const users = quantity(all, "uses-now");
  const onFacebook = quantity(all, "on-facebook");
  const pages = quantity(all, "two-or-more-pages");
  const facebookOfAll = quantity(all, "facebook-of-all");
  const pagesOfAll = quantity(all, "two-or-more-of-all");
  return {
    title: {
      nb: "Nesten alle som brukte sosiale medier, var på Facebook, og de fleste hadde mer enn én side",
      en: "Nearly all that used social media were on Facebook, and most had more than one page",
    },
    subtitle: {
      nb: "Av hundre kommuner som svarte, januar–april 2011. Omrisset er gruppen andelen er regnet av.",
      en: "Of a hundred municipalities that answered, January–April 2011. The outline is the group the share is of.",
    },
    alt: inBoth((lang) =>
      lang === "nb"
        ? `Tre stolper inni hverandre. ${formatOf100(users, lang)} bruker sosiale medier. ${formatQuantity(onFacebook, lang)} av disse er på Facebook, det vil si ${formatOf100(facebookOfAll, lang)}. ${formatQuantity(pages, lang)} «av dem» har to eller flere sider, det vil si ${formatOf100(pagesOfAll, lang)}.`
        : `Three bars inside one another. ${formatOf100(users, lang)} use social media. ${formatQuantity(onFacebook, lang)} of these are on Facebook, that is ${formatOf100(facebookOfAll, lang)}. ${formatQuantity(pages, lang)} “of them” have two or more pages, that is ${formatOf100(pagesOfAll, lang)}.`,
    ),
    note: {
      nb: "Den bleke enden av en stolpe og den prikkede kanten av et omriss er det avrundingen lar stå åpent. «Av dem» i sammendraget kan være kommunene på Facebook eller alle som brukte sosiale medier; den nederste stolpen dekker begge tolkningene.",
      en: "The pale end of a bar and the dotted edge of an outline are what rounding leaves open. “Of them” in the summary may be the municipalities on Facebook or all that used social media; the last bar covers both readings.",
    },
    rows: [users, onFacebook, facebookOfAll, pages, pagesOfAll].map((each) => ({quantity: each})),
    chart: (options) => {
      const {lang} = options;
      const nb = lang === "nb";
      return rankBars(
        [
          {quantity: users, label: nb ? "Bruker sosiale medier" : "Use social media", sub: nb ? "oppgitt" : "stated"},
          {
            quantity: facebookOfAll,
            within: users,
            label: nb ? "Er på Facebook" : "Are on Facebook",
            sub: nb
              ? `${formatQuantity(onFacebook, lang)} av dem i sosiale medier`
              : `${formatQuantity(onFacebook, lang)} of those in social media`,
            subOf: onFacebook,
          },
          {
            quantity: pagesOfAll,
            within: facebookOfAll,
            label: nb ? "To eller flere Facebook-sider" : "Two or more Facebook pages",
            sub: nb ? `${formatQuantity(pages, lang)} «av dem»` : `${formatQuantity(pages, lang)} “of them”`,
            subOf: pages,
          },
        ],
        options,
      );
    },
  };
});
