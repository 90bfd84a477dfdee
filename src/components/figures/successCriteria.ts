import type {Claim, Summary} from "../../lib/claims/claim.js";
import {unknownQuantity} from "../../lib/facts.js";
import {inBoth, listText, type Text} from "../../lib/language/text.js";
import {linkChart} from "../charts/linkChart.js";
import {fixedFigure} from "../figure.js";
import {nameOf} from "./shared/derivationText.js";

const lists = {
  factor: {nb: "Suksessfaktorene i teksten", en: "Success factors in the text"},
  criterion: {nb: "Suksesskriteriene i rammen", en: "Success criteria in the box"},
} as const;
type List = keyof typeof lists;

/** The two lists of what makes for success, and where they say the same. */
export const successCriteria = fixedFigure(
  {id: "success-criteria", page: "success-criteria", needs: ["summary"]},
  ({summary}) => {
    const [factors, criteria] = [itemsOf("factor", summary), itemsOf("criterion", summary)];
    const items = [...factors, ...criteria];
    const alone = items.filter(({id}) => linksOf(id, summary).length === 0);
    const names = listText(alone.map(({id}) => nameOf(id, summary)));
    return {
      title: {
        nb: "Sammendraget har to lister over det som gir suksess, og de er ikke like",
        en: "The summary has two lists of what makes for success, and they are not the same",
      },
      subtitle: {
        nb: "Faktorene i den løpende teksten og kriteriene i rammen, i sammendragets rekkefølge",
        en: "The factors in the running text and the criteria in the box, in the summary’s order",
      },
      alt: {
        nb: `To lister med streker mellom punkter som sier det samme. Uten motstykke i den andre listen står ${names.nb}.`,
        en: `Two lists with lines between items that say the same. Without a counterpart in the other list are ${names.en}.`,
      },
      note: {
        nb: "Heltrukken strek: samme innhold. Prikket: delvis samme. Hult punkt: uten motstykke. Koblingene er vår tolkning.",
        en: "Solid line: the same content. Dotted: partly the same. Hollow point: no counterpart. The links are our reading.",
      },
      rows: items.map((claim) => ({
        quantity: unknownQuantity(claim, summary),
        group: lists[claim.id.startsWith("factor") ? "factor" : "criterion"],
        note: counterpartText(claim.id, summary),
      })),
      chart: (options) => {
        const left = {title: lists.factor, items: labelled(factors, summary)};
        const right = {title: lists.criterion, items: labelled(criteria, summary)};
        const links = summary.successLinks.map(({factor, criterion, match}) => ({
          left: factor,
          right: criterion,
          match,
        }));
        return linkChart({left, right, links}, options);
      },
    };
  },
);

const itemsOf = (list: List, {claims}: Summary): Claim[] =>
  claims.filter(({id, topic}) => topic === "success" && id.startsWith(`${list}-`));

const linksOf = (id: string, {successLinks}: Summary) =>
  successLinks.filter(({factor, criterion}) => factor === id || criterion === id);

/** What says the same in the other list. */
function counterpartText(id: string, summary: Summary): Text {
  const others = linksOf(id, summary).map(({factor, criterion, match}): Text => {
    const other = nameOf(factor === id ? criterion : factor, summary);
    return match === "same" ? other : {nb: `${other.nb} (delvis)`, en: `${other.en} (partly)`};
  });
  const list = listText(others);
  return others.length > 0 ? {nb: `↔ ${list.nb}`, en: `↔ ${list.en}`} : {nb: "uten motstykke", en: "no counterpart"};
}

const labelled = (claims: readonly Claim[], summary: Summary) =>
  claims.map(({id}) => ({id, label: itemLabel(id, summary)}));

/** A numbered criterion keeps its number, which is part of how the box reads. */
function itemLabel(id: string, summary: Summary): Text {
  const label = nameOf(id, summary);
  const [, number] = /^criterion-(\d)$/.exec(id) ?? [];
  return number ? inBoth((lang) => `${number}. ${label[lang]}`) : label;
}
