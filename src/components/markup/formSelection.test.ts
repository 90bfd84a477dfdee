import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {facts} from "../../../site/facts.js";
import {type Choice, type ChoiceCodes, initialSelection, type Selection} from "../../lib/selection.js";
import {figures} from "../figures.js";
import {controlsMarkup} from "./controlsMarkup.js";
import {choicesIn, select, selectionIn, shareOptions} from "./formSelection.js";

const {document} = new JSDOM("").window;

function formOf(choices: readonly Choice[]): HTMLFormElement {
  document.body.innerHTML = controlsMarkup("x", choices, "en").html;
  const form = document.querySelector("form") as HTMLFormElement;
  shareOptions(form);
  return form;
}

const withChoices = figures
  .map((figure) => [figure.id, figure.choices(facts)] as const)
  .filter(([, all]) => all.length);

describe.each(withChoices)("the form of %s", (_, choices) => {
  it("offers what its choices offer: keys, codes, and the code at the beginning", () => {
    const byKey = (all: readonly ChoiceCodes[]) => all.toSorted((a, b) => a.key.localeCompare(b.key)); // folded ones come last
    const offered = choices.map(({key, kind, initial, options}) => ({
      key,
      kind,
      initial,
      options: options.map(({code}) => ({code})),
    }));
    expect(byKey(choicesIn(formOf(choices)))).toEqual(byKey(offered));
  });

  it("says at the beginning what the figure is built with", () => {
    expect(selectionIn(formOf(choices), choices)).toEqual(initialSelection(choices));
  });

  it("says what was chosen: the last code of each choice, or several", () => {
    const form = formOf(choices);
    const chosen: Selection = Object.fromEntries(
      choices.map(({key, kind, options}) => [
        key,
        options
          .slice(kind === "some" ? -2 : -1)
          .map(({code}) => code)
          .join("."),
      ]),
    );
    select(form, chosen);
    expect(selectionIn(form, choices)).toEqual(chosen);
    select(form, initialSelection(choices));
    expect(selectionIn(form, choices)).toEqual(initialSelection(choices));
  });
});

it("a form keeps what a selection says nothing of", () => {
  const [, choices] = withChoices[0];
  const form = formOf(choices);
  select(form, {});
  expect(selectionIn(form, choices)).toEqual(initialSelection(choices));
});
