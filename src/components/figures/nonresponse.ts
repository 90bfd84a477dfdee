import {quantitiesOf, quantity} from "../../lib/facts.js";
import {formatCount, outwardOf100} from "../../lib/language/format.js";
import {inBoth, type Text} from "../../lib/language/text.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {rangeBand} from "../charts/rangeBand.js";
import {fixedFigure, publishedParts} from "../figure.js";

/** Parts of all municipalities that may have answered, and how the axis calls them. */
const parts: readonly {at: number; label: Text}[] = [
  {at: 0.25, label: {nb: "en fjerdedel", en: "a quarter"}},
  {at: 0.5, label: {nb: "halvparten", en: "half"}},
  {at: 0.75, label: {nb: "tre fjerdedeler", en: "three quarters"}},
];

/** What the share of all could be, not of those that answered alone, by how many answered: the summary does not say. */
export const nonresponse = fixedFigure(
  {id: "nonresponse", page: "adoption", needs: [...publishedParts, "register"]},
  (facts) => {
    const users = quantity(quantitiesOf(facts), "uses-now");
    const {municipalities} = facts.register;
    const points = parts.map(({at, label}) => ({at, label, quantity: ofAll(users, {at, label, municipalities})}));
    const half = outwardOf100(points[1].quantity);
    const all = municipalities;
    return {
      title: {
        nb: `Svarte halvparten, kan alt fra ${half.low} til ${half.high} av hundre kommuner ha brukt sosiale medier`,
        en: `If half answered, anything from ${half.low} to ${half.high} of a hundred municipalities may have used social media`,
      },
      subtitle: {
        nb: `Andelen av alle ${all} kommuner som kan ha brukt sosiale medier våren 2011, etter hvor mange som svarte`,
        en: `The share of all ${all} municipalities that may have used social media in spring 2011, by how many answered`,
      },
      alt: inBoth((lang) =>
        points.map(({label, quantity}) => `${label[lang]}: ${formatCount(quantity, lang)}`).join("; "),
      ),
      note: {
        nb: "Nedre linje: Ingen av dem som ikke svarte, brukte sosiale medier. Øvre linje: Alle gjorde det.",
        en: "Lower line: none of those that did not answer used social media. Upper line: all of them did.",
      },
      rows: [...points.map(({quantity}) => ({quantity})), {quantity: users}],
      chart: (options) =>
        rangeBand(
          {
            points,
            known: {
              quantity: users,
              label: knownText(users),
              end: {nb: "alle svarte", en: "all answered"},
            },
          },
          options,
        ),
    };
  },
);

const knownText = (users: Quantity) =>
  inBoth((lang) =>
    lang === "nb"
      ? `${formatCount(users, lang)} av hundre som svarte`
      : `${formatCount(users, lang)} of a hundred that answered`,
  );

/** Limits of the share of all, if a part of them answered: of the others none may be users, or every one. */
function ofAll(
  users: Quantity,
  {at, label, municipalities}: {at: number; label: Text; municipalities: number},
): Quantity {
  return {
    ...users,
    id: `uses-now-if-${Math.round(at * 100)}`,
    label: {nb: `Brukte sosiale medier, hvis ${label.nb} svarte`, en: `Used social media, if ${label.en} answered`},
    rank: "bounded",
    value: null,
    low: users.low * at,
    high: users.high * at + 1 - at,
    base: {
      nb: `alle ${municipalities} kommuner, de som svarte og de andre`,
      en: `all ${municipalities} municipalities, those that answered and the others`,
    },
  };
}
