import {expect, it} from "vitest";
import {betakomm} from "../../test/support/cleaning/givenTable.js";
import {codebookFile} from "../inputs/readCodebook.js";
import {sourceReader} from "../inputs/readSource.js";
import {writtenCodebook} from "./writtenCodebook.js";

it("writtenCodebook(codebook) has the conditions that stand in its file", () => {
  const {contradictions, attributes, variables} = JSON.parse(sourceReader()(codebookFile));
  const written = writtenCodebook(betakomm);
  expect(written.contradictions).toEqual(contradictions);
  expect(written.attributes).toEqual(attributes);
  expect(written.variables.map(({universe}) => universe)).toEqual(
    variables.map(({universe = []}: {universe?: unknown[]}) => universe),
  );
});
