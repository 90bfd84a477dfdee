import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {factsOf, handedIn} from "../../../../test/support/exampleFacts.js";
import {parseSelection} from "../../../lib/selection.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {makeTables} from "../made.js";
import {sentenceOf} from "../sentences.js";
import {workbench} from "../workbench.js";
import {chartView} from "./chartView.js";

it("a chart and its sentence do not wait for the test of association, which takes longer than all else", () => {
  const facts = factsOf(handedIn);
  const {selection} = parseSelection("?rows=channels&columns=county", workbench.choices(facts));
  const made = makeTables("explore", facts.explorer.explore as PageExplorer, {selection, tallySet: facts.tallySet});
  if (typeof made === "string") throw new Error(made);
  const association = () => {
    throw new Error("the association was tested");
  };
  const untested = {...made, sections: made.sections.map((section) => ({...section, association}))};
  const {document} = new JSDOM("").window;
  const svg = chartView(untested).chart({lang: "en", width: 720, document, linkTo: () => "#"});
  expect(svg.querySelectorAll("a").length).toBeGreaterThan(19);
  expect(sentenceOf(untested).en).toMatch(/^96% used Facebook .* by county/);
});
