import {unknownQuantity} from "../../lib/facts.js";
import {inBoth, joinList} from "../../lib/language/text.js";
import {linkChart} from "../charts/linkChart.js";
import {fixedFigure} from "../figure.js";

const lists = {
  factor: {nb: "Suksessfaktorene i teksten", en: "Success factors in the text"},
  criterion: {nb: "Suksesskriteriene i rammen", en: "Success criteria in the box"},
} as const;

/** The two lists of what makes for success, and where they say the same. */
export const successCriteria = fixedFigure(
  {id: "success-criteria", page: "success-criteria", needs: ["summary"]},
  ({summary}) => {
    const items = (list: keyof typeof lists) =>
      summary.claims.filter(({id, topic}) => topic === "success" && id.startsWith(`${list}-`));
    const [factors, criteria] = [items("factor"), items("criterion")];
    const linked = new Set(summary.successLinks.flatMap(({factor, criterion}) => [factor, criterion]));
    const alone = [...factors, ...criteria].filter(({id}) => !linked.has(id));
    const nameOf = (id: string, lang: "nb" | "en") =>
      [...factors, ...criteria].find((each) => each.id === id)?.label?.[lang] ?? id;
    const meets = (id: string) =>
      summary.successLinks.filter(({factor, criterion}) => factor === id || criterion === id);
    return {
      title: {
        nb: "Sammendraget har to lister over det som gir suksess, og de er ikke like",
        en: "The summary has two lists of what makes for success, and they are not the same",
      },
      subtitle: {
        nb: "Faktorene i den løpende teksten og kriteriene i rammen, i sammendragets rekkefølge",
        en: "The factors in the running text and the criteria in the box, in the summary’s order",
      },
      alt: inBoth((lang) => {
        const names = joinList(
          alone.map(({id}) => nameOf(id, lang)),
          lang,
        );
        return lang === "nb"
          ? `To lister med streker mellom punkter som sier det samme. Uten motstykke i den andre listen står ${names}.`
          : `Two lists with lines between items that say the same. Without a counterpart in the other list are ${names}.`;
      }),
      note: {
        nb: "Heltrukken strek: samme innhold. Stiplet: delvis samme innhold. Hult punkt: uten motstykke. Koblingene er vår tolkning. Hvor mange som nevnte hva, sier sammendraget ikke, og numrene i rammen sies ikke å være en rangering.",
        en: "Solid line: the same content. Dashed: partly the same. Hollow point: no counterpart. The links are our reading. How many named what the summary does not say, and the numbers in the box are not said to be a ranking.",
      },
      rows: [...factors, ...criteria].map((claim) => ({
        quantity: unknownQuantity(claim, summary),
        group: lists[claim.id.startsWith("factor") ? "factor" : "criterion"],
        note: inBoth((lang) => {
          const others = meets(claim.id).map(({factor, criterion, match}) => {
            const other = nameOf(factor === claim.id ? criterion : factor, lang);
            const partly = lang === "nb" ? "delvis" : "partly";
            return match === "same" ? other : `${other} (${partly})`;
          });
          if (others.length > 0) return `↔ ${joinList(others, lang)}`;
          return lang === "nb" ? "uten motstykke" : "no counterpart";
        }),
      })),
      chart: (options) => {
        const {lang} = options;
        const side = (list: keyof typeof lists, claims: typeof factors) => ({
          title: lists[list][lang],
          items: claims.map(({id}) => ({id, label: itemLabel(id, nameOf(id, lang))})),
        });
        return linkChart(
          {
            left: side("factor", factors),
            right: side("criterion", criteria),
            links: summary.successLinks.map(({factor, criterion, match}) => ({left: factor, right: criterion, match})),
          },
          options,
        );
      },
    };
  },
);

/** A numbered criterion keeps its number, which is part of how the box reads. */
function itemLabel(id: string, label: string): string {
  const [, number] = /^criterion-(\d)$/.exec(id) ?? [];
  return number ? `${number}. ${label}` : label;
}
