import {formatNumber} from "../../../../lib/language/format.js";
import type {Lang, Text} from "../../../../lib/language/text.js";
import {type Markup, markup} from "../../../../lib/markup.js";
import {rankLabel} from "../../../../lib/quantities/rank.js";
import {significant} from "../../../../lib/table/table.js";
import {flowParts, type WaveFlow} from "../../../../lib/table/waveFlows.js";
import type {Made} from "../../made.js";
import {pText} from "../../words.js";
import {flowSentence, flowsCaption} from "./flowWords.js";
import type {Trend} from "./trendLines.js";
import {pointsText, rangeText} from "./trendWords.js";

/** What became of each answer from wave to wave, among those that answered both times; nothing where nobody is followed. */
export function flowsMarkup(made: Made, trend: Trend, lang: Lang): Markup {
  const {rank, isWeighted} = made.sections[0].table;
  const {lines, waves, isByGroup} = trend;
  const flows = lines.flatMap((line) => line.flows.map((flow) => ({flow, label: line.label[lang]})));
  if (flows.length === 0) return markup``;
  const head = (text: Text) => markup`<th scope="col" class="number">${text[lang]}</th>`;
  const said = flowSentence(made, trend, lang);
  const name = (wave: number) => waves[wave].label[lang];
  return markup`${said && markup`<p class="told">${said}</p>`}<div class="wide"><table class="explored flows">
<caption><span class="rank rank-${rank}">${rankLabel[rank][lang]}</span> ${flowsCaption(
    flows.map(({flow}) => flow),
    isWeighted,
    lang,
  )}</caption>
<thead><tr><th scope="col">${(isByGroup ? say.group : made.rows.label)[lang]}</th><th scope="col">${say.waves[lang]}</th>${[say.base, ...flowParts.map((part) => say[part]), say.net, say.p].map(head)}</tr></thead>
<tbody>${flows.map(
    ({flow, label}) =>
      markup`<tr><th scope="row">${label}</th><td>${name(flow.from)} – ${name(flow.to)}</td>${cellsOf(flow, lang).map((text) => markup`<td class="number">${text}</td>`)}</tr>`,
  )}</tbody>
</table></div>`;
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
  began: {nb: "Bare siste gang", en: "Later time alone"},
  stopped: {nb: "Bare første gang", en: "First time alone"},
  never: {nb: "Ingen av gangene", en: "Neither time"},
  net: {nb: "Netto", en: "Net"},
  p: {nb: "p, justert", en: "Adjusted p"},
  tooFew: {nb: "for få", en: "too few"},
} satisfies Record<string, Text>;
