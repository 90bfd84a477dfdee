import {describe, expect, it} from "vitest";
import {betakomm, cleaned, libraries} from "../../test/support/cleaning/givenTable.js";
import {readRegister} from "../inputs/readRegister.js";
import {sourceReader} from "../inputs/readSource.js";
import {buildResponse} from "./buildResponse.js";

const units = readRegister(sourceReader());

describe("who answered", () => {
  const {respondents} = cleaned([
    ["knr", "bruker"],
    ["0301", "Ja"],
    ["0101", "Ja"],
    ["05", "Nei"],
  ]);
  const response = buildResponse(betakomm, respondents, units);

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
    expect(buildResponse(libraries, other.respondents, units)).toBeNull();
  });
});
