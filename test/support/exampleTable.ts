import type {Cell, ExploredTable, PublishedCell} from "../../src/lib/table/table.js";

/** A published cell for tests: 54 of 100, but for what is said. */
export function exampleCell(own: Partial<PublishedCell> = {}): PublishedCell {
  return {
    status: "published",
    unweightedCount: 54,
    unweightedBase: 100,
    count: 81,
    base: 150,
    estimate: 0.54,
    interval: {low: 0.48, high: 0.6, level: 0.95},
    standardError: 0.03,
    lowPrecision: false,
    ...own,
  };
}

const suppressed: Cell = {status: "suppressed"};
const missing: Cell = {status: "missing"};
const notApplicable: Cell = {status: "notApplicable"};

/** A table for tests that has every kind of cell, and a label that a spreadsheet would run. */
export function exampleTable(own: Partial<ExploredTable> = {}): ExploredTable {
  const line = (code: string, nb: string, en: string, unweightedBase: number | null) => ({
    code,
    label: {nb, en},
    unweightedBase,
    base: unweightedBase,
  });
  return {
    rank: "standIn",
    isProtected: false,
    measure: "columnPercent",
    isWeighted: true,
    level: 0.95,
    rowVariable: {name: "channels", label: {nb: "Kanaler", en: "Channels"}, type: "multiple"},
    columnVariable: {name: "size", label: {nb: "Størrelse", en: "Size"}, type: "register"},
    filters: [
      {
        variable: "county",
        label: {nb: "Fylke", en: "County"},
        categories: [
          {code: "03", label: {nb: "Oslo", en: "Oslo"}},
          {code: "12", label: {nb: "Hordaland", en: "Hordaland"}},
        ],
      },
    ],
    rows: [line("facebook", "Facebook", "Facebook", 54), line("other", '=1+1, "andre"', '=1+1, "other"', 40)],
    columns: [
      line("all", "Alle", "All", 1234),
      line("small", "Små", "Small", 4),
      line("big", "Store", "Big", 20),
      line("none", "Ingen", "None", null),
    ],
    cells: [
      [
        exampleCell(),
        exampleCell({unweightedCount: 3, unweightedBase: 4, estimate: 0.75, interval: null, standardError: null}),
        exampleCell({estimate: 1 / 3, lowPrecision: true}),
        suppressed,
      ],
      [
        exampleCell({unweightedCount: 0, count: 0, estimate: 0, interval: {low: 0, high: 0.04, level: 0.95}}),
        exampleCell({
          unweightedCount: 0,
          unweightedBase: 0,
          count: 0,
          base: 0,
          estimate: null,
          interval: null,
          standardError: null,
        }),
        missing,
        notApplicable,
      ],
    ],
    unweightedBase: 1234,
    unanswered: 5,
    classes: [
      {
        code: "small+big",
        label: {nb: "Små og store", en: "Small and big"},
        population: 150,
        respondents: 100,
        responseRate: 2 / 3,
        weight: 1.5,
      },
    ],
    regions: [],
    ...own,
  };
}
