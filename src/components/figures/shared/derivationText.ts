import type {Summary} from "../../../lib/claims/claim.js";
import {formatPercent} from "../../../lib/language/format.js";
import {inBoth, listText, type Text} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";

/** How a claim is told, by its id. */
export type ClaimText = (id: string, summary: Summary) => Text;

/** What a range follows from, in words. */
export function derivationText({rank, claims}: Quantity, summary: Summary, tell: ClaimText = valueAndName): Text {
  const list = claimsText(claims, summary, tell);
  if (rank === "stated") return {nb: `Oppgitt: ${list.nb}`, en: `Stated: ${list.en}`};
  if (claims.length > 0) return {nb: `Følger av ${list.nb}`, en: `Follows from ${list.en}`};
  if (rank === "unknown") return {nb: "Ingen oppgitte tall sier noe", en: "No stated number says anything"};
  return {nb: "Følger av ordene alene", en: "Follows from the words alone"};
}

/** A stated number by its value: "58 %". */
export const valueAlone: ClaimText = (id, {claims}) =>
  inBoth((lang) => formatPercent((claims.find((claim) => claim.id === id)?.value ?? Number.NaN) / 100, lang));

/** A stated number by value and name: "58 % (Bruker sosiale medier)". */
const valueAndName: ClaimText = (id, summary) => {
  const [value, name] = [valueAlone(id, summary), nameOf(id, summary)];
  return inBoth((lang) => `${value[lang]} (${name[lang]})`);
};

/** A claim by its short name. */
export const nameOf: ClaimText = (id, {claims}) => {
  const claim = claims.find((each) => each.id === id);
  return claim?.label ?? claim?.text ?? {nb: id, en: id};
};

/** Claims in a list, as a sentence joins them. */
export function claimsText(ids: readonly string[], summary: Summary, tell: ClaimText = valueAndName): Text {
  return listText(ids.map((id) => tell(id, summary)));
}
