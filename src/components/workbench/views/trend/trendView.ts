import {ticks as ticksOf} from "d3";
import {formatNumber} from "../../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../../lib/language/text.js";
import {type Markup, markup} from "../../../../lib/markup.js";
import {cellText, hundredText, levelText} from "../../../../lib/table/shown/cellText.js";
import type {Cell, PublishedCell} from "../../../../lib/table/table.js";
import type {ChartOptions} from "../../../charts/chart.js";
import {fittedDomain, type TrendAxes, type TrendDot, type TrendSeries, trendChart} from "../../../charts/trendChart.js";
import type {Made, Section, ViewParts} from "../../made.js";
import {namedMadeUp} from "../../sentences.js";
import {refusalView} from "../../words.js";
import {comparisonsMarkup} from "../comparisonsMarkup.js";
import {tableParts} from "../tableView.js";
import {flowsMarkup} from "./flowsMarkup.js";
import {type Trend, type TrendLine, trendOf} from "./trendLines.js";
import {pointsText, rangeText, trendNote, trendSentence} from "./trendWords.js";

/** Answers, or groups, through the waves as lines with intervals; below, each change with its test, and the numbers. */
export function trendView(made: Made): ViewParts {
  const trend = trendOf(made);
  if (!trend) return refusalView(noWaves);
  const parts = tableParts({...made, sections: made.sections.map(untested)});
  return {
    ...parts,
    title: trendSentence(made, trend),
    alt: altOf(made, trend),
    note: trendNote(made, trend),
    shows: "both",
    table: (options) =>
      markup`${changesMarkup(made, trend, options.lang)}${flowsMarkup(made, trend, options.lang)}${parts.table?.(options)}`,
    chart: (options) => drawTrend(made, trend, options),
  };
}

/** A table whose columns are not all compared: what is compared is never across a break. */
const untested = (section: Section): Section => ({...section, association: () => null, differences: () => null});

const noWaves: Text = {
  nb: "Denne undersøkelsen har én runde, så det er ingen utvikling å vise.",
  en: "This survey was made once, so there is no trend to show.",
};

function drawTrend(made: Made, trend: Trend, options: ChartOptions): SVGSVGElement {
  const {lang} = options;
  const series = trend.lines.map(
    (line): TrendSeries => ({
      label: line.label[lang],
      isChosen: line.isChosen,
      stretches: line.stretches.map((stretch) => stretch.map((wave) => dotOf(made, trend, line, wave, lang))),
    }),
  );
  const breaks = trend.breaks.map(({before}) => trend.waves.findIndex(({code}) => code === before));
  return trendChart(
    series,
    {
      waves: trend.waves.map(({label}, at) => ({time: trend.times[at], label: label[lang]})),
      breaks,
      breakLabel: {nb: "brudd", en: "break"}[lang],
      ...scaleOf(made, series, lang),
    },
    options,
  );
}

/** From 0 to 100 of a hundred, unless the reader has it fitted; means are always fitted. */
function scaleOf({selection}: Made, series: readonly TrendSeries[], lang: Lang): Pick<TrendAxes, "domain" | "ticks"> {
  const isMean = selection.measure === "mean";
  const tick = (value: number) => ({
    value,
    label: isMean ? formatNumber(value, lang, value % 1 === 0 ? 0 : 1) : formatNumber(value * 100, lang),
  });
  if (!isMean && selection.axis !== "fit") return {domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1].map(tick)};
  const [low, high] = fittedDomain(series);
  const inside = ticksOf(low, high, 5);
  const step = inside.length > 1 ? inside[1] - inside[0] : high - low;
  const all = [Math.max(isMean ? low : 0, inside[0] - step), ...inside, inside[inside.length - 1] + step];
  const shown = all.filter((value, at) => (isMean || (value >= 0 && value <= 1)) && all.indexOf(value) === at);
  return {domain: [shown[0], shown[shown.length - 1]], ticks: shown.map(tick)};
}

function dotOf({id}: Made, {waves}: Trend, {at, row, cells, section}: TrendLine, wave: number, lang: Lang): TrendDot {
  const cell = cells[wave] as PublishedCell & {estimate: number};
  const {measure, rank} = section.table;
  const {low, high} = cell.interval ?? {low: cell.estimate, high: cell.estimate};
  return {
    id: `${at === 0 ? id : `${id}-${at + 1}`}-${row.code}-${waves[wave].code}`,
    ...{wave, value: cell.estimate, low, high, isMadeUp: rank === "standIn"},
    shown: measure === "mean" ? cellText(cell, measure, lang) : hundredText(cell, lang),
  };
}

function altOf({sections: [{table}]}: Made, {lines, waves}: Trend): Text {
  return inBoth((lang) => {
    const told = lines.map(({label, cells}) => {
      const numbers = cells.flatMap((cell, at) =>
        cell ? [`${waves[at].label[lang]} ${cellText(cell, table.measure, lang)}`] : [],
      );
      return `${label[lang]}: ${numbers.join(", ")}`;
    });
    const count = formatNumber(lines.length, lang);
    const said =
      lang === "nb"
        ? `${count} ${lines.length === 1 ? "linje" : "linjer"} gjennom bølgene. ${told.join("; ")}.`
        : `${count} ${lines.length === 1 ? "line" : "lines"} through the waves. ${told.join("; ")}.`;
    return namedMadeUp(table, said, lang);
  });
}

/** Every change, line by line. */
function changesMarkup({explorer, rows, sections}: Made, {lines, waves, isByGroup}: Trend, lang: Lang): Markup {
  const {rank, level} = sections[0].table;
  const name = (wave: number) => waves[wave].label[lang];
  const base = (cell: Cell | null) => (cell?.status === "published" ? formatNumber(cell.unweightedBase, lang) : ":");
  const changes = lines.flatMap(({label, cells, changes: own}) =>
    own.map(({from, to, difference, interval, p}) => ({
      of: label[lang],
      compared: `${name(from)} – ${name(to)}`,
      bases: `${base(cells[from])}, ${base(cells[to])}`,
      points: `${pointsText(difference, lang)} (${rangeText(interval, lang)})`,
      p,
    })),
  );
  if (changes.length === 0) return markup``;
  const heads = {of: isByGroup ? {nb: "Gruppe", en: "Group"} : rows.label, points: {nb: "Endring", en: "Change"}};
  return comparisonsMarkup(changes, {
    lang,
    rank,
    caption: captionText(levelText(level, lang), explorer.waves?.panel !== undefined),
    heads,
    className: "changes",
  });
}

const captionText = (level: string, isFollowed: boolean): Text => ({
  nb: `Endringer i prosentpoeng, med ${level} intervall og p justert etter Holm; ${isFollowed ? "det er regnet med at mange svarte flere ganger" : "bølgene er uavhengige utvalg"}`,
  en: `Changes in percentage points, with ${level} intervals and p adjusted by Holm’s method; ${isFollowed ? "those that answered more than once are taken into account" : "waves are independent samples"}`,
});
