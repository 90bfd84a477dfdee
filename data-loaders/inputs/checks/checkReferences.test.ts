import {describe, expect, it} from "vitest";
import type {Codebook, Variable} from "../../../src/lib/respondents/codebook.js";
import {readClaims} from "../readClaims.js";
import {readCodebook} from "../readCodebook.js";
import {sourceReader} from "../readSource.js";
import {checkCodebookReferences} from "./checkReferences.js";

const read = sourceReader();
const codebook = readCodebook(read);
const summary = readClaims(read);

const withVariable = (name: string, part: Partial<Variable>): Codebook => ({
  ...codebook,
  variables: codebook.variables.map((each) => (each.name === name ? ({...each, ...part} as Variable) : each)),
});

describe("checkCodebookReferences(codebook, summary)", () => {
  it("accepts the report’s own", () => {
    expect(() => checkCodebookReferences(codebook, summary)).not.toThrow();
  });

  it("refuses a claim and an attribute that the summary does not have", () => {
    expect(() => checkCodebookReferences(withVariable("uses_now", {claims: ["uses-nwo"]}), summary)).toThrow(
      'unknown claim: "uses-nwo", did you mean "uses-now"? (codebook.json, row uses_now, column claims)',
    );
    const attributes = [{...codebook.attributes[0], code: "usesNwo"}];
    expect(() => checkCodebookReferences({...codebook, attributes}, summary)).toThrow(
      'unknown attribute: "usesNwo", did you mean "usesNow"? (codebook.json, column attributes)',
    );
  });
});
