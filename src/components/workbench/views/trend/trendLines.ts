import type {Text} from "../../../../lib/language/text.js";
import {inBoth} from "../../../../lib/language/text.js";
import {type WaveBreak, type Waves, waveVariable} from "../../../../lib/respondents/waves.js";
import {isShown} from "../../../../lib/table/shown/cellText.js";
import type {Cell} from "../../../../lib/table/table.js";
import {type ExploredCategory, variableByName} from "../../../../lib/table/variable.js";
import {comparisonsIn, stretchesOf, type WaveChange, waveChanges} from "../../../../lib/table/waveChanges.js";
import {type WaveFlow, waveFlows} from "../../../../lib/table/waveFlows.js";
import type {Made, Section} from "../../made.js";
import {categoryOf} from "../../predicates.js";

/** One line of a trend: an answer, or a group in which one answer is followed. */
export interface TrendLine {
  label: Text;
  isChosen: boolean;
  section: Section;
  /** Place of the section among all. */
  at: number;
  row: {code: string; label: Text};
  /** Wave by wave; null where it was not asked, could not be answered, or nobody answered. */
  cells: readonly (Cell | null)[];
  stretches: readonly (readonly number[])[];
  changes: readonly WaveChange[];
  /** What became of the answer among those that answered twice; empty where nobody is followed, and of means. */
  flows: readonly WaveFlow[];
}

/** The lines of a selection, with what parts them. */
export interface Trend {
  waves: readonly ExploredCategory[];
  /** Where the waves stand in time. */
  times: readonly number[];
  breaks: readonly WaveBreak[];
  /** True of lines that are groups, in which the chosen answer is followed. */
  isByGroup: boolean;
  lines: readonly TrendLine[];
}

/** Every answer as a line, or the chosen answer in each group; null for a survey without waves. */
export function trendOf(made: Made): Trend | null {
  const {explorer, rows, sections} = made;
  if (!explorer.waves) return null;
  const {times, breaks, notOffered} = explorer.waves;
  const waves = variableByName(explorer.variables, waveVariable).categories;
  const isByGroup = sections[0].title !== null;
  const found = sections.flatMap((section, at) =>
    rowsIn(made, section, isByGroup).map((row) => ({section, at, row, isByGroup})),
  );
  const broken = breaks[rows.name] ?? [];
  const parts = found.map((each) => lineOf(made, each, {waves, broken, notOffered: notOffered[rows.name] ?? {}}));
  const [{table}] = sections;
  const changes = waveChanges(
    parts.map(({section, place, stretches}) => ({
      differences: table.measure === "mean" ? null : section.differences(),
      row: place,
      stretches,
    })),
    table,
  );
  return {
    waves,
    times: waves.map(({code}) => times[code]),
    breaks: broken,
    isByGroup,
    lines: withFlows(parts.map((part, at) => ({...part, changes: changes[at]}))),
  };
}

/** The same with what became of each answer from wave to wave, adjusted for all of them. */
function withFlows(lines: readonly (Omit<TrendLine, "flows"> & {place: number})[]): TrendLine[] {
  const asked = lines.map(({section: {tabulated}, place, stretches}) =>
    tabulated?.panel && tabulated.table.measure !== "mean"
      ? stretches.flatMap(comparisonsIn).map(([from, to]) => ({tabulated, row: place, from, to}))
      : [],
  );
  const found = waveFlows(asked.flat());
  let before = 0;
  return lines.map((line, at) => {
    const own = found.slice(before, before + asked[at].length);
    before += asked[at].length;
    return {...line, flows: own.flatMap((flow) => flow ?? [])};
  });
}

/** Indices of the rows that are lines, in the order of the codebook. */
function rowsIn({answer}: Made, {tabulated}: Section, isByGroup: boolean): number[] {
  const lines = tabulated?.table.rows ?? [];
  const all = [...lines.keys()];
  return isByGroup && lines.length > 1 ? all.filter((row) => lines[row].code === answer) : all;
}

function lineOf(
  {answer}: Made,
  {section, at, row: place, isByGroup}: {section: Section; at: number; row: number; isByGroup: boolean},
  {
    waves,
    broken,
    notOffered,
  }: {waves: readonly ExploredCategory[]; broken: readonly WaveBreak[]; notOffered: Waves["notOffered"][string]},
) {
  const table = (section.tabulated as NonNullable<Section["tabulated"]>).table;
  const row = table.rows[place];
  const cells = waves.map(({code}, wave) => {
    const cell = table.cells[place][wave + 1];
    const isOffered = !row.code.split(".").every((each) => notOffered[code]?.includes(each));
    return cell && isShown(cell) && isOffered ? cell : null;
  });
  const codes = waves.map(({code}) => code);
  return {
    ...{section, at, row, cells, place},
    label: isByGroup ? groupName(section) : row.label,
    isChosen: !isByGroup && row.code === answer,
    stretches: stretchesOf(codes, (wave) => cells[codes.indexOf(wave)] !== null, broken),
  };
}

/** The categories of the layers that make the group. */
function groupName({request, layers}: Section): Text {
  return inBoth((lang) =>
    request.filters
      .slice(-layers)
      .map(({of, categories: [first]}) => categoryOf(of, first.code).label[lang])
      .join(", "),
  );
}
