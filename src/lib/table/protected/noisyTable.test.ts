import {describe, expect, it} from "vitest";
import {buildSurvey} from "../../../../data-loaders/survey/buildSurvey.js";
import {explorerInput, wholeExplorer} from "../../../../data-loaders/survey/explorer/explorerInput.js";
import {noisyFamily, noisyTables} from "../../../../data-loaders/survey/noise/noisyTables.js";
import {registerGroupings} from "../../../../data-loaders/survey/registerGroupings.js";
import {isShown} from "../shown/cellText.js";
import {variableByName} from "../variable.js";
import {canBeWeighted, groupingsOf, isInFamily, noisyTable} from "./noisyTable.js";

const survey = await buildSurvey("data-loaders/source/microdata/stand-in.csv");
const groupings = registerGroupings(survey.weighting);
const family = {variance: 12, pairs: [["strategy", "uses_now"]], secret: "a"} as const;
const noisy = noisyFamily(survey, groupings, family);
const tables = noisyTables(survey, groupings, noisy);
const asProtected = {...survey, settings: {...survey.settings, access: "protected" as const}};
const found = {...explorerInput(asProtected), protectedTables: tables};
const explorer = wholeExplorer(found, {tiles: [], topics: []});
const of = (rows: string, by: string | null = null, isWeighted = true) =>
  noisyTable(explorer, {rows: variableByName(explorer.variables, rows), by, measure: "columnPercent", isWeighted});

const groupOf = (by: string, code: string) =>
  tables.groupings.find(({id}) => id === by)?.groups.find((group) => group.code === code) ?? {
    population: null,
    respondents: null,
  };

/** By row and column the true share of those that answered. */
const truthOf = (name: string, groupOf: Int32Array, group: number) => {
  const measured = noisy.family.measured.find((each) => each.name === name);
  const {cellOf = new Int32Array(), noAnswer = null} = measured ?? {};
  const answered = [...cellOf.keys()].filter(
    (row) => groupOf[row] === group && cellOf[row] >= 0 && cellOf[row] !== noAnswer,
  );
  return (cell: number) => answered.filter((row) => cellOf[row] === cell).length / answered.length;
};

describe("noisyTable", () => {
  it("has intervals that hold the shares of those that answered, in groups of every size", () => {
    let [held, shown] = [0, 0];
    for (const name of ["uses_now", "strategy", "respondent_role", "experience", "role_served"])
      for (const {id, groupOf} of groupings) {
        const {cells, columns} = of(name, id);
        for (const [r, row] of cells.entries())
          for (const [c, cell] of row.slice(1).entries()) {
            if (!isShown(cell) || !cell.interval) continue;
            const truth = truthOf(name, groupOf, c)(r);
            shown++;
            if (cell.interval.low <= truth && truth <= cell.interval.high) held++;
            expect(cell.unweightedBase, columns[c + 1].code).toBeGreaterThanOrEqual(10);
          }
      }
    expect(shown).toBeGreaterThan(150);
    expect(held / shown).toBeGreaterThan(0.95);
  });

  it("hides the shares of groups that are too small as far as the noise tells, and of nobody else", () => {
    const {cells, columns} = of("uses_now", "county");
    for (const [c, {unweightedBase}] of columns.entries())
      expect(cells[0][c].status).toBe(unweightedBase === null ? "suppressed" : "published");
    expect(columns.filter(({unweightedBase}) => unweightedBase === null).length).toBeGreaterThan(0);
    expect(columns.filter(({unweightedBase}) => unweightedBase !== null).length).toBeGreaterThan(8);
  });

  it("weights all together, sizes and counties, and says that groups that an answer makes are not weighted", () => {
    const [[weighted]] = of("uses_now").cells;
    const [[plain]] = of("uses_now", null, false).cells;
    if (weighted.status !== "published" || plain.status !== "published") throw new Error("not published");
    expect(weighted.base).toBeCloseTo(448, 0);
    expect(plain.base).toBeLessThan(300);
    expect(of("uses_now", "size").isWeighted).toBe(true);
    expect(canBeWeighted(explorer, "strategy")).toBe(false);
    expect(of("strategy", "uses_now").isWeighted).toBe(false);
    expect(of("uses_now", "county").columns[0].base).toBeCloseTo(448, 0);
    expect(of("strategy", "uses_now").columns.map(({base}) => base)).toEqual([null, null, null]);
    for (const by of ["county", "size"] as const) {
      const {isWeighted, cells, columns} = of("uses_now", by);
      expect(isWeighted).toBe(true);
      for (const [c, {code}] of columns.entries()) {
        const cell = cells[0][c];
        if (c === 0 || cell.status !== "published") continue;
        const {population, respondents} = groupOf(by, code);
        expect(cell.base, code).toBeGreaterThan(((population ?? 0) * cell.unweightedBase) / (respondents ?? 0) - 2);
        expect(cell.base, code).toBeLessThanOrEqual(population ?? 0);
      }
    }
  });

  it("never tells of more respondents than answered at all, in any group", () => {
    for (const {name, type} of explorer.variables.filter((each) => each.type !== "register")) {
      expect(of(name).unweightedBase ?? 0, `${name}, ${type}`).toBeLessThanOrEqual(270);
      const sizes =
        tables.groupings.find(({id}) => id === "size")?.groups.map(({respondents}) => respondents ?? 0) ?? [];
      for (const [c, {unweightedBase}] of of(name, "size").columns.slice(1).entries())
        expect(unweightedBase ?? 0).toBeLessThanOrEqual(sizes[c]);
    }
  });

  it("is of the family alone", () => {
    expect(groupingsOf(explorer, "strategy")).toEqual(["county", "size", "uses_now"]);
    expect(groupingsOf(explorer, "channels")).toEqual(["county", "size"]);
    expect(isInFamily(explorer, "channels", "strategy")).toBe(false);
    expect(isInFamily(explorer, "kind", null)).toBe(false);
  });
});
