import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import {type Markup, markup} from "../../../lib/markup.js";
import {restOf} from "../../../lib/statistics/tests/letters.js";
import {levelText} from "../../../lib/table/shown/cellText.js";
import {type DifferenceRow, differenceRows} from "../../charts/crosstab/differenceRows.js";
import type {Made, Section, ViewParts} from "../made.js";
import {namedMadeUp} from "../sentences.js";
import {differencesText, refusalView} from "../words.js";
import {againstOf, basesOf, type Comparison, comparisonsOf} from "./comparisons.js";
import {comparisonsList} from "./comparisonsList.js";
import {comparisonsMarkup} from "./comparisonsMarkup.js";
import {differencesSentence, noneText} from "./differencesSentence.js";
import {tableParts} from "./tableView.js";

/** At most so many are drawn; the table has all. */
const mostDrawn = 24;

/**
 * How the columns differ, in shares or in means: each from each, from the others together, or from one of them, and of
 * columns in order the trend; with intervals and adjusted p. The picture is of the chosen answer, the table of all.
 */
export function differencesView(made: Made): ViewParts {
  const found = made.sections.map((section) => comparisonsOf(made, section));
  if (!made.columns || found.every((each) => each === null)) return refusalView(notCompared);
  const [{table}] = made.sections;
  const isMean = table.measure === "mean";
  const drawn = (lang: Lang) =>
    found.flatMap((comparisons, s) =>
      (comparisons ?? [])
        .filter(({row}) => isMean || made.rows.categories[row]?.code === made.answer)
        .slice(0, mostDrawn)
        .map((each): DifferenceRow => {
          const {title} = made.sections[s];
          const label = comparedText(made, each, lang);
          const shown = pointsText(each, isMean, lang);
          return {...each, label: title ? `${title[lang]}. ${label}` : label, shown};
        }),
    );
  const parts = tableParts(made);
  const all = found.flatMap((each) => each ?? []);
  return {
    ...parts,
    ...(parts.explored && {explored: {...parts.explored, compare: againstOf(made).compare}}),
    list: (lang) => comparisonsList(made, found, lang),
    title: inBoth((lang) => namedMadeUp(table, differencesSentence(made, all, lang), lang)),
    alt: inBoth(
      (lang) =>
        drawn(lang)
          .map(({label, shown}) => `${label}: ${shown}`)
          .join("; ") || noneText[lang],
    ),
    note: differencesText(table),
    shows: "both",
    table: (options) =>
      markup`${made.sections.map((section, s) => differencesMarkup(made, section, found[s] ?? [], options.lang))}${parts.table?.(options)}`,
    chart: (options) => differenceRows(drawn(options.lang), {...options, isMean}),
  };
}

/** “16 (3 to 29)”, with a sign where it is a fall. Of a mean with its decimals, and of a step with one. */
function pointsText({kind, difference, low, high}: Comparison, isMean: boolean, lang: Lang): string {
  const [scale, digits] = isMean ? [1, 2] : [100, kind === "trend" ? 1 : 0];
  const points = (each: number) =>
    formatNumber(each * scale, lang, digits)
      .replace(/^-(?=[0.,]*$)/, "")
      .replace("-", "−");
  return `${points(difference)} (${points(low)} ${lang === "nb" ? "til" : "to"} ${points(high)})`;
}

function comparedText({columns}: Made, {kind, a, b}: Comparison, lang: Lang): string {
  const name = (column: number) => columns?.categories[column].label[lang] ?? "";
  if (kind === "trend") return trendText[lang];
  return `${name(a)} – ${b === restOf ? othersText[lang] : name(b)}`;
}

const othersText: Text = {nb: "de andre", en: "the others"};
const trendText: Text = {nb: "Lineær trend, per trinn", en: "Linear trend, per step"};

const notCompared: Text = {
  nb: "Velg en inndeling og «Prosent av kolonnen» eller «Gjennomsnitt». Da sammenlignes gruppene her. Tall fra registeret alene er fakta og testes ikke.",
  en: "Choose a breakdown and “Per cent of the column” or “Mean”. The groups are then compared here. Numbers from the register alone are facts and not tested.",
};

/** All comparisons, by answer and the greatest first. */
function differencesMarkup(
  made: Made,
  {title, table, tabulated}: Section,
  found: readonly Comparison[],
  lang: Lang,
): Markup {
  if (found.length === 0 || !tabulated) return markup`<p>${noneText[lang]}</p>`;
  const isMean = table.measure === "mean";
  const comparisons = tabulated.table.rows.flatMap(({label}, row) =>
    found
      .filter((each) => each.row === row)
      .map((each) => ({
        of: label[lang],
        compared: comparedText(made, each, lang),
        bases: basesOf(tabulated, each)
          .map((n) => formatNumber(n, lang))
          .join(", "),
        points: pointsText(each, isMean, lang),
        p: each.adjustedP,
      })),
  );
  const caption = inBoth((each) => captions[isMean ? "mean" : "share"][each](levelText(table.level, each)));
  const heads = {of: table.rowVariable.label, points: {nb: "Forskjell", en: "Difference"}};
  return markup`${title && markup`<h3>${title[lang]}</h3>`}${comparisonsMarkup(comparisons, {lang, rank: table.rank, caption, heads})}`;
}

const captions: Record<"share" | "mean", Record<Lang, (level: string) => string>> = {
  share: {
    nb: (level) => `Forskjeller i prosentpoeng, med ${level} intervall og p justert etter Holm`,
    en: (level) => `Differences in percentage points, with ${level} intervals and p adjusted by Holm’s method`,
  },
  mean: {
    nb: (level) => `Forskjeller mellom gjennomsnitt, med ${level} intervall og p justert etter Holm`,
    en: (level) => `Differences of means, with ${level} intervals and p adjusted by Holm’s method`,
  },
};
