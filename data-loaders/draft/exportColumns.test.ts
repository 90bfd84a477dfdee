import {describe, expect, it} from "vitest";
import {exportOf, isPrivate} from "./exportColumns.js";

describe("exportOf(headers)", () => {
  it.each([
    ["SurveyMonkey", ["RespondentID", "CollectorID", "StartDate", "EndDate", "Which?"], ["EndDate", "StartDate"]],
    ["Qualtrics", ["StartDate", "EndDate", "Status", "Finished", "ResponseId", "Q1"], ["EndDate", "StartDate"]],
    ["LimeSurvey", ["id. Response ID", "submitdate. Date submitted", "seed. Seed"], ["submitdate. Date submitted"]],
    ["LimeSurvey", ["Svar-ID", "Innsendt dato", "Siste side", "Startdato"], ["Innsendt dato", "Startdato"]],
    [
      "Microsoft Forms",
      ["ID", "Starttidspunkt", "Fullføringstidspunkt", "E-post"],
      ["Fullføringstidspunkt", "Starttidspunkt"],
    ],
    ["Google Forms", ["Tidsmerke", "Hva?"], ["Tidsmerke"]],
  ])("knows %s by %j, and which date to take first", (tool, headers, dates) => {
    expect(exportOf(headers)).toMatchObject({tool, dates});
  });

  it.each([[["id", "name", "email", "age"]], [["Status", "Progress", "Finished"]], [["Score", "Timestamp"]]])(
    "knows no tool by %j",
    (headers) => {
      expect(exportOf(headers)).toBeNull();
    },
  );
});

describe("isPrivate(header)", () => {
  it.each([
    "Name",
    "E-mail address:",
    "Fornavn",
    "Contact - Phone number",
    "What is your name?",
    "Contact information [Address]",
  ])("is true of %j", (header) => expect(isPrivate(header)).toBe(true));
  it.each(["Name of the library", "How do you use e-mail?", "Addressed to", "Your age"])("is false of %j", (header) =>
    expect(isPrivate(header)).toBe(false),
  );
});
