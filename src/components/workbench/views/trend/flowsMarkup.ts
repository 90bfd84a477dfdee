import {formatNumber} from "../../../../lib/language/format.js";
import {type Lang, quoted, type Text} from "../../../../lib/language/text.js";
import {type Markup, markup} from "../../../../lib/markup.js";
import {rankLabel} from "../../../../lib/quantities/rank.js";
import {significant} from "../../../../lib/table/table.js";
import {flowParts, type WaveFlow} from "../../../../lib/table/waveFlows.js";
import type {Made} from "../../made.js";
import {categoryOf} from "../../predicates.js";
import {pText} from "../../words.js";
import {flowSentence, flowsCaption} from "./flowWords.js";
import type {Trend} from "./trendLines.js";
import {pointsText, rangeText} from "./trendWords.js";

/** What became of each answer from wave to wave, among those that answered both times; nothing where nobody is followed. */
export function flowsMarkup(made: Made, trend: Trend, lang: Lang): Markup {
  const {lines, waves, isByGroup} = trend;
  const flows = lines.flatMap((line) => line.flows.map((flow) => ({flow, label: line.label[lang]})));
  if (flows.length === 0) return markup``;
  const [{table}] = made.sections;
  const isWeighted = table.isWeighted && (table.sample?.isWeighted ?? made.hasUnits);
  const captioned = flowsCaption(
    flows.map(({flow}) => flow),
    isWeighted,
    lang,
  );
  const name = (wave: number) => waves[wave].label[lang];
  const pairs = new Set(flows.map(({flow: {from, to}}) => `${name(from)} – ${name(to)}`));
  const isOfSeveral = pairs.size > 1;
  const head = (text: Text) => markup`<th scope="col" class="number">${text[lang]}</th>`;
  const said = flowSentence(made, trend, lang);
  return markup`${said && markup`<p class="flow">${said}</p>`}<table class="explored flows">
<caption><span class="rank rank-${table.rank}">${rankLabel[table.rank][lang]}</span> ${[captioned, isByGroup && quoted(categoryOf(made.rows, made.answer).label[lang], lang), !isOfSeveral && [...pairs]].filter(Boolean).join("; ")}</caption>
<thead><tr><th scope="col">${(isByGroup ? say.group : made.rows.label)[lang]}</th>${isOfSeveral && markup`<th scope="col">${say.waves[lang]}</th>`}${[say.base, ...flowParts.map((part) => say[part]), say.net, say.p].map(head)}</tr></thead>
<tbody>${flows.map(
    ({flow, label}) =>
      markup`<tr><th scope="row">${label}</th>${isOfSeveral && markup`<td>${name(flow.from)} – ${name(flow.to)}</td>`}${cellsOf(flow, lang).map((text) => markup`<td class="number">${text}</td>`)}</tr>`,
  )}</tbody>
</table>`;
}

function cellsOf({unweightedBase, counts, shares, net, interval, p}: WaveFlow, lang: Lang): (string | Markup)[] {
  const count = (value: number) => formatNumber(value, lang);
  const percent = (share: number) => `${count(Math.round(share * 100))}${{nb: "\u00a0%", en: "%"}[lang]}`;
  return [
    count(unweightedBase),
    ...flowParts.map((part) => markup`${count(counts[part])} <span class="quiet">(${percent(shares[part])})</span>`),
    `${pointsText(net, lang)}${interval ? ` (${rangeText(interval, lang)})` : ""}`,
    p === null
      ? markup`<span class="quiet">${say.tooFew[lang]}</span>`
      : markup`${pText(p, lang)}${p < significant && markup` <span class="letter">★</span>`}`,
  ];
}

const say = {
  group: {nb: "Gruppe", en: "Group"},
  waves: {nb: "Fra – til", en: "From – to"},
  base: {nb: "n", en: "n"},
  stayed: {nb: "Begge ganger", en: "Both times"},
  began: {nb: "Bare sist", en: "Only later"},
  stopped: {nb: "Bare først", en: "Only first"},
  never: {nb: "Ingen gang", en: "Neither"},
  net: {nb: "Netto", en: "Net"},
  p: {nb: "p, justert", en: "Adjusted p"},
  tooFew: {nb: "for få", en: "too few"},
} satisfies Record<string, Text>;
