import {expect, it} from "vitest";
import type {Codebook} from "./codebook.js";
import {protectedDistributions} from "./protectedDistributions.js";
import type {ProtectedTable, ProtectedTables} from "./protectedTables.js";

const label = {nb: "", en: ""};
const common = {label, question: label, origin: "assumed", claims: [], universe: [], missing: [], headers: []} as const;
const category = (code: string) => ({code, label: {nb: code, en: code}, spellings: []});
const codebook: Codebook = {
  id: "test",
  title: label,
  note: label,
  fieldwork: {from: "2011-01-01", to: "2011-01-02"},
  marks: {chosen: [], notChosen: []},
  contradictions: [],
  attributes: [],
  explored: {pages: [], filters: ["county", "size", "kind"]},
  variables: [
    {...common, name: "uses", type: "single", isOrdered: false, categories: [category("yes"), category("no")]},
    {...common, name: "channels", type: "multiple", categories: [category("facebook"), category("twitter")]},
  ],
};

const table = (variable: string, option: string | null, all: ProtectedTable["all"]): ProtectedTable => ({
  column: variable,
  variable,
  option,
  label,
  categories: option === null ? [category("yes"), category("no")] : [category("no"), category("yes")],
  all,
  by: {},
});
const published = (...unweightedCounts: number[]): ProtectedTable["all"] => ({
  group: "all",
  status: "published",
  unweightedBase: unweightedCounts.reduce((sum, n) => sum + n, 0),
  unweightedCounts,
});
const hidden: ProtectedTable["all"] = {group: "all", status: "suppressed"};
const tables = (...list: ProtectedTable[]): ProtectedTables => ({
  codebook: "test",
  rank: "estimated",
  minimumBase: 5,
  respondents: 10,
  groupings: [],
  tables: list,
});

it("what is published of a protected file is shown unweighted and without an interval", () => {
  const [uses, channels] = protectedDistributions(
    codebook,
    tables(
      table("uses", null, published(6, 4)),
      table("channels", "facebook", published(1, 5)),
      table("channels", "twitter", published(3, 3)),
    ),
  );
  expect(uses.unweightedBase).toBe(10);
  expect(uses.cells.map(({code, count, proportion, interval}) => [code, count, proportion, interval])).toEqual([
    ["yes", 6, 0.6, null],
    ["no", 4, 0.4, null],
  ]);
  expect(channels.cells.map(({code, count, proportion}) => [code, count, proportion])).toEqual([
    ["facebook", 5, 5 / 6],
    ["twitter", 3, 0.5],
  ]);
});

it("what is suppressed is neither zero nor missing", () => {
  const [uses, channels] = protectedDistributions(
    codebook,
    tables(
      table("uses", null, hidden),
      table("channels", "facebook", hidden),
      table("channels", "twitter", published(3, 3)),
    ),
  );
  expect(uses).toMatchObject({unweightedBase: null, missing: {}});
  expect(uses.cells.map(({count, proportion}) => [count, proportion])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(channels.cells.map(({count}) => count)).toEqual([null, 3]);
});
