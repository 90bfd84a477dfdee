import {formatNumber} from "../../../../lib/language/format.js";
import type {Lang} from "../../../../lib/language/text.js";
import {whoText} from "../../../../lib/table/shown/groupText.js";
import {answeredBoth, type WaveFlow} from "../../../../lib/table/waveFlows.js";
import type {Made} from "../../made.js";
import {predicateOf} from "../../predicates.js";
import {pText} from "../../words.js";
import type {Trend, TrendLine} from "./trendLines.js";

/** How the waves are compared: as independent samples, or with how many who answered both of those that are told of. */
export function comparedText(made: Made, {waves, lines, isByGroup}: Trend, lang: Lang): string {
  const {explorer, sections} = made;
  if (!explorer.waves?.panel) return words[lang].independent;
  const pair = endsOf(lines.find(({isChosen}) => isChosen) ?? lines[0]);
  const {tabulated, table} = sections[0];
  if (isByGroup || !pair || !tabulated) return words[lang].someTwice;
  const n = answeredBoth(tabulated, pair) ?? 0;
  const who = whoText({...made, filters: table.filters}, n, lang);
  const bases = [pair.from, pair.to].map((wave) => tabulated.table.columns[wave + 1].unweightedBase ?? 0);
  const names = [pair.from, pair.to].map((wave) => waves[wave].label[lang]);
  const count = (value: number) => formatNumber(value, lang);
  if (n === 0) return words[lang].nobodyTwice(names);
  return bases.every((base) => base === n)
    ? words[lang].allTwice(count(n), who, names)
    : words[lang].partTwice(bases.map(count), count(n), who, names);
}

/** The first and the last wave of the last stretch. */
function endsOf({stretches}: TrendLine): {from: number; to: number} | null {
  const stretch = stretches[stretches.length - 1] ?? [];
  return stretch.length > 1 ? {from: stretch[0], to: stretch[stretch.length - 1]} : null;
}

/** How many began and how many stopped, of those that answered both times; empty where nobody is followed. */
export function flowSentence(made: Made, {waves, lines}: Trend, lang: Lang): string {
  const line = lines.find(({isChosen}) => isChosen) ?? (lines.length === 1 ? lines[0] : undefined);
  const pair = line && endsOf(line);
  const flow = pair && line.flows.find(({from, to}) => from === pair.from && to === pair.to);
  if (!flow) return "";
  const {unweightedBase: n, counts, p} = flow;
  const count = (value: number) => formatNumber(value, lang);
  return words[lang].flow({
    n: count(n),
    who: whoText({...made, filters: made.sections[0].table.filters}, n, lang),
    ...{from: waves[flow.from].label[lang], to: waves[flow.to].label[lang]},
    said: predicateOf(made.rows, made.answer, lang),
    ...{began: count(counts.began), stopped: count(counts.stopped)},
    tested: p === null ? "" : pText(p, lang),
  });
}

/** By which test, and weighted how. */
export function flowsCaption(flows: readonly WaveFlow[], isWeighted: boolean, lang: Lang): string {
  return words[lang].caption(
    isWeighted,
    flows.some(({p}) => p !== null),
  );
}

interface FlowTold {
  n: string;
  who: string;
  from: string;
  to: string;
  said: string;
  began: string;
  stopped: string;
  tested: string;
}

const words = {
  nb: {
    independent: "Bølgene er sammenlignet som uavhengige utvalg: Ingen er fulgt fra den ene til den neste.",
    someTwice: "Mange svarte i flere bølger, og det er regnet med i intervallene og p.",
    nobodyTwice: ([from, to]: string[]) => `Ingen svarte både i ${from} og ${to}.`,
    allTwice: (n: string, who: string, [from, to]: string[]) =>
      `De samme ${n} ${who} svarte både i ${from} og ${to}, og det er regnet med i intervallene og p.`,
    partTwice: ([then, now]: string[], n: string, who: string, [from, to]: string[]) =>
      `${n} av ${who} svarte både i ${from} (av ${then}) og i ${to} (av ${now}), og det er regnet med i intervallene og p.`,
    flow: ({n, who, from, to, said, began, stopped, tested}: FlowTold) =>
      `Av de ${n} ${who} som svarte begge ganger, var det ${began} som ${said} i ${to}, men ikke i ${from}, og ${stopped} omvendt${tested && ` (${tested})`}.`,
    caption: (isWeighted: boolean, isTested: boolean) =>
      `Hva som ble av svarene, blant dem som svarte begge ganger: antall og ${isWeighted ? "vektet " : ""}andel${isTested ? "; p tester om like mange endret seg den ene veien som den andre, justert etter Holm" : ""}`,
  },
  en: {
    independent: "Waves are compared as independent samples: nobody is followed from one to the next.",
    someTwice: "Many answered in several waves, which intervals and p take into account.",
    nobodyTwice: ([from, to]: string[]) => `Nobody answered both in ${from} and in ${to}.`,
    allTwice: (n: string, who: string, [from, to]: string[]) =>
      `The same ${n} ${who} answered both in ${from} and in ${to}, which intervals and p take into account.`,
    partTwice: ([then, now]: string[], n: string, who: string, [from, to]: string[]) =>
      `${n} of the ${who} answered both in ${from} (of ${then}) and in ${to} (of ${now}), which intervals and p take into account.`,
    flow: ({n, who, from, to, said, began, stopped, tested}: FlowTold) =>
      `Of the ${n} ${who} that answered both times, ${began} ${said} in ${to} but not in ${from}, and ${stopped} the other way about${tested && ` (${tested})`}.`,
    caption: (isWeighted: boolean, isTested: boolean) =>
      `What became of the answers, among those that answered both times: how many, and their ${isWeighted ? "weighted " : ""}share${isTested ? "; p tests whether as many changed one way as the other, adjusted by Holm’s method" : ""}`,
  },
};
