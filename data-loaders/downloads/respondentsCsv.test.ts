import {describe, expect, it} from "vitest";
import {exampleStandIn, exampleSurvey} from "../../test/support/exampleSurvey.js";
import {respondentsCsv} from "./respondentsCsv.js";
import {tableColumns} from "./tableColumns.js";

const csvOf = (survey = exampleSurvey) => [...respondentsCsv(tableColumns(survey), survey.respondents.count)].join("");

describe("respondentsCsv", () => {
  it("has a line for each respondent, with codes, and says why a response is missing", () => {
    expect(csvOf()).toBe(
      [
        "data,row,weight,class,class_units,size,unit_number,submitted,uses,channels_facebook,channels_blog,pages",
        "survey,2,3,small,12,small,0101,2011-02-01,yes,yes,no,12",
        "survey,3,2.5,large,5,large,0301,2011-02-01,yes,yes,yes,dont_know",
        "survey,5,2.5,large,5,large,1601,2011-03-15,yes,no,no_answer,not_asked",
        "survey,6,3,small,12,small,1804,2011-03-15,no,not_asked,not_asked,not_asked",
        "survey,7,3,small,12,small,20,2011-03-15,dont_know,not_asked,not_asked,not_asked",
        "survey,9,3,small,12,small,2030,no_answer,no_answer,not_asked,not_asked,not_asked",
        "",
      ].join("\r\n"),
    );
  });

  it("says in every line that respondents are made up", () => {
    const [, ...lines] = csvOf({...exampleSurvey, respondents: exampleStandIn})
      .trim()
      .split("\r\n");
    expect(lines.length).toBe(6);
    expect(lines.every((line) => line.startsWith("stand-in,"))).toBe(true);
  });
});
