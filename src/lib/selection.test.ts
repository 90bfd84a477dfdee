import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type Choice,
  initialSelection,
  isSameSelection,
  parseSelection,
  serializeSelection,
  switchedSelections,
} from "./selection.js";

const label = {nb: "", en: ""};
const option = (code: string) => ({code, label});
const goal: Choice = {key: "goal", label, kind: "one", initial: "now", options: ["now", "year"].map(option)};
const country: Choice = {key: "country", label, kind: "any", initial: "all", options: ["NO", "SE"].map(option)};
const choices = [goal, country];

describe("initialSelection(choices)", () => {
  it("holds the first choice of a switch and no filter", () => {
    expect(initialSelection(choices)).toEqual({goal: "now", country: "all"});
  });
});

describe("parseSelection(search, choices)", () => {
  it("reads codes with or without a question mark", () => {
    expect(parseSelection("?goal=year&country=SE", choices).selection).toEqual({goal: "year", country: "SE"});
    expect(parseSelection("goal=year", choices).selection).toEqual({goal: "year", country: "all"});
  });

  it("refuses a code that does not exist, says which, and leaves the initial one standing", () => {
    expect(parseSelection("?goal=never&country=SE", choices)).toEqual({
      selection: {goal: "now", country: "SE"},
      refused: [{key: "goal", value: "never"}],
    });
  });

  it("refuses an empty code, another case, and `all` for a switch", () => {
    for (const value of ["", "Year", "all", "year "]) {
      expect(parseSelection(`?goal=${value}`, choices).refused).toEqual([{key: "goal", value}]);
    }
  });

  it("takes `all` for a filter", () => {
    expect(parseSelection("?country=all", choices)).toEqual({selection: {goal: "now", country: "all"}, refused: []});
  });

  it("refuses nothing that belongs to another part of the page", () => {
    expect(parseSelection("?q=dialog", choices).refused).toEqual([]);
  });

  it("is complete and never fails, whatever the address says", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const {selection} = parseSelection(search, choices);
        expect(Object.keys(selection)).toEqual(["goal", "country"]);
        expect(["now", "year"]).toContain(selection.goal);
        expect(["all", "NO", "SE"]).toContain(selection.country);
      }),
    );
  });
});

describe("serializeSelection(selection, choices, search)", () => {
  it("says nothing of what is as it was", () => {
    expect(serializeSelection({goal: "now", country: "all"}, choices)).toBe("");
    expect(serializeSelection({goal: "now", country: "SE"}, choices)).toBe("?country=SE");
  });

  it("keeps the parameters of others, and takes its own away again", () => {
    expect(serializeSelection({goal: "year", country: "all"}, choices, "?q=a&country=NO")).toBe("?q=a&goal=year");
    expect(serializeSelection({goal: "now", country: "all"}, choices, "?goal=year")).toBe("");
  });
});

describe("parseSelection of serializeSelection", () => {
  const key = fc.stringMatching(/^[a-z]{1,8}$/);
  const code = fc.string({minLength: 1}).filter((text) => text !== "all");
  const anyChoice = fc
    .record({
      key,
      kind: fc.constantFrom("one" as const, "any" as const),
      codes: fc.uniqueArray(code, {minLength: 1, maxLength: 5}),
    })
    .map(({key: named, kind, codes}): Choice => {
      return {key: named, label, kind, initial: kind === "any" ? "all" : codes[0], options: codes.map(option)};
    });
  const anyChoices = fc.uniqueArray(anyChoice, {selector: (choice) => choice.key, maxLength: 4});

  it("gives back every selection there is, refusing nothing and keeping what others wrote", () => {
    fc.assert(
      fc.property(anyChoices, fc.string(), (offered, other) => {
        const before = `?${new URLSearchParams({Other: other})}`;
        const asSwitches = offered.map((choice): Choice => ({...choice, control: "switch"}));
        for (const selection of switchedSelections(asSwitches).slice(0, 50)) {
          const search = serializeSelection(selection, offered, before);
          expect(parseSelection(search, offered)).toEqual({selection, refused: []});
          expect(new URLSearchParams(search).get("Other")).toBe(other);
        }
      }),
    );
  });
});

describe("switchedSelections(choices)", () => {
  it("holds every combination of switches, with menus and sliders as they are at first", () => {
    expect(switchedSelections(choices)).toEqual([
      {goal: "now", country: "all"},
      {goal: "year", country: "all"},
    ]);
  });

  it("does not switch what is offered as a menu or a slider", () => {
    const [goal] = choices;
    expect(switchedSelections([{...goal, control: "menu"}])).toEqual([{goal: "now"}]);
    expect(switchedSelections([{...goal, control: "slider"}])).toEqual([{goal: "now"}]);
  });

  it("holds one empty selection where there is nothing to choose", () => {
    expect(switchedSelections([])).toEqual([{}]);
  });
});

describe("isSameSelection(a, b)", () => {
  it("compares codes, not the order they were chosen in", () => {
    expect(isSameSelection({a: "1", b: "2"}, {b: "2", a: "1"})).toBe(true);
    expect(isSameSelection({a: "1"}, {a: "2"})).toBe(false);
    expect(isSameSelection({a: "1"}, {a: "1", b: "2"})).toBe(false);
  });
});
