import {formatNumber, formatPercent, outwardOf100} from "../../../lib/language/format.js";
import {inBoth, type Lang, quoted, type Text} from "../../../lib/language/text.js";
import type {NonresponseBounds, UnknownBounds} from "../../../lib/table/nonresponseBounds.js";
import {hundredText, levelText, outOf} from "../../../lib/table/shown/cellText.js";
import {groupText} from "../../../lib/table/shown/groupText.js";
import {fewestForPercent} from "../../../lib/table/table.js";
import type {Made} from "../made.js";
import {byText, predicateOf} from "../predicates.js";
import {namedMadeUp, ofEachLayer, percent} from "../sentences.js";
import {templates} from "../sentenceTemplates.js";
import type {Line} from "./whatIfLines.js";

type Known = Extract<NonresponseBounds, {status: "known"}>;

/** The ends of a band, rounded outward: `18–59`; one number where all answered. */
export function bandText({band, respondents, population}: Known, lang: Lang): string {
  if (respondents === population) return formatNumber(band.low * 100, lang);
  const {low, high} = outwardOf100(band);
  return `${low}–${high}`;
}

/** `270 of 448 (60%)`. */
export function answeredText({respondents, population, responseRate}: Known, lang: Lang): string {
  return `${outOf(respondents, population, lang)} (${formatPercent(responseRate, lang, 0)})`;
}

/** What is supposed of all who are chosen, and what is possible: `lines` has their line of each section. */
export function titleOf(made: Made, lines: readonly Line[]): Text {
  const {sections, rows, columns, answer} = made;
  return inBoth((lang) => {
    const said = predicateOf(rows, answer, lang);
    const asked = quoted(rows.label[lang], lang);
    const told = sections[0].title
      ? (ofEachLayer(made, lang, {
          said: `${said}${conditionText(made, lang)}`,
          told: (_, s) => layerText(lines[s], lang),
        }) ?? templates[lang].layers(asked, columns && byText(columns, lang)))
      : sentence(made, lines[0], {said, lang});
    return namedMadeUp(sections[0].table, told, lang);
  });
}

function sentence(made: Made, {bounds, supposed}: Line, {said, lang}: {said: string; lang: Lang}): string {
  const known = bounds as Known;
  const isKnown = known.respondents === known.population;
  const of = subjectOf(made, known, {said, lang});
  if (isKnown) return `${of(wholeText(known, lang))}; ${{nb: "alle svarte", en: "all answered"}[lang]}`;
  const [low, high] = bandText(known, lang).split("–");
  if (supposed === null) return of(lang === "nb" ? `mellom ${low} og ${high} prosent` : `between ${low} and ${high}%`);
  const possible = lang === "nb" ? `Mellom ${low} og ${high} er mulig` : `Anything from ${low} to ${high} is possible`;
  return `${of(percent(supposed, lang))}${conditionText(made, lang)}. ${possible}`;
}

/** A share of the group that filters leave, or of everybody. */
function subjectOf(made: Made, {population}: Known, {said, lang}: {said: string; lang: Lang}) {
  const {filters} = made.sections[0].table;
  const group = {filters, hasUnits: made.hasUnits, isRouted: false, isOfAll: true};
  return (many: string) =>
    filters.length > 0
      ? templates[lang].ofGroup(groupText(group, population, lang), {many, interval: ""}, said)
      : templates[lang].ofAll({many, interval: ""}, said);
}

/** The share of a group in which all answered; of few `1 of 3`. */
function wholeText({band, population}: Known, lang: Lang): string {
  if (population >= fewestForPercent) return percent(band.low, lang);
  return outOf(band.low * population, population, lang);
}

function layerText({bounds, supposed}: Line, lang: Lang): string {
  if (bounds.status === "unknown") return {nb: "ukjent", en: "unknown"}[lang];
  if (bounds.respondents === bounds.population) return wholeText(bounds, lang);
  const possible = `${{nb: "mulig", en: "possible"}[lang]} ${bandText(bounds, lang)}`;
  return supposed === null ? possible : `${percent(supposed, lang)} (${possible})`;
}

function conditionText({selection: {others, often}}: Made, lang: Lang): string {
  if (others !== "own") return ` ${conditions[others][lang]}`;
  return lang === "nb"
    ? ` hvis det gjaldt ${often}\u00a0% så ofte blant dem som ikke svarte`
    : ` if that was ${often}% as common among non-respondents`;
}

const conditions: Record<string, Text> = {
  same: {
    nb: "hvis de som ikke svarte, ligner resten",
    en: "if non-respondents are like the rest",
  },
  half: {
    nb: "hvis det gjaldt halvparten så ofte blant dem som ikke svarte",
    en: "if that was half as common among non-respondents",
  },
  double: {
    nb: "hvis det gjaldt dobbelt så ofte blant dem som ikke svarte",
    en: "if that was twice as common among non-respondents",
  },
  never: {
    nb: "hvis det ikke gjaldt noen av dem som ikke svarte",
    en: "if that was true of no non-respondents",
  },
  always: {
    nb: "hvis det gjaldt alle som ikke svarte",
    en: "if that was true of all non-respondents",
  },
};

/** The question, of what the per cent are, and how many answered. */
export function subtitleOf({rows, columns, sections}: Made, {bounds}: Line): Text {
  return inBoth((lang) => {
    const asked = rows.question?.[lang] ?? `${rows.label[lang]}.`;
    const by = columns ? `, ${{nb: "etter", en: "by"}[lang]} ${byText(columns, lang)}` : "";
    const answered =
      bounds.status === "known" && !sections[0].title
        ? `. ${answeredText(bounds, lang)} ${{nb: "svarte på spørsmålet", en: "answered the question"}[lang]}`
        : "";
    return `${asked} ${captionText[lang]}${by}${answered}.`;
  });
}

export const captionText: Text = {
  nb: "Prosent av alle i gruppen, også dem som ikke svarte",
  en: "Per cent of the whole group, non-respondents included",
};

/** A line in words, under the name of its group, or of its answer. */
export function lineText(label: Text, {cell, bounds}: Line, lang: Lang): string {
  const said = `${label[lang]} ${hundredText(cell, lang)}`;
  if (bounds.status === "unknown" || bounds.respondents === bounds.population) return said;
  return `${said}, ${{nb: "mulig", en: "possible"}[lang]} ${bandText(bounds, lang)}`;
}

export const noteText = (level: number): Text => ({
  nb: `Punkt: andelen hvis de som ikke svarte, ligner dem som svarte i samme størrelsesklasse og fylke, med ${levelText(level, "nb")} konfidensintervall. Grått felt: alt som er mulig, uansett hva de ville ha svart. Rute på høykant: andelen med det du har valgt. Hver rad er regnet for seg.`,
  en: `Dot: the share if non-respondents are like respondents of the same size class and county, with its ${levelText(level, "en")} confidence interval. Grey band: everything possible, whatever they would have answered. Diamond: the share on your assumption. Each row is worked out separately.`,
});

/** Why nothing is known of a cell. */
export const reasons: Record<UnknownBounds, Text> = {
  notColumnPercent: {
    nb: "«Hva om» gjelder vektet prosent av kolonnen. Velg det under «Tall» og «Vekter».",
    en: "“What if” is about weighted per cent of the column. Choose that under “Numbers” and “Weights”.",
  },
  knownRows: {
    nb: "Radene står i registeret, også for dem som ikke svarte.",
    en: "The rows come from the register, which covers non-respondents too.",
  },
  noUnits: {nb: "Ingen vet hvor mange som ikke svarte.", en: "Nobody knows how many did not answer."},
  groupNotKnown: {
    nb: "Gruppen bygger på et svar. Ingen vet hvem av dem som ikke svarte, som hører til den.",
    en: "The group rests on an answer. Nobody knows which non-respondents belong to it.",
  },
  notAskedOfAll: {
    nb: "Spørsmålet ble bare stilt til noen. Ingen vet hvem av dem som ikke svarte, som ville fått det.",
    en: "Only some were asked the question. Nobody knows which non-respondents would have been.",
  },
  noPopulation: {nb: "Det er ingen enheter i gruppen.", en: "There are no units in the group."},
  notPublished: {nb: "Tallet er skjult.", en: "The number is suppressed."},
};
