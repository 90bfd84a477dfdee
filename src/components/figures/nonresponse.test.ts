import {expect, it} from "vitest";
import {facts} from "../../../site/facts.js";
import {nonresponse} from "./nonresponse.js";

const rows = nonresponse.view(facts, {}).rows.map(({quantity}) => quantity);

it("the share of all is limited by none and by all of those that did not answer", () => {
  const municipalities = 430;
  for (const [at, part] of [0.25, 0.5, 0.75].entries()) {
    const answered = municipalities * part;
    expect(rows[at].low * municipalities).toBeCloseTo(0.575 * answered, 9);
    expect(rows[at].high * municipalities).toBeCloseTo(0.585 * answered + municipalities - answered, 9);
  }
});

it("limits are bounded, of all municipalities and of the same time; what answered is stated, of those that answered", () => {
  expect(rows.map(({rank, base}) => [rank, base.en])).toEqual([
    ...[1, 2, 3].map(() => ["bounded", "all 430 municipalities, those that answered and the others"]),
    ["stated", "the municipalities that answered"],
  ]);
  expect(new Set(rows.map(({time}) => time.en)).size).toBe(1);
});

it("the headline says what half of the answers allow", () => {
  const {title} = nonresponse.view(facts, {});
  expect(title.nb).toContain("fra 28 til 80 av hundre");
  expect(title.en).toContain("from 28 to 80 of a hundred");
});
