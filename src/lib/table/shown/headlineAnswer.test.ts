import {describe, expect, it} from "vitest";
import {headlineAnswer} from "./headlineAnswer.js";

/** Cells by their labels. */
const cellsOf = (proportions: Record<string, number | null>) => ({
  cells: Object.entries(proportions).map(([label, proportion], at) => ({
    code: `code_${at}`,
    label: {nb: label, en: label},
    count: proportion === null ? null : 100 * proportion,
    proportion,
    interval: null,
  })),
});

describe("headlineAnswer(distribution)", () => {
  it.each([
    ["the commonest of several", {"Very good": 0.02, Good: 0.5, Fair: 0.3, "No opinion": 0.18}, "code_1"],
    ["yes of two, however few", {No: 0.9, Yes: 0.1}, "code_1"],
    ["the commonest where yes is one of several", {Yes: 0.1, No: 0.5, Partly: 0.4}, "code_1"],
    ["the commonest of two others", {Member: 0.18, "Not a member": 0.82}, "code_1"],
    ["the first of equals", {A: 0.5, B: 0.5}, "code_0"],
    ["none where all are suppressed", {A: null, B: null, C: null}, undefined],
    ["the greatest that is published", {A: null, B: 0.2, C: 0.3}, "code_2"],
  ])("is %s", (_, proportions, code) => expect(headlineAnswer(cellsOf(proportions))).toBe(code));
});
