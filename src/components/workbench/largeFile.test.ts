import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {respondentsColumns} from "../../../data-loaders/downloads/respondentsColumns.js";
import {combinationFiles, combinationsNamed} from "../../../data-loaders/survey/explorer/combinations.js";
import {explorerInput, wholeExplorer, withColumnFiles} from "../../../data-loaders/survey/explorer/explorerInput.js";
import {factsOf, handedIn} from "../../../test/support/exampleFacts.js";
import {countColumns} from "../../lib/table/counts/columnCounter.js";
import {talliesOfColumns} from "../../lib/table/counts/columnFiles.js";
import {type ExplorerTally, unpackTally} from "../../lib/table/counts/tally.js";
import {combined, listsOf} from "../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {none} from "./choiceKeys.js";
import {askedOf, type Made, makeTables, talliesFor} from "./made.js";

/*
 * The made-up respondents as a file that is sent whole, and as one that is too large for that: every table has the same
 * numbers, whether it is counted in respondents, in combinations or in columns.
 */

const facts = factsOf(handedIn);
const small = facts.explorer.explore as PageExplorer;
const input = explorerInput(handedIn, {mostSent: 0});
const files = respondentsColumns(handedIn, input.rows);
const found = withColumnFiles(input, files);
const {tiles} = small;
const large = wholeExplorer(found, {tiles, topics: [small]});
const sets = new Set(combinationFiles(found));

/** What a browser would count in, from the files that a build writes. */
async function talliesFetched(set: string): Promise<readonly ExplorerTally[]> {
  const lists = listsOf(set);
  if (lists) return talliesOfColumns(large, lists, {folder: "", count: countColumns});
  const file = set.slice(combined.length);
  expect(sets).toContain(file);
  return combinationsNamed(found, file).map(unpackTally);
}

const {variables} = small;
const code = (name: string) => variables.find((each) => each.name === name)?.categories.map((each) => each.code) ?? [];
const anyName = fc.constantFrom(...variables.map(({name}) => name));
const someCodes = (name: string) =>
  fc.subarray(code(name), {minLength: 1}).map((codes) => [name, codes.join(".")] as const);
const oneOf = anyName.chain((name) => fc.constantFrom(...code(name).map((each) => `${name}-${each}`)));
const selection = fc
  .record({
    rows: anyName,
    columns: fc.oneof(fc.constant(none), anyName),
    layer: fc.oneof(fc.constant(none), anyName, oneOf),
    layer2: fc.oneof(fc.constant(none), oneOf),
    measure: fc.constantFrom("columnPercent", "rowPercent", "totalPercent", "count", "mean"),
    weight: fc.constantFrom("on", "off"),
    merge: anyName.chain((name) =>
      fc.shuffledSubarray(code(name), {minLength: 1}).map((codes) => `${name}-${codes.slice(0, 3).join(".")}`),
    ),
    filters: fc.uniqueArray(anyName, {maxLength: 3}).chain((names) => fc.tuple(...names.map(someCodes))),
  })
  .map(({filters, ...rest}) => ({...rest, ...Object.fromEntries(filters)}));

/** All numbers of what is made. */
const numbersOf = ({sections, byRegion, dropped}: Made) => ({
  tables: sections.map(({table}) => table),
  regions: byRegion()?.table,
  dropped: dropped()?.n,
});

describe("a file too large to be sent", () => {
  beforeAll(() => {
    vi.stubGlobal("fetch", async (address: string) => {
      const bytes = files.get(address.slice(1).replace(".arrow.gz", ""));
      return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>) : new Response(null, {status: 404});
    });
  });
  afterAll(() => void vi.unstubAllGlobals());

  it("has the tables of a small one", async () => {
    await fc.assert(
      fc.asyncProperty(selection, async (chosen) => {
        const full = {view: "table", order: "codebook", empty: "show", answer: "", ...chosen};
        const set = talliesFor(large, askedOf(large, full));
        const whole = makeTables("explore", small, {selection: full, tallySet: facts.tallySet});
        const tallies = set === null ? [] : await talliesFetched(set);
        const made = makeTables("explore", large, {selection: full, tallySet: () => tallies});
        expect(typeof made === "string" ? made : numbersOf(made)).toEqual(
          typeof whole === "string" ? whole : numbersOf(whole),
        );
      }),
      {numRuns: process.env.TEST_ALL ? 2000 : 30},
    );
  });
});
