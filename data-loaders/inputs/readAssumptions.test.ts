import {describe, expect, it} from "vitest";
import {assumptionsFile, readAssumptions} from "./readAssumptions.js";
import {readClaims} from "./readClaims.js";
import {readCodebook} from "./readCodebook.js";
import {sourceReader} from "./readSource.js";

const read = sourceReader();
const known = {codebook: readCodebook(read), claims: readClaims(read).claims};
const rows = JSON.parse(read(assumptionsFile)) as Record<string, unknown>[];

/** Reads the assumptions with one of them changed. */
const changed = (id: string, change: object) => () =>
  readAssumptions(() => JSON.stringify(rows.map((row) => (row.id === id ? {...row, ...change} : row))), known);

describe("readAssumptions", () => {
  it("gives every direction that the summary leaves without a number a size", () => {
    const claims = readAssumptions(read, known).flatMap((each) => each.claims);
    expect(claims).toEqual(
      expect.arrayContaining([
        "strategy-more-channels",
        "strategy-more-uses",
        "many-one-way",
        "uses-tied-to-service-role",
        "challenge-resources-competence",
        "challenge-organisation",
        "challenge-strategic-anchoring",
        "challenge-dialogue",
        "experience-mostly-positive",
      ]),
    );
  });

  it.each([
    ["one-way", {value: 0.8}, `value is not in the text: 0.8 (${assumptionsFile}, row one-way, column value)`],
    ["one-way", {variable: "focus"}, `unknown variable: "focus" (${assumptionsFile}, row one-way, column variable)`],
    ["one-way", {codes: ["info"]}, `unknown code: "info" (${assumptionsFile}, row one-way, column codes)`],
    ["one-way", {claims: ["no-such"]}, `unknown claim: "no-such" (${assumptionsFile}, row one-way, column claims)`],
    ["one-way", {variable: "use_fokus"}, `unknown variable: "use_fokus", did you mean "use_focus"? (`],
    ["one-way", {codes: ["informasjon"]}, `unknown code: "informasjon", did you mean "information"? (`],
    ["one-way", {claims: ["experience-mostly-positiv"]}, `, did you mean "experience-mostly-positive"? (`],
    ["one-way", {id: "service-role"}, `value used twice: "service-role"`],
    ["one-way", {value: 1.2}, `(${assumptionsFile}, row one-way, column value)`],
    ["one-way", {why: {nb: "Fordi", en: " "}}, `(${assumptionsFile}, row one-way, column why.en)`],
    [
      "more-uses",
      {among: {variable: "strategy", codes: ["some"]}},
      `unknown code: "some" (${assumptionsFile}, row more-uses, column among)`,
    ],
    ["left-out", {variables: ["age"]}, `unknown variable: "age" (${assumptionsFile}, row left-out, column variables)`],
    ["response", {kind: "greatest", variable: "facebook_pages", value: 60}, "not one assumption on the response"],
  ])("refuses %s with %j and says where", (id, change, message) => {
    expect(changed(id, change)).toThrow(message);
  });
});
