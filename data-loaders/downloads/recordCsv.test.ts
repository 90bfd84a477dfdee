import {describe, expect, it} from "vitest";
import {exampleRecord, exampleRespondents, exampleStandIn} from "../../test/support/exampleSurvey.js";
import {changesCsv, setAsideCsv} from "./recordCsv.js";

describe("changesCsv", () => {
  it("has a line for each change, harmless in a spreadsheet, and keeps no free text", () => {
    expect([...changesCsv(exampleRecord, exampleRespondents)].join("")).toBe(
      [
        "\ufeffdata,row,column,before,after,rule",
        "survey,2,uses,JA,yes,spellings",
        "survey,3,uses,JA,yes,spellings",
        `survey,9,uses,"'=HYPERLINK(""x"")",no_answer,spellings`,
        "survey,5,pages,-1,not_asked,spellings",
        "survey,7,comment,(not kept),(not kept),trim",
        "",
      ].join("\r\n"),
    );
  });
});

describe("setAsideCsv", () => {
  it("has a line for each row that is no respondent, and says whether the file is made up", () => {
    expect([...setAsideCsv(exampleRecord, exampleStandIn)].join("")).toBe(
      "\ufeffdata,row,rule,reason\r\nstand-in,8,units,unknownUnit\r\n",
    );
  });
});
