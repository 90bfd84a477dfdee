import {describe, expect, it} from "vitest";
import {notAsked, noAnswer as unanswered} from "../../../src/lib/respondents/respondents.js";
import type {Grouping, Question} from "./question.js";
import {answerTally, tradeWidth} from "./tradeWidth.js";

const grouping = (...groupOf: number[]): Grouping => ({groups: 3, groupOf: Int32Array.from(groupOf)});
const question = (name: string, dependsOn: string[], ...answers: number[]): Question => ({
  name,
  dependsOn,
  categories: 2,
  isOption: false,
  answers: Int32Array.from(answers),
});

/** Five respondents in counties 0, 0, 1, 1, 2, of sizes 0, 1, 0, 1, 0. */
const county = grouping(0, 0, 1, 1, 2);
const size = grouping(0, 1, 0, 1, 0);
const ofCounty0 = {grouping: 0, group: 0, answer: 1};
const hiding =
  (...rows: string[]) =>
  (at: number, group: number) =>
    rows.includes(`${at}:${group}`);

describe("tradeWidth", () => {
  const uses = question("uses", [], 1, 1, 0, 0, 0);
  const tally = answerTally(uses, [uses], [county, size]);

  it("counts those who could trade answers with someone of the same size in another hidden county", () => {
    expect(tradeWidth(tally, ofCounty0, hiding("0:0", "0:1"))).toBe(2);
    expect(tradeWidth(tally, ofCounty0, hiding("0:0", "0:2"))).toBe(1);
  });

  it("is nothing when no other county is hidden, for the total then tells", () => {
    expect(tradeWidth(tally, ofCounty0, hiding("0:0"))).toBe(0);
  });

  it("lets those of hidden sizes trade with each other", () => {
    const across = answerTally(question("uses", [], 0, 1, 0, 1, 0), [], [county, size]);
    expect(tradeWidth(across, ofCounty0, hiding("0:0", "0:2"))).toBe(0);
    expect(tradeWidth(across, ofCounty0, hiding("0:0", "0:2", "1:0", "1:1"))).toBe(1);
  });

  it("leaves out those who did not answer, so that bases stay what they are", () => {
    const silent = question("uses", [], 1, 1, notAsked, unanswered, 0);
    expect(tradeWidth(answerTally(silent, [silent], [county, size]), ofCounty0, hiding("0:0", "0:1"))).toBe(0);
  });

  it("lets none trade who were asked different linked questions", () => {
    const strategy = question("strategy", [], 1, 1, notAsked, 1, 1);
    const goals = question("goals", ["uses", "strategy"], 1, 1, notAsked, notAsked, notAsked);
    const linked = answerTally(uses, [uses, strategy, goals], [county, size]);
    expect(tradeWidth(linked, ofCounty0, hiding("0:0", "0:1"))).toBe(1);
  });
});
