import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {checkStatistics} from "./checkStatistics.js";

const reference = new URL("statistics/cases.json", import.meta.url).pathname;
const {cases} = JSON.parse(readFileSync(reference, "utf8")) as {cases: {id: string; tier: number}[]};
const outcomes = new Map(checkStatistics(reference).map((outcome) => [outcome.id, outcome]));

const leftOut = ["o47-chisq-Chisq-A", "o48-chisq-adjWald-A", "o69-weights-cal", "o70-prop-cal", "o87-clopper"];

describe("the reference cases", () => {
  it.each(cases.map(({id}) => id).filter((id) => !leftOut.includes(id)))("%s agrees with R", (id) => {
    expect(outcomes.get(id)).toEqual({id, status: "passed", details: []});
  });

  it("are all computed but five of tier 3, which are skipped by name", () => {
    const skipped = [...outcomes.values()].filter(({status}) => status === "skipped");
    expect(skipped.map(({id}) => id)).toEqual(leftOut);
    expect(cases.filter(({id}) => leftOut.includes(id)).every(({tier}) => tier === 3)).toBe(true);
    expect(skipped.map(({details}) => details[0])).toEqual([
      "not supported: chisq statistic Chisq",
      "not supported: chisq statistic adjWald",
      "not supported: adjust step calibrate",
      "not supported: adjust step calibrate",
      "not supported: statistic clopper_pearson",
    ]);
  });
});

const folder = mkdtempSync(join(tmpdir(), "cases-"));
afterAll(() => rmSync(folder, {recursive: true}));

const small = "class,N,yes,size\na,4,1,1\na,4,0,2\na,4,,3\nb,6,1,4\nb,6,1,5\nb,6,0,6\n";
const columns = {
  class: {type: "factor", levels: ["a", "b"]},
  N: {type: "number"},
  yes: {type: "number"},
  size: {type: "string"},
};
const share = {
  id: "share",
  data: "small",
  design: {strata: "class", fpc: "N"},
  statistic: "proportion",
  args: {y: {var: "yes", in: [1]}},
  tolerance_rel: 1e-9,
  expected: {n: 5},
};

function check(changes: object, csv = small, file: object = {}) {
  mkdirSync(join(folder, "data"), {recursive: true});
  writeFileSync(join(folder, "data/small.csv"), csv);
  const data = {small: {file: "data/small.csv", columns, ...file}};
  writeFileSync(join(folder, "cases.json"), JSON.stringify({data, cases: [{...share, ...changes}]}));
  return checkStatistics(join(folder, "cases.json"))[0];
}

describe("a case", () => {
  it("passes when all that is expected agrees", () => {
    expect(check({})).toEqual({id: "share", status: "passed", details: []});
  });

  it("fails on a number that differs, with both numbers", () => {
    expect(check({expected: {n: 6}})).toMatchObject({status: "failed", details: ["n is 5, expected 6"]});
  });

  it("fails on a member that is expected and not computed", () => {
    expect(check({expected: {n: 5, median: 1}}).details).toEqual(["median is not computed, expected 1"]);
  });

  it.each([
    [{design: {ids: "class"}}, "clusters: class"],
    [{design: {repweights: "w"}}, "design.repweights"],
    [{design: {fpc: ["N", "N"]}}, "several fpc stages: N, N"],
    [{design: {strata: ["class", "yes"]}}, "several strata stages: class, yes"],
    [{design: {adjust: [{type: "calibrate"}]}}, "adjust step calibrate"],
    [{statistic: "median"}, "statistic median"],
    [{statistic: "ciprop", args: {...share.args, method: "asin"}}, "method asin"],
    [{args: {...share.args, trim: 2}}, "args.trim"],
    [{args: {y: {var: "yes", op: "~", value: 1}}}, "operator ~"],
    [{args: {y: {var: "size", op: "<", value: 1}}}, "operator < on size, for it is a string"],
    [{statistic: "mean", args: {var: "size"}}, "size as a number, for it is a string"],
    [{statistic: "p_adjust", args: {p: [1], method: "hommel"}}, 'args.method "hommel"'],
  ])("%j is skipped by name", (changes, name) => {
    expect(check(changes as object)).toMatchObject({status: "skipped", details: [`not supported: ${name}`]});
  });

  it("whose rows are each a cluster of their own has no clusters", () => {
    expect(check({design: {...share.design, ids: "size"}}).status).toBe("passed");
  });

  it("drops those who did not answer before the design is made when that is nonresponse", () => {
    const args = {...share.args, missing: "nonresponse"};
    expect(check({args, expected: {n: 5, N_hat: 10}}).details).toEqual([]);
    expect(check({expected: {n: 5, N_hat: 10 - 4 / 3}}).details).toEqual([]);
  });

  it("takes conditions joined by or, and the opposite of one", () => {
    const y = {or: [{var: "class", in: ["a"]}, {not: {var: "size", op: "!=", value: "4"}}]};
    expect(check({args: {y}, expected: {n: 6, estimate: (4 + 2) / 10}}).details).toEqual([]);
  });

  it("with more respondents than population fails and names the class", () => {
    const csv = small.replaceAll("b,6", "b,2");
    expect(check({}, csv).details).toEqual(["more respondents than population in class: b (3 of 2)"]);
  });

  it("with a single respondent in a class fails and names the class", () => {
    const csv = small.replace("a,4,0,2\na,4,,3\n", "");
    expect(check({}, csv).details).toEqual(["class with a single respondent: a"]);
  });

  it.each([
    ["b,6,1,4", "c,6,1,4", 'not a level: "c" (data/small.csv, row 5, column class)'],
    ["b,6,1,4", "b,six,1,4", 'not a number: "six" (data/small.csv, row 5, column N)'],
    ["yes", "no", "column is missing (data/small.csv, column yes)"],
  ])("of data with %s for %s fails, and says where", (right, wrong, message) => {
    expect(check({}, small.replace(right, wrong))).toMatchObject({status: "failed", details: [message]});
  });

  it("of data with another number of rows than said fails", () => {
    const details = ["wrong number of rows: 6 (data/small.csv)"];
    expect(check({}, small, {rows: 7})).toMatchObject({status: "failed", details});
  });

  it("that lacks its tolerance makes an error that names it", () => {
    expect(() => check({tolerance_rel: undefined})).toThrow(/\(.*cases\.json, row share, column tolerance_rel\)/);
  });

  it("whose class is missing in a row fails and says where", () => {
    expect(check({}, small.replace("b,6,1,4", ",6,1,4")).details).toEqual([
      "value is missing (data/small.csv, row 5, column class)",
    ]);
  });
});
