import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type Choice,
  initialSelection,
  isSameSelection,
  joinCodes,
  longestName,
  parseSelection,
  readText,
  serializeSelection,
  splitCodes,
  switchedSelections,
  writeText,
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

describe("a choice of several", () => {
  const county: Choice = {key: "county", label, kind: "some", initial: "all", options: ["03", "12", "20"].map(option)};
  const parsed = (value: string) => parseSelection(`?county=${encodeURIComponent(value)}`, [county]);

  it("is all of them at first, and may be called so", () => {
    expect(initialSelection([county])).toEqual({county: "all"});
    expect(parsed("all")).toEqual({selection: {county: "all"}, refused: []});
  });

  it("is read as a list of codes, in the order of its options and each once", () => {
    expect(parsed("20.03")).toEqual({selection: {county: "03.20"}, refused: []});
    expect(parsed("12.12.03.12").selection).toEqual({county: "03.12"});
  });

  it("names each unknown code by itself and keeps the known ones", () => {
    expect(parsed("20.99.03.x")).toEqual({
      selection: {county: "03.20"},
      refused: [
        {key: "county", value: "99"},
        {key: "county", value: "x"},
      ],
    });
  });

  it("is all when no known code is left", () => {
    expect(parsed("99")).toEqual({selection: {county: "all"}, refused: [{key: "county", value: "99"}]});
    expect(parsed("").selection).toEqual({county: "all"});
  });

  it("refuses what stands empty between two points", () => {
    expect(parsed("03..20")).toEqual({selection: {county: "03.20"}, refused: [{key: "county", value: ""}]});
  });

  it("takes no notice of `all` in a list: what is named beside it is what is meant", () => {
    expect(parsed("all.12")).toEqual({selection: {county: "12"}, refused: []});
    expect(parsed("all.all")).toEqual({selection: {county: "all"}, refused: []});
  });

  it("is told in an address only when it is not all", () => {
    expect(serializeSelection({county: "03.20"}, [county])).toBe("?county=03.20");
    expect(serializeSelection({county: "all"}, [county], "?county=03&q=a")).toBe("?q=a");
  });

  it("is offered as boxes, and not switched", () => {
    expect(switchedSelections([county])).toEqual([{county: "all"}]);
  });

  it("comes back from an address as it was, refusing nothing", () => {
    const codes = fc.uniqueArray(
      fc.stringMatching(/^[a-z0-9+_]{1,6}$/).filter((code) => code !== "all"),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(codes, fc.infiniteStream(fc.boolean()), (offered, chosen) => {
        const choice: Choice = {...county, options: offered.map(option)};
        const some = offered.filter(() => chosen.next().value);
        const selection = {county: joinCodes(choice, some.toReversed())};
        expect(splitCodes(selection.county)).toEqual(some);
        expect(parseSelection(serializeSelection(selection, [choice]), [choice])).toEqual({selection, refused: []});
      }),
    );
  });
});

describe("a text", () => {
  const merge: Choice = {
    key: "merge",
    label,
    kind: "text",
    initial: "all",
    options: ["none", "plan", "plan-now", "plan-8+", "plan-never", "use-yes"].map(option),
  };

  it("stands in an address as it is read", () => {
    const value = writeText([
      {variable: "plan", codes: ["now", "never"], name: "Now or never"},
      {variable: "use", codes: ["yes"], name: ""},
    ]);
    const search = serializeSelection({merge: value}, [merge]);
    expect(search).toBe("?merge=plan-now.never-Now+or+never*use-yes");
    expect(parseSelection(search, [merge])).toEqual({selection: {merge: value}, refused: []});
  });

  it("keeps any name that can be printed on one line, up to its greatest length", () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: "grapheme"}), {minLength: 1, maxLength: 3}), (names) => {
        const once = readText(writeText(names.map((name) => ({variable: "plan", codes: ["now"], name}))));
        expect(readText(writeText(once))).toEqual(once);
        expect(once).toHaveLength(names.length);
        for (const {name} of once) expect([...name].length).toBeLessThanOrEqual(longestName);
      }),
    );
    const [{name}] = readText(writeText([{variable: "plan", codes: ["now"], name: " <b>_s*__-&=+% \u0000\u202e\n~ "}]));
    expect(name).toBe("<b>_s*__-&=+% ~");
  });

  it("has no code twice, and refuses by name what the options do not know", () => {
    expect(parseSelection("?merge=plan-now.soon-A*plan-never.now-B*use*x-yes*plan-8%2B", [merge])).toEqual({
      selection: {merge: "plan-now-A*plan-never-B*plan-8+"},
      refused: ["plan-soon", "plan-now", "use", "x-yes"].map((value) => ({key: "merge", value})),
    });
    for (const value of ["", "*", "-", "all*all"])
      expect(parseSelection(`?merge=${value}`, [merge]).selection).toEqual({merge: "all"});
    expect(parseSelection("?merge=all", [merge]).refused).toEqual([]);
  });
});
