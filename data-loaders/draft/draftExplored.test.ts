import {describe, expect, it} from "vitest";
import {draftExplored} from "./draftExplored.js";
import type {DraftEntry} from "./entries/draftEntry.js";

const question = (name: string, label: string, more: Partial<DraftEntry> = {}): DraftEntry => ({
  name,
  type: "single",
  label: {en: label},
  question: {en: label},
  categories: [
    {code: "a", label: {en: "A"}},
    {code: "b", label: {en: "B"}},
  ],
  ...more,
});
const wages = {id: "pay", name: {nb: "Lønn", en: "Wages"}};
const unions = {id: "unions", name: {nb: "Fagforeninger", en: "Trade unions"}};

const entries = [
  question("id", "Number", {type: "id"}),
  question("sex", "Sex"),
  question("likes_work", "Do you like your work?"),
  question("wage", "Wage an hour", {type: "count"}),
  question("paid_on_time", "Are you paid on time?"),
  question("member", "Are you a member of a union?"),
  question("age", "Age", {type: "count"}),
  question("region", "Where do you live (region)?"),
];

describe("draftExplored(entries, themes)", () => {
  it("filters by who answered, and begins with the first question by the first of these", () => {
    expect(draftExplored(entries, [])?.explored).toEqual({
      filters: ["sex", "region"],
      first: {rows: "likes_work", columns: "sex"},
    });
  });

  it("has on a page the questions that have a word of its name, those that follow, and on the first those before", () => {
    expect(draftExplored(entries, [wages, unions])?.explored.pages).toEqual([
      {page: "pay", questions: ["likes_work", "wage", "paid_on_time"]},
      {page: "unions", questions: ["member", "age"]},
    ]);
    expect(draftExplored(entries, [unions])?.explored.pages?.[0].questions).toHaveLength(5);
  });

  it("has on a page the questions that say the same in other words, or are answered so", () => {
    const agree = question("safe", "It is safe", {categories: [{code: "a", label: {nb: "Helt uenig"}}]});
    const opinions = {id: "opinions", name: {nb: "Holdninger", en: "Opinions"}};
    expect(draftExplored([question("often", "How often?"), agree], [wages, opinions])?.explored.pages).toEqual([
      {page: "pay", questions: ["often"]},
      {page: "opinions", questions: ["safe"]},
    ]);
  });

  it("says which page has none, and that there is no filter", () => {
    const weather = {id: "weather", name: {nb: "Vær", en: "Weather"}};
    expect(draftExplored(entries, [wages, weather])?.because).toContain(
      "page weather of the settings has no question yet: none has a word of its name",
    );
    const plain = draftExplored([question("colour", "Colour")], []);
    expect(plain).toEqual({
      explored: {filters: []},
      because: ["no filters: no question tells by its words who answered"],
    });
  });

  it("is none of a codebook in which nothing is counted", () => {
    expect(draftExplored([question("why", "Why?", {type: "text"})], [])).toBeNull();
  });
});
