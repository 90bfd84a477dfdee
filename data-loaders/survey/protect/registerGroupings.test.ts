import {describe, expect, it} from "vitest";
import {exampleCodebook, exampleRespondents} from "../../../test/support/exampleSurvey.js";
import {readRegister} from "../../inputs/readRegister.js";
import {sourceReader} from "../../inputs/readSource.js";
import {registerGroupings} from "./registerGroupings.js";

const units = readRegister(sourceReader());

describe("registerGroupings", () => {
  it("put each respondent in its county and size class, an authority in both", () => {
    const [county, size] = registerGroupings(exampleCodebook, exampleRespondents, units);
    const groupsOf = ({groups, groupOf}: typeof county) => Array.from(groupOf, (group) => groups[group].code);
    expect(groupsOf(county)).toEqual(["01", "03", "16", "18", "20", "20"]);
    expect(groupsOf(size)).toEqual([
      ...["20000plus", "20000plus", "20000plus", "20000plus"],
      ...["countyAuthorities", "5000to19999"],
    ]);
  });

  it("say how many units there are in each group", () => {
    const [county, size] = registerGroupings(exampleCodebook, exampleRespondents, units);
    const populations = ({groups}: typeof county) => groups.map(({population}) => population ?? 0);
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
    expect([sum(populations(county)), sum(populations(size))]).toEqual([448, 448]);
    expect(county.groups.find(({code}) => code === "03")?.population).toBe(1);
  });

  it("are none for a codebook without units", () => {
    const variables = exampleCodebook.variables.filter(({type}) => type !== "unitNumber");
    expect(registerGroupings({...exampleCodebook, variables}, exampleRespondents, units)).toEqual([]);
  });
});
