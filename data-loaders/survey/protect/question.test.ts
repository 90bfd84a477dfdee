import {describe, expect, it} from "vitest";
import {linkedQuestions, type Question} from "./question.js";

const question = (name: string, ...dependsOn: string[]): Question => ({
  name,
  dependsOn,
  categories: 2,
  isOption: false,
  answers: new Int32Array(),
});
const all = [
  question("uses"),
  question("strategy"),
  question("facebook", "uses"),
  question("pages", "facebook"),
  question("goals", "uses", "strategy"),
];

const linkedTo = (name: string) =>
  linkedQuestions(all.find((each) => each.name === name) as Question, all).map((each) => each.name);

describe("linkedQuestions", () => {
  it("are those that depend on it, in as many steps as it takes, and what else those depend on", () => {
    expect(linkedTo("uses")).toEqual(["uses", "strategy", "facebook", "pages", "goals"]);
  });

  it("are not those that it depends on", () => {
    expect(linkedTo("facebook")).toEqual(["facebook", "pages"]);
    expect(linkedTo("pages")).toEqual(["pages"]);
  });
});
