import {describe, expect, it} from "vitest";
import {exampleRespondents, exampleStandIn, exampleSurvey} from "../../../test/support/exampleSurvey.js";
import {respondentsCsv} from "../respondentsCsv.js";
import {tableColumns} from "../tableColumns.js";
import {spssColumns, spssNames} from "./spssColumns.js";
import {cutLabel, levelOf} from "./spssSyntax.js";

const columnsOf = (respondents = exampleRespondents) =>
  spssColumns(tableColumns({...exampleSurvey, respondents}), respondents);

describe("spssColumns", () => {
  it("numbers categories from 1, options 0 and 1, and reasons for no response below zero", () => {
    expect([...respondentsCsv(columnsOf(), exampleRespondents.count)].join("")).toBe(
      [
        "data,row,weight,class,class_units,size,unit_number,submitted,uses,channels_facebook,channels_blog,pages",
        "survey,2,3,1,12,1,0101,2011-02-01,1,1,0,12",
        "survey,3,2.5,2,5,2,0301,2011-02-01,1,1,1,-3",
        "survey,5,2.5,2,5,2,1601,2011-03-15,1,0,-1,-2",
        "survey,6,3,1,12,1,1804,2011-03-15,2,-2,-2,-2",
        "survey,7,3,1,12,1,20,2011-03-15,-3,-2,-2,-2",
        "survey,9,3,1,12,1,2030,no_answer,-1,-2,-2,-2",
        "",
      ].join("\r\n"),
    );
  });

  it("labels each number, with reasons that the codebook does not name", () => {
    const uses = columnsOf().find(({name}) => name === "uses");
    expect(uses && levelOf(uses)).toBe("nominal");
    expect(uses).toMatchObject({
      codes: [
        {number: 1, label: {nb: "Ja"}},
        {number: 2, label: {nb: 'Nei, "ikke ennå"'}},
        {number: -1, label: {nb: "Ubesvart"}},
        {number: -2, label: {nb: "Ikke stilt"}},
        {number: -3, label: {nb: "Vet ikke"}},
        {number: -4, label: {nb: "Vil ikke svare"}},
      ],
    });
  });

  it("says in every label that respondents are made up", () => {
    const labels = columnsOf(exampleStandIn).map(({label}) => label);
    expect(labels.every(({nb}) => nb.startsWith("[konstruerte svar] "))).toBe(true);
    expect(labels.every(({en}) => en.startsWith("[made-up respondents] "))).toBe(true);
  });
});

describe("spssNames", () => {
  it("gives names that SPSS takes, and no two the same in its eyes", () => {
    const long = "a".repeat(70);
    expect(spssNames(["uses", "USES", "with", "2011_plans", long, long, "ends_"])).toEqual([
      "uses",
      "USES_2",
      "v_with",
      "v_2011_plans",
      "a".repeat(64),
      `${"a".repeat(62)}_2`,
      "ends",
    ]);
  });
});

describe("cutLabel", () => {
  it("cuts between characters, never within one, and puts line breaks on one line", () => {
    expect(cutLabel({nb: "på\nnett", en: ""}, "nb", 120)).toBe("på nett");
    expect(cutLabel({nb: "ååååå", en: ""}, "nb", 9)).toBe("ååå…");
  });
});
