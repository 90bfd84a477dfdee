import {describe, expect, it} from "vitest";
import {exampleCodebook, exampleRespondents, exampleStandIn} from "../../test/support/exampleSurvey.js";
import {dictionaryColumns, dictionaryCsv, dictionaryJson} from "./dataDictionary.js";
import {responseColumns} from "./tableColumns.js";

const columns = responseColumns(exampleCodebook, exampleRespondents);

describe("dictionaryColumns", () => {
  it("describes every column, and what each of its codes means in both tables", () => {
    const blog = dictionaryColumns(columns).find(({name}) => name === "channels_blog");
    expect(blog).toMatchObject({
      variable: "channels",
      option: "blog",
      label: {nb: "Kanaler: Blogg på nett", en: "Channels: Blog"},
      universe: [{variable: "uses", codes: ["yes"]}],
      codes: [
        {code: "no", number: 0, missing: null},
        {code: "yes", number: 1, missing: null},
        {code: "no_answer", number: -1, missing: "noAnswer"},
        {code: "not_asked", number: -2, missing: "notAsked"},
        {code: "dont_know", number: -3, missing: "dontKnow"},
        {code: "refused", number: -4, missing: "refused"},
      ],
    });
  });

  it("says nothing of free text and names of units", () => {
    const names = dictionaryColumns(columns).map(({variable}) => variable);
    expect(names).not.toContain("comment");
    expect(names).not.toContain("unit_name");
  });
});

describe("dictionaryCsv", () => {
  it("has a line for each code, for spreadsheets", () => {
    const [first, , second] = dictionaryCsv(exampleRespondents, columns)
      .split("\r\n")
      .filter((line, at) => at === 0 || line.includes("channels_blog"));
    expect(first).toMatch(/^\ufeffdata,column,variable,option,type,/);
    expect(second).toBe(
      "survey,channels_blog,channels,blog,multiple,Kanaler: Blogg på nett,Channels: Blog,Kanaler?,Channels?,uses=yes,yes,1,,Valgt,Chosen",
    );
  });
});

describe("dictionaryJson", () => {
  it("says that respondents are made up", () => {
    expect(JSON.parse(dictionaryJson(exampleCodebook, exampleStandIn, columns))).toMatchObject({
      rank: "standIn",
      data: "stand-in",
    });
  });
});
