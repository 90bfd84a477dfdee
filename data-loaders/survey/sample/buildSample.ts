import type {DesignPart} from "../../../src/lib/respondents/cleaning.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../../src/lib/respondents/respondents.js";
import {marginCells, type SampleDesign, type SampleMargin} from "../../../src/lib/respondents/sample.js";
import type {DesignSettings} from "../../../src/lib/settings.js";
import {calibratedWeights} from "../../../src/lib/statistics/calibration/calibrate.js";
import {CellWithoutRespondentsError} from "../../../src/lib/statistics/errors.js";
import {InputError} from "../../inputs/inputError.js";
import type {SourceReader} from "../../inputs/readSource.js";
import {type DesignColumn, type DrawnFrom, designColumn, designNumbers} from "./designColumn.js";
import {type OneWave, readMargins, withMissing} from "./readMargins.js";

/** How each respondent was drawn and weighted. Node only. */
export interface Sample {
  design: SampleDesign;
  weight: Float64Array;
  /** The weights before they were calibrated. */
  designWeight: Float64Array;
  /** Respondent by respondent an index into `design.populations`. */
  stratumOf: Int32Array;
  /** Respondent by respondent, numbered from 0, each in one stratum; null where they were drawn one by one. */
  clusterOf: Int32Array | null;
  /** By stratum, and by cluster, what the file calls it; clusters are empty where there are none. */
  names: {strata: readonly string[]; clusters: readonly string[]};
  /** The file's columns that say so, by their places. */
  columns: ReadonlyMap<number, DesignPart>;
}

/** What a sample is made of. */
export interface SampleSource extends Pick<DrawnFrom, "raw" | "columns"> {
  codebook: Codebook;
  respondents: Respondents;
  read: SourceReader;
  /** The wave that the file is of. */
  wave?: OneWave;
}

/**
 * What the owner's settings say of how respondents were drawn and weighted, read from the file.
 *
 * @throws InputError naming file, row, column and value of the first defect
 */
export function buildSample(settings: DesignSettings, source: SampleSource): Sample {
  const {raw, columns, respondents, read} = source;
  const found = designColumns(settings, {raw, columns, rowNumbers: respondents.rowNumbers});
  const stratum = numbered(found.strata?.texts ?? respondents.count);
  const cluster = found.clusters
    ? numbered(found.clusters.texts.map((text, i) => `${stratum.codes[i] + 1}|${text}`))
    : null;
  const drawn = drawnOf(stratum, cluster?.codes ?? null);
  const populations = populationsOf(settings.populations, found, {stratum, drawn});
  const designWeight = found.weight
    ? designNumbers(found.weight, "weight", 0)
    : Float64Array.from(stratum.codes, (h) => (populations[h] ?? drawn[h]) / drawn[h]);
  if (designWeight.every((w) => w === 0)) throw new InputError("every weight is 0", {file: raw.file});
  const {calibrate: file} = settings;
  const known = file === null ? [] : readMargins(read(file), file, source);
  const {weight, margins} = calibrate(designWeight, known, {source, file: file ?? ""});
  return {
    weight,
    design: {
      isWeighted: weight.some((w) => w !== 1),
      populations,
      clusters: cluster?.names.length ?? null,
      lonely: drawn.filter((n, h) => n === 1 && populations[h] !== 1).length,
      margins,
    },
    designWeight,
    stratumOf: stratum.codes,
    clusterOf: cluster?.codes ?? null,
    names: {
      strata: stratum.names,
      clusters: cluster?.names.map((name) => name.slice(name.indexOf("|") + 1)) ?? [],
    },
    columns: new Map(
      Object.entries(found).flatMap(([part, column]) => (column ? [[column.index, part as DesignPart]] : [])),
    ),
  };
}

type DesignColumns = Record<Exclude<DesignPart, "panel">, DesignColumn | null>;

function designColumns(settings: DesignSettings, from: DrawnFrom): DesignColumns {
  const find = (part: Exclude<DesignPart, "panel">) => {
    const name = settings[part];
    return typeof name === "string" ? designColumn(part, name, from) : null;
  };
  return {
    weight: find("weight"),
    strata: find("strata"),
    clusters: find("clusters"),
    populations: find("populations"),
  };
}

/** Texts as numbers from 0, in their natural order. */
interface Numbered {
  codes: Int32Array;
  names: readonly string[];
}

const natural = new Intl.Collator("en", {numeric: true});

/** @param texts respondent by respondent, or how many there are, all alike */
function numbered(texts: readonly string[] | number): Numbered {
  if (typeof texts === "number") return {codes: new Int32Array(texts), names: ["all"]};
  const names = [...new Set(texts)].sort((a, b) => natural.compare(a, b) || (a < b ? -1 : 1));
  const codeOf = new Map(names.map((name, code) => [name, code]));
  return {codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? 0), names};
}

/** By stratum how many respondents, or clusters, were drawn in it. */
function drawnOf({codes, names}: Numbered, clusterOf: Int32Array | null): number[] {
  const drawn = names.map(() => new Set<number>());
  for (const [i, h] of codes.entries()) drawn[h].add(clusterOf ? clusterOf[i] : i);
  return drawn.map(({size}) => size);
}

/** By stratum how many there are to draw from. */
function populationsOf(
  given: DesignSettings["populations"],
  {populations: sizes, strata}: DesignColumns,
  {stratum: {codes, names}, drawn}: {stratum: Numbered; drawn: readonly number[]},
): (number | null)[] {
  const at = {file: "settings.json", column: "design.populations"};
  if (given === null) return names.map(() => null);
  const found = sizes ? sizesIn(sizes, codes) : namedPopulations(given, names, at);
  return names.map((name, h) => {
    const size = found[h];
    if (size === undefined) throw new InputError("no population of a stratum", {...at, value: name});
    if (size < drawn[h])
      throw new InputError(`more drawn than there are (${drawn[h]} of ${size})${strata ? " in a stratum" : ""}`, {
        ...at,
        value: strata ? name : size,
      });
    return size;
  });
}

/** By stratum the number that its respondents have in a column, the same for all of them. */
function sizesIn(sizes: DesignColumn, stratumOf: Int32Array): number[] {
  const found: number[] = [];
  for (const [i, size] of designNumbers(sizes, "population of a stratum", 1).entries()) {
    const known = found[stratumOf[i]] ?? size;
    if (known !== size) throw sizes.defect(`stratum with two populations, ${known} and`, i);
    found[stratumOf[i]] = size;
  }
  return found;
}

function namedPopulations(
  given: Exclude<DesignSettings["populations"], null>,
  names: readonly string[],
  at: {file: string; column: string},
): (number | undefined)[] {
  if (typeof given === "number") {
    if (names.length > 1) throw new InputError(`one population for ${names.length} strata`, {...at, value: given});
    return [given];
  }
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new InputError("stratum that nobody is in", {...at, value: unknown, known: names});
  return names.map((name) => (given as Readonly<Record<string, number>>)[name]);
}

/** Weights that meet the margins; those without an answer to one keep their part of the weights. */
function calibrate(
  weight: Float64Array,
  margins: readonly SampleMargin[],
  {source: {respondents, raw}, file}: {source: SampleSource; file: string},
): {weight: Float64Array; margins: SampleMargin[]} {
  if (margins.length === 0) return {weight, margins: []};
  const zero = weight.indexOf(0);
  if (zero >= 0)
    throw new InputError("weight of 0, which cannot be calibrated", {
      file: raw.file,
      row: respondents.rowNumbers[zero],
    });
  const columnOf = (name: string) =>
    respondents.columns.find((column) => column.name === name) ?? respondents.columns[0];
  const all = weight.reduce((sum, w) => sum + w, 0);
  const complete = margins.map((margin) => {
    const {codes, categories} = columnOf(margin.column);
    const isAnswer = categories.map((code) => margin.cells.some(({of}) => of.includes(code)));
    const missing = weight.reduce((sum, w, i) => (codes[i] >= 0 && isAnswer[codes[i]] ? sum : sum + w), 0);
    return withMissing(margin, missing / all);
  });
  const cells = complete.map((margin) => ({
    cells: {codes: marginCells(margin, columnOf(margin.column)), categories: margin.cells.map(({code}) => code)},
    population: margin.cells.map(({population}) => population),
  }));
  const names = complete.map(({variable}) => variable).join(", ");
  try {
    const {weight: fitted, converged} = calibratedWeights(new Float64Array(weight.length).fill(1), weight, cells);
    if (!converged) throw new InputError("no weights meet all margins", {file, value: names});
    return {weight: fitted, margins: complete};
  } catch (error) {
    if (!(error instanceof CellWithoutRespondentsError)) throw error;
    throw new InputError(`answer that nobody gave, though the population has it (${names})`, {file, value: error.cell});
  }
}
