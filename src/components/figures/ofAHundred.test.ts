import {describe, expect, it} from "vitest";
import {facts} from "../../../site/facts.js";
import {extremesOf} from "../../lib/bounds/answer.js";
import {boundsModel, withShare} from "../../lib/bounds/model.js";
import {initialSelection} from "../../lib/selection.js";
import {bothIf, ofAHundred} from "./ofAHundred.js";
import {hundredNumbers} from "./shared/hundredStates.js";

const numbers = hundredNumbers(facts);
const [choice] = ofAHundred.choices(facts);
const moved = choice.options.slice(1).map(({code}) => code);

describe("the bar of those with a strategy", () => {
  it.each(moved)("at %s leaves as many with both as linear programs find", (code) => {
    const without = Number(code) / 100;
    const event = ["onFacebook", "!strategyByYearEnd"];
    const supposed = {claim: "supposed", event, given: [], value: without, low: without, high: without};
    const model = withShare(boundsModel(facts, {}), supposed);
    const found = extremesOf(model, {event: ["onFacebook", "strategyByYearEnd"], given: []});
    if (found.status !== "range") throw new Error(`it cannot be there: ${code}`);
    const {low, high} = bothIf(numbers, without);
    expect(low).toBeCloseTo(found.low, 9);
    expect(high).toBeCloseTo(found.high, 9);
  });

  it("says what is known until it is moved, and then what follows, as supposed", () => {
    const initial = initialSelection(ofAHundred.choices(facts));
    const ranksAt = (selection: typeof initial) =>
      ofAHundred.view(facts, selection).rows.map(({quantity}) => quantity.rank);
    expect(ranksAt(initial)).toEqual(["derived", "stated", "bounded", "bounded"]);
    expect(ranksAt({...initial, [choice.key]: "30"})).toEqual(["derived", "stated", "supposed", "supposed"]);
    const {title} = ofAHundred.view(facts, {...initial, [choice.key]: "30"});
    expect(title.en).toBe("If 30 were on Facebook without a strategy, 24 to\u00a027 had both");
    expect(title.nb).toBe("Hvis 30 var på Facebook uten strategi, hadde 24 til\u00a027 begge deler");
  });
});
