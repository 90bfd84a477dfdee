import {answeredColumns, columnLabel} from "../../../src/lib/respondents/codeTexts.js";
import type {
  NoiseOfTable,
  ProtectedGroup,
  ProtectedRow,
  ProtectedTable,
  ProtectedTables,
} from "../../../src/lib/respondents/protectedTables.js";
import type {ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import {InputError} from "../../inputs/inputError.js";
import type {NoiseSettings} from "../../inputs/noiseSettings.js";
import type {Survey} from "../buildSurvey.js";
import {countedCategories} from "../protect/countedCategories.js";
import {type RespondentGrouping, respondentsIn} from "../registerGroupings.js";
import {discreteGaussian} from "./discreteGaussian.js";
import {answeredIn, constraintsOf, nearestThatAddsUp, type Places, placesOf} from "./estimate.js";
import {everybody, type Family, type Measured, tableFamily, tableId} from "./family.js";
import {drawsOf, fingerprint} from "./secret.js";

/** Of fewer, as far as the noise tells, no share is shown. */
export const minimumNoisyBase = 10;

/** A family with its noise. Node only, and never published: the true counts are in it. */
export interface NoisyFamily {
  family: Family;
  places: Places;
  variance: number;
  /** By place, the whole numbers that were added. */
  noise: readonly number[];
  /** By place, the true counts, and the estimates that are published. */
  truth: readonly number[];
  estimates: readonly number[];
  /** By table, by which this version of it is known again. */
  fingerprints: ReadonlyMap<string, string>;
}

/**
 * Counts the family of tables once, and adds independent noise to each count. The noise of a table follows from the secret,
 * its name and its counts: of the same counts it is the same in every build, and of others it is drawn anew.
 *
 * @param secret see `secretOf`
 */
export function noisyFamily(
  survey: Pick<Survey, "codebook" | "respondents">,
  groupings: readonly RespondentGrouping[],
  {variance, pairs, secret}: Pick<NoiseSettings, "variance" | "pairs"> & {secret: string},
): NoisyFamily {
  const family = tableFamily(survey, groupings, pairs);
  const places = placesOf(family);
  refuseWithoutBase(family, places);
  const fingerprints = new Map<string, string>();
  const truth: number[] = [];
  const noise: number[] = [];
  for (const {id, counts, isZero} of family.tables) {
    const print = fingerprint(secret, JSON.stringify([id, variance, counts]));
    fingerprints.set(id, print);
    const below = drawsOf(secret, print);
    for (const [at, count] of counts.entries()) {
      if (isZero[at]) continue;
      truth.push(count);
      noise.push(discreteGaussian(variance, below));
    }
  }
  const measured = truth.map((count, at) => count + noise[at]);
  const estimates = nearestThatAddsUp(measured, constraintsOf(family, places)).map((x) => Number(x.toFixed(3)));
  return {family, places, variance, noise, truth, estimates, fingerprints};
}

/** Of a pair with a multiple response it must be known how many were asked: by the question that decides it. */
function refuseWithoutBase(family: Family, places: Places): void {
  for (const {measured, axis} of family.tables) {
    if (measured.noAnswer !== null || answeredIn(family, measured.variable, {axis: axis.id, group: 0, places}))
      continue;
    const decider = family.gates.get(measured.variable)?.measured.variable;
    throw new InputError(`a pair of which no table tells how many were asked: list ["${decider}", "${axis.id}"] too`, {
      file: "noise.pairs",
      value: `${measured.variable} by ${axis.id}`,
    });
  }
}

/** All that is published of a file protected by noise: signed estimates of each count, which add up. */
export function noisyTables(
  {codebook, respondents, weighting}: Pick<Survey, "codebook" | "respondents" | "weighting">,
  groupings: readonly RespondentGrouping[],
  noisy: NoisyFamily,
): ProtectedTables {
  const {family, variance} = noisy;
  const cells = weighting.units.populations;
  const columns = answeredColumns(codebook, respondents);
  const ofQuestions = questionsGroupedBy(noisy);
  return {
    codebook: codebook.id,
    rank: respondents.rank,
    minimumBase: minimumNoisyBase,
    respondents: respondents.count,
    noise: {variance},
    ...(cells && {answeredByCell: respondentsIn(cells.length, weighting.cellOf)}),
    groupings: [
      ...groupings.map(({id, label, groups}) => {
        const sizes = family.axes.find((axis) => axis.id === id)?.sizes ?? [];
        return {id, label, groups: groups.map((group, at) => ({...group, respondents: sizes[at]}))};
      }),
      ...[...ofQuestions].map((name) =>
        questionGrouping(columns.find((each) => each.name === name) as ResponseColumn, codebook),
      ),
    ],
    tables: columns.map((column) => publishedTable(noisy, codebook, column)),
  };
}

/** Names of the questions that others are broken down by, either way about. */
function questionsGroupedBy({family: {tables}}: NoisyFamily): Set<string> {
  const crossed = tables.filter(({axis}) => axis.sizes === null);
  return new Set(
    crossed.flatMap(({measured, axis}) => [axis.id, ...(measured.noAnswer === null ? [] : [measured.name])]),
  );
}

function questionGrouping(column: ResponseColumn, codebook: Survey["codebook"]) {
  const groups = countedCategories(codebook, column).categories.map(
    ({code, label}): ProtectedGroup => ({code, label, population: null, respondents: null}),
  );
  return {id: column.name, label: columnLabel(codebook, column), groups};
}

function publishedTable(noisy: NoisyFamily, codebook: Survey["codebook"], column: ResponseColumn): ProtectedTable {
  const {family} = noisy;
  const measured = family.measured.find(({name}) => name === column.name) as Measured;
  const straight = family.tables.filter((table) => table.measured === measured && table.axis.id !== everybody);
  const turned = family.tables.filter(({axis, measured: {noAnswer}}) => axis.id === column.name && noAnswer !== null);
  const rows = (axis: string, codes: readonly string[]) =>
    codes.flatMap((code, group) => (code === "" ? [] : [publishedRow(noisy, measured, {axis, group, code})]));
  return {
    column: column.name,
    variable: column.variable,
    option: column.option,
    label: columnLabel(codebook, column),
    categories: countedCategories(codebook, column).categories,
    noise: noiseOf(noisy, measured),
    all: rows(everybody, [everybody])[0],
    by: Object.fromEntries([
      ...straight.map(({axis}) => [axis.id, rows(axis.id, axis.codes)]),
      ...turned.map((table) => [table.measured.name, rows(table.measured.name, table.measured.codes)]),
    ]),
  };
}

/** A row of estimates; not applicable where nobody can have been asked. */
function publishedRow(
  {family, places, estimates}: NoisyFamily,
  measured: Measured,
  {axis, group, code}: {axis: string; group: number; code: string},
): ProtectedRow {
  const value = (place: number | undefined) => (place === undefined || place < 0 ? 0 : estimates[place]);
  const placeOf = (cell: number) =>
    places.of(tableId(measured.name, axis), group, cell) ?? places.of(tableId(axis, measured.name), cell, group);
  const own = measured.codes.map((_, cell) => cell).filter((cell) => cell !== measured.noAnswer);
  if (own.every((cell) => (placeOf(cell) ?? -1) < 0)) return {group: code, status: "notApplicable"};
  const counts = own.map((cell) => value(placeOf(cell)));
  const rounded = (x: number) => Number(x.toFixed(3));
  if (measured.noAnswer !== null)
    return {group: code, status: "published", unweightedBase: rounded(sum(counts)), unweightedCounts: counts};
  const answered = answeredIn(family, measured.variable, {axis, group, places});
  if (!answered) return {group: code, status: "suppressed"};
  const base = answered.known + sum(answered.plus.map(value)) - sum(answered.minus.map(value));
  return {
    group: code,
    status: "published",
    unweightedBase: rounded(base),
    unweightedCounts: [rounded(base - counts[0]), counts[0]],
  };
}

/** How many independent counts are in a base: as many as there are answers, or of an option those that tell who answered. */
function noiseOf({family, places}: NoisyFamily, {variable, cells, noAnswer}: Measured): NoiseOfTable {
  if (noAnswer !== null) return {shared: 1, base: cells - 1};
  const terms = family.axes.flatMap((axis) =>
    Array.from({length: axis.groups}, (_, group) => answeredIn(family, variable, {axis: axis.id, group, places})),
  );
  return {shared: 0, base: Math.max(1, ...terms.map((each) => (each ? each.plus.length + each.minus.length : 0)))};
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
