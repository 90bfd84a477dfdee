import {describe, expect, it} from "vitest";
import {betakomm, cleaned, libraries} from "../../test/support/cleaning/givenTable.js";
import {exampleCodebook, exampleRespondents} from "../../test/support/exampleSurvey.js";
import {sourceReader} from "../inputs/readSource.js";
import {readRegister} from "../inputs/register/readRegister.js";
import {buildWeighting} from "./buildWeighting.js";
import {registerGroupings, responseOf} from "./registerGroupings.js";

const units = readRegister(sourceReader());

describe("registerGroupings", () => {
  it("put each respondent in its county and size class, an authority in both", () => {
    const [county, size] = registerGroupings(buildWeighting(exampleCodebook, exampleRespondents, units));
    const groupsOf = ({groups, groupOf}: typeof county) => Array.from(groupOf, (group) => groups[group].code);
    expect(groupsOf(county)).toEqual(["01", "03", "16", "18", "20", "20"]);
    expect(groupsOf(size)).toEqual([
      ...["20000plus", "20000plus", "20000plus", "20000plus"],
      ...["countyAuthorities", "5000to19999"],
    ]);
  });

  it("say how many units there are in each group", () => {
    const [county, size] = registerGroupings(buildWeighting(exampleCodebook, exampleRespondents, units));
    const populations = ({groups}: typeof county) => groups.map(({population}) => population ?? 0);
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
    expect([sum(populations(county)), sum(populations(size))]).toEqual([448, 448]);
    expect(county.groups.find(({code}) => code === "03")?.population).toBe(1);
  });

  it("are none for a codebook without units", () => {
    const variables = exampleCodebook.variables.filter(({type}) => type !== "unitNumber");
    expect(registerGroupings(buildWeighting({...exampleCodebook, variables}, exampleRespondents, units))).toEqual([]);
  });
});

describe("who answered", () => {
  const {respondents} = cleaned([
    ["knr", "bruker"],
    ["0301", "Ja"],
    ["0101", "Ja"],
    ["05", "Nei"],
  ]);
  const response = responseOf(buildWeighting(betakomm, respondents, units));

  it("is counted of all units that were asked", () => {
    expect(response).toMatchObject({asked: 448, answered: 3});
    for (const groups of [response?.bySize ?? [], response?.byCounty ?? []]) {
      expect(groups.reduce((sum, {asked}) => sum + asked, 0)).toBe(448);
      expect(groups.reduce((sum, {answered}) => sum + answered, 0)).toBe(3);
    }
  });

  it("counts an authority in its county, and in a class of its own", () => {
    expect(response?.byCounty.find(({code}) => code === "05")).toMatchObject({asked: 27, answered: 1});
    expect(response?.bySize.at(-1)).toMatchObject({code: "countyAuthorities", asked: 18, answered: 1});
  });

  it("shows Oslo as the one unit it is, and a county of which none answered as none", () => {
    expect(response?.byCounty.find(({code}) => code === "03")).toMatchObject({asked: 1, answered: 1});
    expect(response?.byCounty.find(({code}) => code === "20")).toMatchObject({asked: 20, answered: 0});
  });

  it("is unknown where the codebook has no units", () => {
    const other = cleaned([["søndag"], ["Aldri"]], libraries);
    expect(responseOf(buildWeighting(libraries, other.respondents, units))).toBeNull();
  });
});
