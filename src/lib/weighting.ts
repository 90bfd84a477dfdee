import {buildDesign, type Design, type ResponseClass} from "./statistics/design.js";
import {ClassWithoutRespondentsError} from "./statistics/errors.js";
import {inBoth, joinList, type Text} from "./text.js";

/** Units of a register that are alike, before any such classes are merged. */
export interface UnitClass {
  code: string;
  label: Text;
  /** Codes of all units in it, whether they answered or not. */
  units: readonly string[];
}

/** Units in which who answered is taken to be as if drawn at random. */
export interface WeightingClass {
  /** Codes of the classes merged in it, joined by `+`. */
  code: string;
  label: Text;
  /** N, all units; null if unknown. */
  population: number | null;
  /** n, units that answered. */
  respondents: number;
  /** n/N, 0 to 1; null if N is unknown. */
  responseRate: number | null;
  /** N/n, how many units each respondent stands for; 1 if N is unknown. */
  weight: number;
}

/** What each respondent stands for. */
export interface Weighting {
  /** From the smallest units to the largest. */
  classes: readonly WeightingClass[];
  /** Respondent by respondent an index into `classes`. */
  classOf: Int32Array;
  /** Respondent by respondent the weight. */
  weight: Float64Array;
}

/** Fewer respondents than this cannot stand for a class. */
const fewestRespondents = 10;
/** A smaller part than this cannot either; as 1 of so many, so that the comparison is exact. */
const leastOneIn = 3;

/**
 * Weights for nonresponse: N/n of the class. A class that too few answered in is merged with the next smaller one, the
 * smallest with the next larger, until all suffice or one is left. Of several the smallest goes first, so that what
 * stands last, such as county authorities, is merged only if it does not itself suffice once all before it do.
 *
 * @param units code of each respondent's unit
 * @param classes from the smallest units to the largest; every unit in exactly one
 * @throws ClassWithoutRespondentsError when nobody answered
 * @throws Error naming a unit that is in no class, or that answered twice
 */
export function weightingByClass(units: readonly string[], classes: readonly UnitClass[]): Weighting {
  checkUnits(units, classes);
  const answered = new Set(units);
  const counted = classes.map((each) => countedClass(each, answered));
  const merged = weightingClasses(counted);
  const classByUnit = new Map(classes.flatMap((each, at) => each.units.map((unit) => [unit, merged.classOf[at]])));
  return spread(
    merged.classes,
    Int32Array.from(units, (unit) => classByUnit.get(unit) as number),
  );
}

/** A class of which it is counted how many there are and how many answered. */
export interface CountedClass {
  code: string;
  label: Text;
  /** N; null if unknown. */
  population: number | null;
  /** n. */
  respondents: number;
}

/**
 * The same from counts alone: classes merged until each suffices, with their weights. A single class of unknown
 * population is taken as it is.
 *
 * @param counted from the smallest units to the largest
 * @returns the merged classes, and for each of those given which one it went into
 * @throws ClassWithoutRespondentsError when nobody answered
 */
export function weightingClasses(counted: readonly CountedClass[]): {classes: WeightingClass[]; classOf: number[]} {
  const merged = mergeUntilSufficient(
    counted.map((each) => ({population: each.population, respondents: each.respondents, parts: [each]})),
  );
  return {
    classes: merged.map(weightingClass),
    classOf: merged.flatMap(({parts}, h) => parts.map(() => h)),
  };
}

/** Respondents that stand for themselves alone: one class, of which nobody knows how many did not answer. */
export function unweighted(respondents: number): Weighting {
  const label = {nb: "Alle som svarte", en: "All that answered"};
  const all = {code: "all", label, population: null, respondents, responseRate: null, weight: 1};
  return spread([all], new Int32Array(respondents));
}

/** The design of all respondents. With unanswered items left out first, `buildDesign` takes `designClasses` instead. */
export function designOf(weighting: Weighting): Design {
  const {classOf} = weighting;
  return buildDesign(new Float64Array(classOf.length).fill(1), {classOf, classes: designClasses(weighting)});
}

/** The classes as a design takes them. */
export function designClasses({classes}: Pick<Weighting, "classes">): Pick<ResponseClass, "name" | "population">[] {
  return classes.map(({code, population}) => ({name: code, population}));
}

/** Neighbouring classes as one. */
interface MergedClass extends Pick<CountedClass, "population" | "respondents"> {
  parts: readonly CountedClass[];
}

function countedClass({code, label, units}: UnitClass, answered: ReadonlySet<string>): CountedClass {
  return {code, label, population: units.length, respondents: units.filter((unit) => answered.has(unit)).length};
}

function suffices({population, respondents}: MergedClass): boolean {
  return population === null || (respondents >= fewestRespondents && respondents * leastOneIn >= population);
}

function mergeUntilSufficient(classes: readonly MergedClass[]): readonly MergedClass[] {
  const at = classes.findIndex((each) => !suffices(each));
  if (at < 0 || classes.length === 1) return classes;
  const first = Math.max(0, at - 1);
  const [smaller, larger] = classes.slice(first, first + 2);
  return mergeUntilSufficient(classes.toSpliced(first, 2, merge(smaller, larger)));
}

function merge(smaller: MergedClass, larger: MergedClass): MergedClass {
  return {
    parts: [...smaller.parts, ...larger.parts],
    population: (smaller.population ?? 0) + (larger.population ?? 0),
    respondents: smaller.respondents + larger.respondents,
  };
}

function weightingClass({parts, population, respondents}: MergedClass): WeightingClass {
  const code = parts.length === 1 ? parts[0].code : parts.map((part) => part.code).join("+");
  if (respondents === 0) throw new ClassWithoutRespondentsError(code);
  const label = parts.length === 1 ? parts[0].label : joinedLabel(parts);
  return {
    code,
    label,
    population,
    respondents,
    responseRate: population === null ? null : respondents / population,
    weight: population === null ? 1 : population / respondents,
  };
}

/** Joining lists takes longer than all else here, and most classes stand alone. */
function joinedLabel(parts: readonly CountedClass[]): Text {
  return inBoth((lang) =>
    joinList(
      parts.map(({label}) => label[lang]),
      lang,
    ),
  );
}

function spread(classes: readonly WeightingClass[], classOf: Int32Array): Weighting {
  return {classes, classOf, weight: Float64Array.from(classOf, (h) => classes[h].weight)};
}

function checkUnits(units: readonly string[], classes: readonly UnitClass[]): void {
  const inClasses = new Set(classes.flatMap((each) => each.units));
  const seen = new Set<string>();
  for (const unit of units) {
    if (!inClasses.has(unit)) throw new Error(`unit in no class: ${unit}`);
    if (seen.has(unit)) throw new Error(`unit answered twice: ${unit}`);
    seen.add(unit);
  }
}
