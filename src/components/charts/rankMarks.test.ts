import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {facts} from "../../../site/facts.js";
import {quantitiesOf, quantity} from "../../lib/facts.js";
import type {Rank} from "../../lib/quantities/rank.js";
import {drawPlot} from "./chart.js";
import {barMarks} from "./rankMarks.js";

const {document} = new JSDOM("").window;
const stated = quantity(quantitiesOf(facts), "uses-now");

it.each(["stated", "derived", "bounded", "supposed", "context"] satisfies Rank[])(
  "a number that is %s has a mark",
  (rank) => {
    const rows = [{quantity: {...stated, rank}}];
    const svg = drawPlot(barMarks(rows, 20, {y: null}), {document, width: 400, x: {domain: [0, 1]}});
    expect(svg.querySelectorAll("rect, line").length).toBeGreaterThan(0);
  },
);
