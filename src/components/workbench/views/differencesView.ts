import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import {type Markup, markup} from "../../../lib/markup.js";
import {restOf} from "../../../lib/statistics/tests/letters.js";
import {significant} from "../../../lib/table/table.js";
import {type Differences, differencesOf} from "../../../lib/table/tableTests.js";
import {type DifferenceRow, differenceRows} from "../../charts/crosstab/differenceRows.js";
import type {Made, Section, ViewParts} from "../made.js";
import {columnGroup, predicateOf} from "../predicates.js";
import {namedMadeUp} from "../sentences.js";
import {differencesText, refusalView} from "../words.js";
import {comparisonsMarkup} from "./comparisonsMarkup.js";
import {tableParts} from "./tableView.js";

/** Two columns compared in a row: the higher first, unless the second is what all are compared with. */
interface Difference extends Omit<DifferenceRow, "label" | "shown"> {
  row: number;
  a: number;
  b: number;
  p: number;
}

/** At most so many are drawn; the table has all. */
const mostDrawn = 24;

/**
 * How the columns differ: each from each, from the others together, or from one of them, with intervals and adjusted p.
 * The picture is of the chosen answer, the table of all.
 */
export function differencesView(made: Made): ViewParts {
  const found = made.sections.map((section) => comparedIn(made, section));
  if (!made.columns || found.every((each) => each === null)) return refusalView(notCompared);
  const drawn = (lang: Lang) =>
    found.flatMap((differences, s) =>
      (differences ?? [])
        .filter(({row}) => made.rows.categories[row]?.code === made.answer)
        .slice(0, mostDrawn)
        .map((each): DifferenceRow => {
          const {title} = made.sections[s];
          const label = pairText(made, each, lang);
          return {...each, label: title ? `${title[lang]}. ${label}` : label, shown: pointsText(each, lang)};
        }),
    );
  const parts = tableParts(made);
  const all = found.flatMap((each) => each ?? []);
  return {
    ...parts,
    title: inBoth((lang) => namedMadeUp(made.sections[0].table, sentence(made, all, lang), lang)),
    alt: inBoth(
      (lang) =>
        drawn(lang)
          .map(({label, shown}) => `${label}: ${shown}`)
          .join("; ") || noneText[lang],
    ),
    note: differencesText,
    shows: "both",
    table: (options) =>
      markup`${made.sections.map((section, s) => differencesMarkup(made, section, found[s] ?? [], options.lang))}${parts.table?.(options)}`,
    chart: (options) => differenceRows(drawn(options.lang), options),
  };
}

/** Null where the columns cannot be compared. */
function comparedIn({selection, columns}: Made, {tabulated, table}: Section): Difference[] | null {
  const at = columns?.categories.findIndex(({code}) => selection.compare === `${columns.name}.${code}`) ?? -1;
  const isRest = selection.compare === "rest" || columns?.type === "multiple";
  const against = isRest ? "rest" : at >= 0 ? at : "each";
  const differences = tabulated && differencesOf(tabulated, against);
  return differences && ordered(differences, against === "each", table.rank === "standIn");
}

/** The greatest first. */
function ordered({pairs}: Differences, isTurned: boolean, isMadeUp: boolean): Difference[] {
  return pairs
    .map(({row, a, b, proportions: [first, second], interval: intervalOf, adjustedP}) => {
      const difference = first - second;
      const interval = intervalOf();
      const common = {row, p: adjustedP, isSignificant: adjustedP < significant, isMadeUp};
      return isTurned && difference < 0
        ? {...common, a: b, b: a, difference: -difference, low: -interval.high, high: -interval.low}
        : {...common, a, b, difference, ...interval};
    })
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
}

/** “16 (3–29)”, with a sign where it is a fall. */
function pointsText({difference, low, high}: Pick<Difference, "difference" | "low" | "high">, lang: Lang): string {
  const points = (share: number) => formatNumber(Math.round(share * 100), lang).replace("-", "−");
  return `${points(difference)} (${points(low)} ${lang === "nb" ? "til" : "to"} ${points(high)})`;
}

/** How many answered in each of the two; the others together are those in the other columns shown. */
function basesText({columns}: Made, {tabulated}: Section, {a, b}: Difference, lang: Lang): string {
  const lines = tabulated?.table.columns ?? [];
  const of = (column: number) => lines[column + 1].unweightedBase ?? 0;
  if (b !== restOf) return [a, b].map((column) => formatNumber(of(column), lang)).join(", ");
  if (columns?.type === "multiple") return formatNumber(of(a), lang);
  const all = lines.slice(1).reduce((n, {unweightedBase}) => n + (unweightedBase ?? 0), 0);
  return `${formatNumber(of(a), lang)}, ${formatNumber(all - of(a), lang)}`;
}

function pairText({columns}: Made, {a, b}: Pick<Difference, "a" | "b">, lang: Lang): string {
  const name = (column: number) => columns?.categories[column].label[lang] ?? "";
  return `${name(a)} – ${b === restOf ? othersText[lang] : name(b)}`;
}

const othersText: Text = {nb: "de andre", en: "the others"};

function sentence(made: Made, all: readonly Difference[], lang: Lang): string {
  const {rows, columns, answer} = made;
  const own = all.filter(({row}) => rows.categories[row]?.code === answer);
  const certain = own.filter(({isSignificant}) => isSignificant);
  if (own.length === 0 || !columns) return noneText[lang];
  const said = predicateOf(rows, answer, lang);
  if (certain.length === 0) return templates[lang].none(said, own.length);
  const [{a, b, difference, low, high}] = certain;
  const group = (column: number) =>
    column === restOf ? othersText[lang] : columnGroup(columns, columns.categories[column], lang);
  return templates[lang].widest(group(a), group(b), said, {
    points: formatNumber(Math.abs(difference) * 100, lang),
    range: difference < 0 ? [-high, -low] : [low, high],
    isMore: difference > 0,
  });
}

interface Gap {
  points: string;
  range: number[];
  isMore: boolean;
}

const rangeText = ([low, high]: number[], lang: Lang) =>
  `${formatNumber(low * 100, lang)}–${formatNumber(high * 100, lang)}`;

const templates: Record<
  Lang,
  {none(said: string, compared: number): string; widest(a: string, b: string, said: string, gap: Gap): string}
> = {
  nb: {
    none: (said, compared) =>
      `ingen signifikante forskjeller i hvem som ${said}, av ${compared} ${compared === 1 ? "sammenligning" : "sammenligninger"}`,
    widest: (a, b, said, {points, range, isMore}) =>
      `${points} prosentpoeng (${rangeText(range, "nb")}) ${isMore ? "flere" : "færre"} av ${a} enn av ${b} ${said}`,
  },
  en: {
    none: (said, compared) =>
      `no significant difference in who ${said}, of ${compared} ${compared === 1 ? "comparison" : "comparisons"}`,
    widest: (a, b, said, {points, range, isMore}) =>
      `${points} percentage points (${rangeText(range, "en")}) ${isMore ? "more" : "fewer"} of ${a} than of ${b} ${said}`,
  },
};

const noneText: Text = {
  nb: "for få har gitt dette svaret til å sammenligne grupper",
  en: "too few gave this response to compare groups",
};

const notCompared: Text = {
  nb: "Velg en inndeling og «Prosent av kolonnen». Da sammenlignes gruppene her. Tall fra registeret alene er fakta og testes ikke.",
  en: "Choose a breakdown and “Per cent of the column”. The groups are then compared here. Numbers from the register alone are facts and not tested.",
};

/** All comparisons, by answer and the greatest first. */
function differencesMarkup(made: Made, section: Section, found: readonly Difference[], lang: Lang): Markup {
  const {title, table} = section;
  if (found.length === 0) return markup`<p>${noneText[lang]}</p>`;
  const comparisons = made.rows.categories.flatMap(({label}, row) =>
    found
      .filter((each) => each.row === row)
      .map((each) => ({
        of: label[lang],
        compared: pairText(made, each, lang),
        bases: basesText(made, section, each, lang),
        points: pointsText(each, lang),
        p: each.p,
      })),
  );
  const heads = {of: table.rowVariable.label, points: {nb: "Forskjell", en: "Difference"}};
  return markup`${title && markup`<h3>${title[lang]}</h3>`}${comparisonsMarkup(comparisons, {lang, rank: table.rank, caption: captionText, heads})}`;
}

const captionText: Text = {
  nb: "Forskjeller i prosentpoeng, med 95\u00a0% intervall og p justert etter Holm",
  en: "Differences in percentage points, with 95% intervals and p adjusted by Holm’s method",
};
