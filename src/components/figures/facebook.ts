import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatOf100, formatQuantity} from "../../lib/language/format.js";
import {inBoth} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import {type RankBar, rankBars} from "../charts/rankBars.js";
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
      nb: "Nesten alle som brukte sosiale medier, var på Facebook, og de fleste med mer enn én side",
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
      nb: "Bleke ender og prikkede kanter er det avrundingen lar stå åpent. Den nederste stolpen dekker begge tolkningene av «av dem».",
      en: "Pale ends and dotted edges are what rounding leaves open. The last bar covers both readings of “of them”.",
    },
    rows: [users, onFacebook, facebookOfAll, pages, pagesOfAll].map((each) => ({quantity: each})),
    chart: (options) => rankBars(bars({users, onFacebook, facebookOfAll, pages, pagesOfAll}), options),
  };
});

/** A bar of all, and of the shares that lie inside each other. */
function bars({users, onFacebook, facebookOfAll, pages, pagesOfAll}: Record<string, Quantity>): RankBar[] {
  return [
    {quantity: users, label: {nb: "Bruker sosiale medier", en: "Use social media"}, sub: rankLabel.stated},
    {
      quantity: facebookOfAll,
      within: users,
      label: {nb: "Er på Facebook", en: "Are on Facebook"},
      sub: {
        nb: `${formatQuantity(onFacebook, "nb")} av dem i sosiale medier`,
        en: `${formatQuantity(onFacebook, "en")} of those in social media`,
      },
      subOf: onFacebook,
    },
    {
      quantity: pagesOfAll,
      within: facebookOfAll,
      label: {nb: "To eller flere Facebook-sider", en: "Two or more Facebook pages"},
      sub: {nb: `${formatQuantity(pages, "nb")} «av dem»`, en: `${formatQuantity(pages, "en")} “of them”`},
      subOf: pages,
    },
  ];
}
