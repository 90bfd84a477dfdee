import {formatNumber} from "../../../../lib/language/format.js";
import {inBoth, joinList, type Lang, quoted, type Text} from "../../../../lib/language/text.js";
import {cellText, intervalText, levelText} from "../../../../lib/table/shown/cellText.js";
import {groupText} from "../../../../lib/table/shown/groupText.js";
import {type Cell, significant} from "../../../../lib/table/table.js";
import type {WaveChange} from "../../../../lib/table/waveChanges.js";
import type {Made} from "../../made.js";
import {predicateOf} from "../../predicates.js";
import {namedMadeUp} from "../../sentences.js";
import {templates as general} from "../../sentenceTemplates.js";
import {pText} from "../../words.js";
import {comparedText} from "./flowWords.js";
import type {Trend, TrendLine} from "./trendLines.js";

/** More groups than these are not listed in a sentence. */
const mostListed = 6;

/** How the chosen answer has changed from the first wave to the last that can be compared, with its test. */
export function trendSentence(made: Made, trend: Trend): Text {
  const [{table}] = made.sections;
  return inBoth((lang) => {
    const told = trend.isByGroup ? groupsSentence(made, trend, lang) : lineSentence(made, trend, lang);
    const filters = table.filters.slice(0, table.filters.length - made.sections[0].layers);
    const {hasUnits, rows} = made;
    const n = trend.isByGroup ? null : table.unweightedBase;
    const group = {filters, hasUnits, isRouted: rows.universe.length > 0};
    const whole = filters.length > 0 && n ? general[lang].among(groupText(group, n, lang), told) : told;
    return namedMadeUp(table, whole, lang);
  });
}

function lineSentence(made: Made, trend: Trend, lang: Lang): string {
  const {rows, answer, selection} = made;
  const line = trend.lines.find(({isChosen}) => isChosen) ?? trend.lines[0];
  const last = lastOf(line);
  const asked = quoted(rows.label[lang], lang);
  if (!last) return general[lang].nobody(asked);
  const wave = trend.waves[last.wave].label[lang];
  const {measure} = made.sections[0].table;
  const interval = intervalText(last.cell, measure, lang);
  const amount = `${shareText(last.cell, measure, lang)}${interval && ` (${interval})`}`;
  const said =
    selection.measure === "mean"
      ? words[lang].mean(asked, amount, wave)
      : words[lang].share(amount, predicateOf(rows, answer, lang), wave);
  return `${said}${changeText(line, trend, lang)}`;
}

/** What follows the number of the last wave: how it was before. */
function changeText(line: TrendLine, trend: Trend, lang: Lang): string {
  const stretch = line.stretches[line.stretches.length - 1];
  const change = wholeChange(line);
  if (change) {
    const from = trend.waves[change.from].label[lang];
    if (change.p >= significant) return words[lang].same(from, pText(change.p, lang));
    const points = formatNumber(Math.abs(Math.round(change.difference * 100)), lang);
    return words[lang].changed(points, change.difference > 0, from, testedText(change, lang));
  }
  if (stretch.length > 1) {
    const first = line.cells[stretch[0]] as Cell;
    const {measure} = line.section.table;
    return words[lang].untested(shareText(first, measure, lang), trend.waves[stretch[0]].label[lang]);
  }
  return line.stretches.length > 1 ? words[lang].broken : "";
}

function groupsSentence({rows, answer, selection}: Made, {lines, waves, breaks}: Trend, lang: Lang): string {
  const said = predicateOf(rows, answer, lang);
  if (selection.measure === "mean" || lines.length > mostListed)
    return words[lang].manyGroups(quoted(rows.label[lang], lang));
  const listed = lines.map((line) => {
    const change = wholeChange(line);
    const last = lastOf(line);
    const name = quoted(line.label[lang], lang);
    if (!last) return `${name} ${general[lang].noAnswers}`;
    const {measure} = line.section.table;
    const then = change && (line.cells[change.from] as Cell);
    const now = shareText(last.cell, measure, lang);
    if (!change || !then) return `${name} ${now}`;
    return `${name} ${words[lang].fromTo(shareText(then, measure, lang), now)} (${pText(change.p, lang)})`;
  });
  const compared = lines.flatMap((line) => wholeChange(line) ?? []);
  const named = (wave: number) => waves[wave]?.label[lang] ?? "";
  if (compared.length > 0) {
    const [from, to] = [Math.min(...compared.map((each) => each.from)), Math.max(...compared.map((each) => each.to))];
    return words[lang].groups(said, named(from), named(to), listed.join("; "));
  }
  const last = Math.max(...lines.map((line) => lastOf(line)?.wave ?? -1));
  return `${words[lang].groupsIn(said, named(last), listed.join("; "))}${breaks.length > 0 ? words[lang].broken : ""}`;
}

/** From the first to the last wave of the last stretch, where it is tested. */
export function wholeChange({stretches, changes}: TrendLine): WaveChange | undefined {
  const stretch = stretches[stretches.length - 1] ?? [];
  return changes.find(({from, to}) => from === stretch[0] && to === stretch[stretch.length - 1]);
}

function lastOf({cells, stretches}: TrendLine): {wave: number; cell: Cell} | null {
  const wave = stretches.at(-1)?.at(-1);
  const cell = wave === undefined ? null : cells[wave];
  return wave === undefined || !cell ? null : {wave, cell};
}

function shareText(cell: Cell, measure: Made["sections"][number]["table"]["measure"], lang: Lang): string {
  return cellText(cell, measure, lang).replace(/\s%$/, {nb: " prosent", en: "%"}[lang]);
}

/** “−10 to −2; p = 0.012”. */
const testedText = (change: WaveChange, lang: Lang) => `${rangeText(change.interval, lang)}; ${pText(change.p, lang)}`;

/** Points of per cent, with a sign where they are below zero. */
export const pointsText = (share: number, lang: Lang) =>
  formatNumber(Math.round(share * 100) + 0, lang).replace("-", "−");

/** “−10 to −2”. */
export const rangeText = ({low, high}: WaveChange["interval"], lang: Lang) =>
  `${pointsText(low, lang)} ${{nb: "til", en: "to"}[lang]} ${pointsText(high, lang)}`;

const words = {
  nb: {
    share: (amount: string, said: string, wave: string) => `${amount} ${said} i ${wave}`,
    mean: (asked: string, amount: string, wave: string) => `gjennomsnittet for ${asked} var ${amount} i ${wave}`,
    changed: (points: string, isMore: boolean, from: string, tested: string) =>
      `, ${points} prosentpoeng ${isMore ? "flere" : "færre"} enn i ${from} (${tested})`,
    same: (from: string, p: string) => `, ikke signifikant forskjellig fra ${from} (${p})`,
    untested: (share: string, from: string) => `, mot ${share} i ${from}; endringen er ikke testet`,
    broken: "; spørsmålet lød annerledes før, så tallet kan ikke sammenlignes bakover",
    groups: (said: string, from: string, to: string, listed: string) =>
      `hvor mange som ${said}, fra ${from} til ${to}: ${listed}`,
    manyGroups: (asked: string) => `${asked} gjennom bølgene, én linje for hver gruppe`,
    groupsIn: (said: string, wave: string, listed: string) => `hvor mange som ${said} i ${wave}: ${listed}`,
    fromTo: (then: string, now: string) => `fra ${then} til ${now}`,
  },
  en: {
    share: (amount: string, said: string, wave: string) => `${amount} ${said} in ${wave}`,
    mean: (asked: string, amount: string, wave: string) => `the mean of ${asked} was ${amount} in ${wave}`,
    changed: (points: string, isMore: boolean, from: string, tested: string) =>
      `, ${points} percentage points ${isMore ? "more" : "fewer"} than in ${from} (${tested})`,
    same: (from: string, p: string) => `, not significantly different from ${from} (${p})`,
    untested: (share: string, from: string) => `, against ${share} in ${from}; the change is not tested`,
    broken: "; the question was another before, so that the number cannot be compared with earlier ones",
    groups: (said: string, from: string, to: string, listed: string) =>
      `how many ${said}, from ${from} to ${to}: ${listed}`,
    manyGroups: (asked: string) => `${asked} through the waves, one line for each group`,
    groupsIn: (said: string, wave: string, listed: string) => `how many ${said} in ${wave}: ${listed}`,
    fromTo: (then: string, now: string) => `from ${then} to ${now}`,
  },
} satisfies Record<Lang, unknown>;

/** How waves are compared, where the series is broken and why, and in which waves the question was not put. */
export function trendNote(made: Made, trend: Trend): Text {
  const {explorer, rows, sections} = made;
  const {waves, breaks, lines} = trend;
  return inBoth((lang) => {
    const broken = breaks.map(({before, why}) => {
      const wave = waves.find(({code}) => code === before)?.label[lang] ?? before;
      return noteWords[lang].broken(wave, why[lang].replace(/[.\s]+$/, ""));
    });
    const table = sections[0].tabulated?.table;
    const unasked = waves.filter((_, at) => table?.cells[0]?.[at + 1]?.status === "notApplicable");
    const names = joinList(
      unasked.map(({label}) => label[lang]),
      lang,
    );
    const tested = lines.some(({changes}) => changes.length > 0);
    const asked = quoted(rows.label[lang], lang);
    return [
      noteWords[lang].marks(sections[0].table.level),
      tested && `${comparedText(made, trend, lang)} ${noteWords[lang].adjusted}`,
      ...broken,
      unasked.length > 0 && noteWords[lang].notAsked(asked, names),
      ...waves.flatMap(({code, label}) => {
        const lacking = explorer.waves?.notOffered[rows.name]?.[code] ?? [];
        const answers = rows.categories.filter((each) => lacking.includes(each.code));
        const listed = joinList(
          answers.map((each) => quoted(each.label[lang], lang)),
          lang,
        );
        return answers.length > 0 ? [noteWords[lang].notOffered(listed, label[lang])] : [];
      }),
    ]
      .filter(Boolean)
      .join(" ");
  });
}

const noteWords = {
  nb: {
    marks: (level: number) =>
      `Punkt: tallet i tabellen. Loddrett strek: ${levelText(level, "nb")} konfidensintervall. Linje: fra bølge til bølge.`,
    adjusted: "p er justert etter Holm for alle endringene i tabellen; ★: p under 0,05.",
    broken: (wave: string, why: string) => `Brudd i serien før ${wave}: ${why}.`,
    notAsked: (asked: string, waves: string) => `${asked} ble ikke stilt i ${waves}.`,
    notOffered: (answers: string, wave: string) => `${answers} kunne ikke velges i ${wave}.`,
  },
  en: {
    marks: (level: number) =>
      `Dot: the number in the table. Upright line: ${levelText(level, "en")} confidence interval. Line: from wave to wave.`,
    adjusted: "p is adjusted by Holm’s method for all changes in the table; ★: p below 0.05.",
    broken: (wave: string, why: string) => `The series is broken before ${wave}: ${why}.`,
    notAsked: (asked: string, waves: string) => `${asked} was not asked in ${waves}.`,
    notOffered: (answers: string, wave: string) => `${answers} could not be chosen in ${wave}.`,
  },
};
