import {describe, expect, it} from "vitest";
import type {Variable} from "../../src/lib/respondents/codebook.js";
import {readAssumptions} from "../inputs/readAssumptions.js";
import {readClaims} from "../inputs/readClaims.js";
import {readCodebook} from "../inputs/readCodebook.js";
import {sourceReader} from "../inputs/readSource.js";
import {responseBasis} from "./responseBasis.js";

const read = sourceReader();
const codebook = readCodebook(read);
const summary = readClaims(read);
const assumptions = readAssumptions(read, {codebook, claims: summary.claims});
const all = responseBasis({codebook, summary, assumptions});

const basesOf = (variable: string) =>
  all.filter((each) => each.variable === variable).map(({option, code, basis}) => `${option ?? code} ${basis}`);

describe("responseBasis", () => {
  it("tells what is stated from what is flat", () => {
    expect(basesOf("uses_now")).toEqual(["yes stated", "no stated"]);
    expect(basesOf("plans_2011")).toEqual(["by_year_end stated", "later flat", "none flat"]);
    expect(new Set(basesOf("success_criteria").map((text) => text.split(" ")[1]))).toEqual(new Set(["flat"]));
    expect(basesOf("strategy_goals").slice(0, 2)).toEqual(["dialogue stated", "information flat"]);
  });

  it("owns that how many had a strategy in place is stated nowhere", () => {
    expect(basesOf("strategy")).toEqual([
      "in_place maximumEntropy",
      "by_year_end maximumEntropy",
      "later flat",
      "none flat",
    ]);
  });

  it("names the assumption where there is one", () => {
    expect(basesOf("facebook_pages").slice(0, 3)).toEqual(["1 stated", "2 assumed", "3 assumed"]);
    expect(basesOf("channels").slice(0, 2)).toEqual(["facebook stated", "twitter assumed"]);
    expect(basesOf("use_focus").slice(0, 3)).toEqual(["dialogue stated", "information assumed", "services assumed"]);
    expect(new Set(all.map(({assumption}) => assumption))).toEqual(
      new Set([
        null,
        "more-channels",
        "more-uses",
        "one-way",
        "service-role",
        "main-challenges",
        "mostly-positive",
        "several-pages",
      ]),
    );
  });

  it("has every response of every question", () => {
    const responsesOf = (variable: Variable) =>
      variable.type === "single" || variable.type === "multiple" ? variable.categories.map(({code}) => code) : [];
    for (const variable of codebook.variables.filter(({type}) => type === "single" || type === "multiple")) {
      const told = all.filter((each) => each.variable === variable.name).map(({option, code}) => option ?? code);
      expect(told, variable.name).toEqual(responsesOf(variable));
    }
    const pages = all.filter(({variable}) => variable === "facebook_pages").map(({code}) => code);
    expect(pages).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(new Set(all.map(({variable}) => variable))).toEqual(
      new Set(
        codebook.variables.filter(({type}) => ["single", "multiple", "count"].includes(type)).map(({name}) => name),
      ),
    );
  });
});
