import {describe, expect, it} from "vitest";
import {facts} from "../../../../site/facts.js";
import type {UnitState} from "../../charts/unitChart.js";
import {barStarts, headlineState, hundredNumbers, hundredStep, type StepName, stepNames} from "./hundredStates.js";

const numbers = hundredNumbers(facts);
const step = (name: StepName) => hundredStep(name, numbers).state;

/** How many squares of a look there are, without those left open and with them. */
function counted({squares}: UnitState, ...styles: string[]): {low: number; high: number} {
  const all = squares.filter(({style}) => styles.includes(style));
  return {low: all.filter(({isOpen}) => !isOpen).length, high: all.length};
}

/** Whole squares that a range covers, rounded outward. */
const outward = ({low, high}: {low: number; high: number}) => ({
  low: Math.floor(low * 100 + 1e-9),
  high: Math.ceil(high * 100 - 1e-9),
});
const exactly = (share: number | null) => ({low: Math.round((share ?? 0) * 100), high: Math.round((share ?? 0) * 100)});

/** The squares with a dot, and those of them that may as well be without. */
const dotted = ({dots}: UnitState) =>
  Array.from({length: (dots?.to ?? 0) - (dots?.from ?? 0)}, (_, at) => (dots?.from ?? 0) + at);

describe("a hundred squares", () => {
  it.each(stepNames)("are a hundred in the step %s, and so are those that are spoken of", (name) => {
    const {squares, spans} = step(name);
    expect(squares).toHaveLength(100);
    for (const {from, to} of spans) expect(0 <= from && from < to && to <= 100, `${from} ${to}`).toBe(true);
  });

  it("are as many in each group as the summary’s numbers allow", () => {
    expect(counted(step("use"), "mid")).toEqual(exactly(numbers.users.value));
    expect(counted(step("facebook"), "full")).toEqual(outward(numbers.facebook));
    expect(counted(step("facebook"), "full", "mid").high).toBe(exactly(numbers.users.value).high);
    expect(counted(step("plans"), "planned")).toEqual(outward(numbers.planned));
    expect(counted(step("plans"), "none").low).toBe(outward(numbers.none).low);
    expect(counted(headlineState(numbers), "full")).toEqual(outward(numbers.facebook));
  });

  it("have dots for as many as expect a strategy, at either end of what is allowed", () => {
    const count = exactly(numbers.strategy.value).high;
    const {low, high} = outward(numbers.without);
    const bare = (name: StepName) => {
      const state = step(name);
      const users = state.squares.flatMap(({style}, at) => (style === "mid" ? [at] : []));
      const dots = dotted(state);
      const open = state.dots?.open ?? [];
      return {
        sure: users.filter((at) => !dots.includes(at)).length,
        all: users.filter((at) => !dots.includes(at) || open.includes(at)).length,
        span: dots.length,
      };
    };
    expect(bare("most").sure).toBe(low);
    expect(bare("most").span).toBeGreaterThanOrEqual(count);
    expect(bare("least").all).toBe(high);
    expect(bare("least").span).toBe(count);
  });

  it("have the bar of those with a strategy from where it leaves fewest on Facebook without one to where it leaves most", () => {
    const {first, last} = barStarts(numbers);
    const {low, high} = outward(numbers.facebookWithout);
    expect(first - low).toBe(1); // of whole squares, those within the limits
    expect(high - last).toBe(1);
    for (const start of [first, 30, last]) {
      const {squares, spans, dots} = headlineState(numbers, start);
      const bar = spans[spans.length - 1];
      expect(bar.to - bar.from).toBe(exactly(numbers.strategy.value).high);
      expect(squares.slice(0, bar.from).map(({style}) => style)).toEqual(Array(start).fill("full"));
      expect(dots).toEqual({from: bar.from, to: bar.to});
      expect(bar.to).toBeLessThanOrEqual(100);
    }
  });

  it("stand for dialogue as the greatest of every reading", () => {
    expect(dotted(step("dialogue"))).toHaveLength(outward(numbers.goal).high);
    expect(counted(step("dialogue"), "mid")).toEqual({low: 0, high: outward(numbers.practice).high});
    const readings = facts.derived.filter(({id}) => /^(goal|practice)-of-all/.test(id));
    for (const {id, high} of readings)
      expect(high, id).toBeLessThanOrEqual(id.startsWith("goal") ? numbers.goal.high : numbers.practice.high);
  });

  it.each(stepNames)("say in words in the step %s what is written in the picture", (name) => {
    const {state, alt} = hundredStep(name, numbers);
    for (const lang of ["nb", "en"] as const)
      for (const {label, sub} of state.spans) {
        expect(alt[lang]).toContain(label[lang]);
        expect(alt[lang]).toContain(sub?.[lang] ?? "");
      }
  });
});
