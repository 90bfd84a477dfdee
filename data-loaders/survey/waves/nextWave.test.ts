import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {sum} from "d3";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {settings} from "../../../src/lib/settings.js";
import {tabulate} from "../../../src/lib/table/tabulate.js";
import {variableByName} from "../../../src/lib/table/variable.js";
import {requestFrom} from "../../../test/support/exampleExplored.js";
import {layNextWave, nextWaves} from "../../../test/support/nextWave.js";
import {readCodebook} from "../../inputs/readCodebook.js";
import {sourceReader} from "../../inputs/readSource.js";
import {readDatedRegister} from "../../inputs/register/datedRegister.js";
import {readRegister} from "../../inputs/register/readRegister.js";
import {followUnit} from "../../inputs/register/unitsOn.js";
import {buildSurvey, type ReadSurvey, type Survey} from "../buildSurvey.js";
import {talliesNamed} from "../explorer/combinations.js";
import {explorerInput} from "../explorer/explorerInput.js";
import {readSurvey} from "../readSurvey.js";

const folder = layNextWave();
const read = sourceReader(folder);
const open = {rank: "standIn", access: "open", received: null, note: null} as const;
afterAll(() => rmSync(folder, {recursive: true}));

describe("a next wave of this survey, of 357 municipalities and 15 counties", () => {
  let survey: ReadSurvey;
  beforeAll(async () => {
    const units = readRegister(read, "2026-02-01");
    survey = await buildSurvey(join(folder, "2026.csv"), {read, codebook: readCodebook(read), units, settings: open});
  });

  it("is read by its own register: every row is a unit of 2026", () => {
    expect(survey.record.setAside).toEqual([]);
    expect(survey.respondents.count).toBe(247);
  });

  it("stands for the 371 units asked, in 15 counties", () => {
    expect(sum(survey.weighting.weight)).toBeCloseTo(371, 8);
    expect(survey.response).toMatchObject({asked: 371, answered: 247});
    expect(survey.response?.byCounty.map(({label}) => label.nb)).toHaveLength(15);
    expect(survey.response?.byCounty.find(({code}) => code === "32")).toMatchObject({
      asked: 22,
      label: {nb: "Akershus"},
    });
  });
});

describe("this survey and its next wave as one", () => {
  let survey: Survey;
  beforeAll(async () => {
    const own = {...settings, access: "open", waves: nextWaves(folder)} as const;
    ({survey} = await readSurvey(own, {read, units: readRegister(read, "2026-02-01")}));
  });

  it("stands for the units asked in each: 448 in 2011, and 371 in 2026", () => {
    const {weight} = survey.weighting;
    const [wave] = survey.respondents.columns;
    const sumOf = (at: number) => sum(weight.filter((_, row) => wave.codes[row] === at));
    expect(sumOf(0)).toBeCloseTo(448, 6);
    expect(sumOf(1)).toBeCloseTo(371, 6);
  });

  it("has one list of counties, today's, in which municipalities of 2011 stand where they are now", () => {
    const {explorer} = explorerInput(survey);
    const county = variableByName(explorer.variables, "county");
    expect(county.categories).toHaveLength(15);
    const akershus = survey.response?.byCounty.find(({code}) => code === "32");
    const {municipalities} = readRegister(read, "2011-01-15");
    const joined = /^(Lunner|Jevnaker|Rømskog|Hurum|Røyken)$/;
    const then = municipalities.filter(({county, name}) => county === "Akershus" || joined.test(name));
    expect(then).toHaveLength(22 + 5);
    expect(akershus?.asked).toBe(then.length + 1 + (21 + 1)); // with an authority each time
    expect(variableByName(explorer.variables, "size").categories.map(({of}) => of.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it("follows a unit where it is the same in both, and takes those that were merged together", () => {
    const {panel, respondents} = survey;
    const register = readDatedRegister(read);
    if (!panel || !register) throw new Error("nobody is followed");
    const columnOf = (name: string) => respondents.columns.find((column) => column.name === name);
    const [wave, unit] = [columnOf("wave"), columnOf("unit_number")];
    const rows = [...panel.unitOf.keys()].map((row) => ({
      ...{isLate: wave?.codes[row] === 1, number: unit?.categories[unit.codes[row]] ?? ""},
      ...{unit: panel.unitOf[row], cluster: panel.clusterOf[row]},
    }));
    const late = new Map(rows.filter(({isLate}) => isLate).map((row) => [row.number, row]));
    const early = rows.filter(({isLate, number}) => !isLate && number.length === 4);
    const became = early.map((row) => ({
      ...row,
      later: followUnit(register, row.number, {from: "2011-01-15", to: "2026-02-01"}),
    }));
    const among = became.flatMap((row) => ({...row, now: late.get(row.later[0])})).filter(({now}) => now);
    for (const {now, cluster} of among) expect(now?.cluster).toBe(cluster);
    const shared = (number: string) => became.filter(({later}) => later.includes(number)).length;
    const same = among.filter(({now, unit}) => now?.unit === unit);
    expect(same.length).toBeGreaterThan(50);
    for (const {later} of same) expect([later.length, shared(later[0])]).toEqual([1, 1]);
    expect(among.some(({later, now, unit}) => later.length === 1 && shared(later[0]) > 1 && now?.unit !== unit)).toBe(
      true,
    );
    expect(panel.design.strata).toBe(5);
  });

  it("is refused where a page names a question that neither wave has", async () => {
    const path = join(folder, "codebook.json");
    const before = readFileSync(path, "utf8");
    writeFileSync(
      path,
      before.replaceAll(/"experience"/g, '"experienced"').replace(/"(12\. )?Hvordan er erfaringene[^"]*"/g, '"Erfart"'),
    );
    const own = {...settings, access: "open", waves: nextWaves(folder)} as const;
    const error = await readSurvey(own, {read, units: readRegister(read, "2026-02-01")}).catch((each) => each);
    writeFileSync(path, before);
    expect(String(error)).toMatch(
      /questions without a column: .*\["experienced"\] \(2011\.csv, 2026\.csv, column explored\)/,
    );
  });

  it("is counted by wave, and what only one wave asked was not asked in the other", () => {
    const found = explorerInput(survey);
    const {variables} = found.explorer;
    const table = (rows: string) =>
      tabulate(
        found.explorer,
        talliesNamed(found, "respondents"),
        requestFrom({rows: variableByName(variables, rows), columns: variableByName(variables, "wave")}),
      ).table;
    const uses = table("uses_now");
    expect(uses.columns.map(({unweightedBase}) => unweightedBase).slice(2)).toEqual([247]);
    const [, then, now] = uses.cells[0];
    expect(then).toMatchObject({status: "published"});
    expect(now.status === "published" ? now.estimate : 0).toBeGreaterThan(0.9);
    const role = table("respondent_role");
    expect(role.cells[0].map(({status}) => status)).toEqual(["published", "published", "notApplicable"]);
  });
});
