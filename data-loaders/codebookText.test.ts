import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {libraries} from "../test/support/cleaning/givenTable.js";
import {codebookText} from "./codebookText.js";
import {readCodebook} from "./inputs/readCodebook.js";
import {sourceReader} from "./inputs/readSource.js";

it("docs/codebook.md is the codebook as it is now", () => {
  expect(readFileSync("docs/codebook.md", "utf8")).toBe(codebookText(readCodebook(sourceReader())));
});

it("is made of another survey's codebook too", () => {
  const text = codebookText(libraries);
  expect(text).toContain("## `open_sundays`: Open on Sundays");
  expect(text).toContain("| `sometimes` | Sometimes | Noen ganger  | `av og til` |");
  expect(text).toContain("- Asked of: `open_sundays` is `sometimes` or `always`");
});
