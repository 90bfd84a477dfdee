import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {answers} from "../../test/support/handedIn.js";
import {readCodebook} from "../inputs/readCodebook.js";
import {sourceReader} from "../inputs/readSource.js";
import {buildSurvey} from "./buildSurvey.js";
import {lossesOf, refuseLosses, refuseWithoutColumn} from "./refuseLosses.js";

const folder = mkdtempSync(join(tmpdir(), "losses-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** The codebook with an option for what is no other channel. */
function withOwnWords(): Codebook {
  const codebook = readCodebook(sourceReader());
  const own = {code: "own_words", label: {nb: "Annet", en: "Other"}, spellings: [], ownWords: true as const};
  const variables = codebook.variables.map((each) =>
    each.name === "channels" && each.type === "multiple" ? {...each, categories: [...each.categories, own]} : each,
  );
  return {...codebook, variables};
}

function surveyOf(text: string, accept: readonly string[] = [], codebook?: Codebook) {
  const file = join(folder, "answers.csv");
  writeFileSync(file, text);
  return buildSurvey(file, {
    codebook,
    settings: {rank: "estimated", access: "protected", received: null, note: null, accept},
  });
}

const refused = async (text: string, accept?: readonly string[]) => {
  const survey = await surveyOf(text, accept);
  refuseLosses(survey);
  refuseWithoutColumn(survey);
};

describe("a file whose answers would be lost", () => {
  it("is let through with few of them", async () => {
    await expect(refused(answers())).resolves.toBeUndefined();
    expect(lossesOf(await surveyOf(answers()))).toEqual([]);
  });

  it("is let through where the codebook knows that what stands there is no answer", async () => {
    const text = answers().replaceAll("Ja, den er på plass", "Veit ikkje");
    expect((await surveyOf(text)).record.changes.map(({before}) => before)).toContain("Veit ikkje");
    await expect(refused(text)).resolves.toBeUndefined();
  });

  it("is refused where a label is written otherwise, with what stands there and the nearest", async () => {
    const text = answers().replaceAll("Ja, den er på plass", "Ja, den er på plas");
    await expect(refused(text)).rejects.toThrow(
      /^21 of 42 answers would be lost \(50%\).*"accept": \["strategy"\].*Ja, den er på plas \(21\), did you mean Ja, den er på plass\?.*column strategy\)$/,
    );
    await expect(refused(text, ["strategy"])).resolves.toBeUndefined();
    expect(lossesOf(await surveyOf(text))).toMatchObject([{question: "strategy", lost: 21, given: 42}]);
  });

  it("is refused where the question that decides who was asked has no column", async () => {
    const text = answers().replace("Bruker sosiale medier", "Er dere på nett?");
    await expect(refused(text)).rejects.toThrow(
      /^answers would be lost: who was asked depends on a question without a column, uses_now; .*\(answers\.csv, column plans_2011\)$/,
    );
    const all = (await surveyOf(text)).codebook.variables.map(({name}) => name);
    await expect(refused(text, all)).resolves.toBeUndefined();
  });

  it("is refused where options that stand together in a cell are not understood, and names those", async () => {
    const text = answers().replaceAll("Facebook, Twitter", "Facebook, Tvitter");
    await expect(refused(text)).rejects.toThrow(
      /^28 of 28 answers would be lost.*: \["Tvitter \(27\), did you mean twitter\?.*column channels\)$/,
    );
  });

  it("is let through where each wrote words of their own and the codebook has an answer for that", async () => {
    const words = (text: string) => {
      let times = 0;
      return text.replaceAll("Facebook, Twitter", () =>
        times++ % 2 ? "Facebook, Twitter" : `Facebook, eget ${times}`,
      );
    };
    await expect(refused(words(answers()))).rejects.toThrow(/column channels/);
    const survey = await surveyOf(words(answers()), [], withOwnWords());
    expect(() => refuseLosses(survey)).not.toThrow();
    const spelling = await surveyOf(answers().replaceAll("Facebook, Twitter", "Facebook, Tvitter"), [], withOwnWords());
    expect(() => refuseLosses(spelling)).toThrow(/^27 of 27 answers .*Tvitter \(27\)/);
  });

  it("is refused where a page or a filter names a question that has no column", async () => {
    const text = answers().replace(";experience", ";noe_annet");
    await expect(refused(text)).rejects.toThrow(
      /^pages or filters name questions without a column: add their headers .*"accept": \["experience"\].*: \["experience"\] \(answers\.csv, column explored\)$/,
    );
    await expect(refused(text, ["experience"])).resolves.toBeUndefined();
  });

  it("is refused where numbers are out of range, and says the range", async () => {
    const text = answers()
      .replace(/;(\d);;/g, ";9000;;")
      .replace(/;[12];;?$/gm, ";9000;");
    await expect(refused(text)).rejects.toThrow(
      /answers would be lost.*9000 \(\d+\) not from \d+ to \d+.*facebook_pages/,
    );
  });
});
