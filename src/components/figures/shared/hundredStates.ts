import {range} from "d3";
import {type FigureFacts, quantitiesOf, quantity} from "../../../lib/facts.js";
import {formatEnds, outwardOf100} from "../../../lib/language/format.js";
import {inBoth, type Text} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import type {Square, UnitState} from "../../charts/unitChart.js";
import type {PublishedPart} from "../../figure.js";

/** What the story of the hundred shows, one after another; a page has a still of each, `still-NAME`. */
export const stepNames = ["use", "facebook", "plans", "most", "least", "dialogue"] as const;
export type StepName = (typeof stepNames)[number];

/** One step: the squares as they stand, and the same in words. */
export interface HundredStep {
  state: UnitState;
  alt: Text;
}

/** The numbers that the hundred are sorted by. */
export function hundredNumbers(facts: Pick<FigureFacts, PublishedPart>) {
  const all = quantitiesOf(facts);
  const named = (id: string) => quantity(all, id);
  return {
    users: named("uses-now"),
    facebook: named("facebook-of-all"),
    planned: named("planned-only"),
    byYearEnd: named("uses-by-year-end"),
    none: named("not-by-year-end"),
    strategy: named("strategy-by-year-end"),
    without: named("uses-without-strategy"),
    both: named("facebook-with-strategy"),
    facebookWithout: named("facebook-without-strategy"),
    goal: named("goal-of-all-now"),
    practice: named("practice-of-all-users"),
  };
}
export type HundredNumbers = ReturnType<typeof hundredNumbers>;

/** Whole squares that a number is at least and at most; a printed one is as many as it says. */
export function squaresOf(counted: Quantity): {low: number; high: number} {
  if (counted.rank !== "stated") return outwardOf100(counted);
  const exact = Math.round((counted.value ?? 0) * 100);
  return {low: exact, high: exact};
}

/** A number and what it counts. */
const say = (counted: Quantity, what?: Text): Text =>
  inBoth((lang) => [formatEnds(counted, lang), what?.[lang]].filter(Boolean).join(" "));

/** A hundred squares from stretches of one look, in order; what is left has the last look. */
function stretches(...parts: readonly [style: Square["style"], to: number, isOpen?: boolean][]): Square[] {
  return Array.from({length: 100}, (_, index) => {
    const [style, , isOpen] = parts.find(([, to]) => index < to) ?? parts[parts.length - 1];
    return {style, isOpen};
  });
}

/** The squares of those on Facebook, of those that use other media alone, and of the rest. */
function sortedByFacebook({facebook, users}: HundredNumbers): Square[] {
  const {low, high} = squaresOf(facebook);
  return stretches(["full", low], ["full", high, true], ["mid", squaresOf(users).high], ["none", 100]);
}

/** Squares that the bar of those with a strategy can begin at: to the left of it, those on Facebook without one. */
export function barStarts({facebookWithout}: HundredNumbers): {first: number; last: number} {
  return {first: Math.ceil(facebookWithout.low * 100), last: Math.floor(facebookWithout.high * 100)};
}

/**
 * The finding: those on Facebook, and as many with a strategy, as far among them as they can be.
 *
 * @param start square where a reader has put those with a strategy, which are then marked
 */
export function headlineState(numbers: HundredNumbers, start?: number): UnitState {
  const {facebook, strategy} = numbers;
  const {first} = barStarts(numbers);
  const {low, high} = squaresOf(facebook);
  const from = start ?? first;
  const to = from + squaresOf(strategy).high;
  const withStrategy = say(strategy, {nb: "med strategi", en: "with a strategy"});
  return {
    squares: stretches(["full", low], ["full", high, true], ["none", 100]),
    breaks: [],
    dots: start === undefined ? undefined : {from, to},
    spans: [
      {
        from: 0,
        to: high,
        number: facebook.id,
        label: say(facebook, {nb: "på Facebook", en: "on Facebook"}),
        sub: {nb: "våren 2011", en: "in spring 2011"},
        side: "over",
      },
      ...(start === undefined ? [{...track, ...further, from: to}] : [{...track, from: first}]),
      {
        ...bar,
        from,
        to,
        number: strategy.id,
        label: withStrategy,
        sub: start === undefined ? {nb: "innen nyttår: her …", en: "by year-end: here …"} : byYearEnd,
        row: start === undefined ? 3.6 : undefined,
      },
    ],
  };
}

const bar = {colour: "contrast", isBar: true, side: "under"} as const;
/** Where the bar can be. */
const track = {...bar, to: 100, isBroken: true, label: {nb: "", en: ""}};
const further = {
  label: {nb: "… eller lenger bort", en: "… or further along"},
  sub: {nb: "Alt passer med tallene.", en: "Any place fits the figures."},
  row: 8.4,
};
const byYearEnd: Text = {nb: "innen nyttår", en: "by year-end"};

const useNow: Text = {nb: "brukte sosiale medier", en: "used social media"};

function useState({users}: HundredNumbers): UnitState {
  const {high} = squaresOf(users);
  return {
    squares: stretches(["mid", high], ["none", 100]),
    breaks: [high],
    spans: [
      {from: 0, to: high, label: say(users, useNow), sub: {nb: "våren 2011", en: "in spring 2011"}, side: "over"},
    ],
  };
}

function facebookState(numbers: HundredNumbers): UnitState {
  const {facebook, users} = numbers;
  return {
    squares: sortedByFacebook(numbers),
    breaks: [squaresOf(users).high],
    spans: [
      {from: 0, to: squaresOf(users).high, label: say(users, useNow), side: "over", colour: "quiet", row: 0},
      {
        from: 0,
        to: squaresOf(facebook).high,
        label: say(facebook, {nb: "på Facebook", en: "on Facebook"}),
        sub: {nb: "Små ruter: Avrundingen lar dem stå åpne.", en: "Small squares: rounding leaves them open."},
        side: "under",
        row: 3,
      },
    ],
  };
}

/** Those that use social media now, those that plan to, and the rest. */
function sortedByPlans(numbers: HundredNumbers): Square[] {
  const {users, planned} = numbers;
  const from = squaresOf(users).high;
  const {low, high} = squaresOf(planned);
  return stretches(["mid", from], ["planned", from + low], ["planned", from + high, true], ["none", 100]);
}

function plansState(numbers: HundredNumbers): UnitState {
  const {users, planned, byYearEnd, none} = numbers;
  const from = squaresOf(users).high;
  const to = from + squaresOf(planned).high;
  return {
    squares: sortedByPlans(numbers),
    breaks: [from, to],
    spans: [
      {from: 0, to: from, label: say(users), sub: {nb: "var i gang", en: "had started"}, side: "over"},
      {from, to, label: say(planned), sub: {nb: "planla", en: "planned to"}, side: "over"},
      {
        from: to,
        to: 100,
        label: say(none),
        sub: {nb: "gjorde ingen av delene", en: "did neither"},
        side: "over",
        colour: "quiet",
      },
      {
        from: 0,
        to: squaresOf(byYearEnd).high,
        label: say(byYearEnd, {nb: "innen utgangen av 2011", en: "by the end of 2011"}),
        side: "under",
        row: 3,
      },
    ],
  };
}

/** Users at the end of the year, and those with a strategy where they leave as few users without one as they can, or as many. */
function strategyState(numbers: HundredNumbers, end: "most" | "least"): UnitState {
  const {byYearEnd, strategy, without} = numbers;
  const users = squaresOf(byYearEnd).high;
  const count = squaresOf(strategy).high;
  const from = end === "most" ? 0 : 100 - count;
  const {low, high} = squaresOf(without);
  const open = end === "most" ? range(count, users - low) : range(from, high);
  const bare = end === "most" ? {from: count, to: users} : {from: 0, to: from};
  const number = String(end === "most" ? low : high);
  return {
    squares: stretches(["mid", users], ["none", 100]),
    breaks: end === "most" ? [count, users] : [from, users],
    dots: {from, to: end === "most" ? count + open.length : 100, open},
    spans: [
      {
        ...bare,
        label:
          end === "most"
            ? {nb: `minst ${number} uten strategi`, en: `at least ${number} without one`}
            : {nb: `høyst ${number} uten strategi`, en: `at most ${number} without one`},
        side: "over",
        row: end === "most" ? 5.8 : 1,
      },
      {
        from,
        to: from + count,
        label: say(strategy, {nb: "med strategi", en: "with a strategy"}),
        colour: "contrast",
        side: "under",
        row: end === "most" ? 1 : 7,
      },
    ],
  };
}

/** As many as can have had dialogue as a goal, and as can have practised it, in any reading. */
function dialogueState({goal, practice}: HundredNumbers): UnitState {
  const [aimed, practised] = [squaresOf(goal).high, squaresOf(practice).high];
  const atMost = (count: number, {nb, en}: Text): Text => ({nb: `høyst ${count} ${nb}`, en: `at most ${count} ${en}`});
  return {
    squares: stretches(["none", aimed], ["mid", aimed + practised, true], ["none", 100]),
    breaks: [aimed, aimed + practised],
    dots: {from: 0, to: aimed, open: range(0, aimed)},
    spans: [
      {
        from: 0,
        to: aimed,
        label: atMost(aimed, {nb: "hadde dialog som mål", en: "made dialogue a goal"}),
        colour: "contrast",
        side: "under",
        row: 0,
      },
      {
        from: aimed,
        to: aimed + practised,
        label: atMost(practised, {nb: "regnet med vekt på den i praksis", en: "counted as focused on it in practice"}),
        sub: {nb: "kanskje de samme, kanskje ikke", en: "perhaps the same ones, perhaps not"},
        side: "over",
        row: 3.6,
      },
    ],
  };
}

const states: Record<StepName, (numbers: HundredNumbers) => UnitState> = {
  use: useState,
  facebook: facebookState,
  plans: plansState,
  most: (numbers) => strategyState(numbers, "most"),
  least: (numbers) => strategyState(numbers, "least"),
  dialogue: dialogueState,
};

/** A step of the story as it is drawn, with an alternative made of what is written in the picture. */
export function hundredStep(name: StepName, numbers: HundredNumbers): HundredStep {
  const state = states[name](numbers);
  const alt = inBoth((lang) => {
    const said = state.spans.map(({label, sub}) => [label[lang], sub?.[lang]].filter(Boolean).join(" ")).join("; ");
    return lang === "nb"
      ? `Av hundre kommuner som svarte: ${said}`
      : `Of a hundred municipalities that answered: ${said}`;
  });
  return {state, alt};
}
