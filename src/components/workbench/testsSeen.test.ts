import {expect, it} from "vitest";
import {testsSeenText} from "./testsSeen.js";

it("says from the tenth test on how many chance alone makes significant, and counts a test once", () => {
  for (let test = 1; test < 10; test++) expect(testsSeenText(`table ${test}`, "en")).toBe("");
  expect(testsSeenText("table 1", "en")).toBe("");
  expect(testsSeenText("table 10", "en")).toBe(
    "You have now looked at 10 tested tables. Of so many about 0.5 will be significant by chance alone.",
  );
  expect(testsSeenText("table 10", "nb")).toContain("om lag 0,5 være signifikant");
});
