import {describe, expect, it} from "vitest";
import {figures} from "../../src/components/figures.js";
import {pages} from "../../src/lib/pages.js";
import {isAnswered} from "../../src/lib/respondents/codebook.js";
import {facts, quantities, survey} from "../facts.js";
import {blockNames} from "./blocks.js";
import {nameKinds, nameLines} from "./names.js";

const namesIn = (lines: readonly string[]) => lines.map((line) => line.split(" ")[0]);

describe("nameLines(kind)", () => {
  it("tells every number that [[id]] can name, with value, rank and base", () => {
    const lines = nameLines("numbers");
    const register = ["municipalities", "countyAuthorities", "counties", "population"].map(
      (name) => `register-${name}`,
    );
    expect(namesIn(lines)).toEqual([...quantities.keys(), "interval-level", ...register]);
    expect(lines[0]).toMatch(/^uses-now +58% \(stated\): Use social media, of the municipalities that answered$/);
    expect(lines.at(-5)).toMatch(/^interval-level +95% \(interval\)$/);
    expect(lines.at(-1)).toMatch(/^register-population +4,920,305 \(register\)$/);
    for (const line of lines) expect(line).toMatch(/^[\w-]+ {2,}\S.* \(.+\)/);
  });

  it("tells every figure with its page and title", () => {
    const lines = nameLines("figures");
    expect(namesIn(lines)).toEqual(figures.map(({id}) => id));
    const {title} = figures[1].view(facts, {});
    expect(lines[1].replace(/ +/, " ")).toBe(`adoption adoption: ${title.en}`);
  });

  it("tells every question that readers can explore, with its label and kind", () => {
    const lines = nameLines("questions").map((line) => line.replace(/ +/, " "));
    const asked = survey.codebook.variables.filter(isAnswered);
    expect(namesIn(lines)).toEqual(asked.map(({name}) => name));
    expect(lines).toContain("uses_now Uses social media (single)");
    expect(lines).toContain("channels Channels (multiple)");
    expect(namesIn(lines)).not.toContain("unit_number");
  });

  it("tells every block, every condition and every page", () => {
    expect(nameLines("conditions")).toEqual([
      "open",
      "protected",
      "suppressed",
      "noisy",
      "answers",
      "combinations",
      "counted",
      "read-here",
      "made-up",
      "handed-in",
      "register",
      "no-register",
      "design",
      "no-design",
      "waves",
      "one-wave",
      "followed",
      "one-by-one",
      "two-languages",
      "contact",
      "no-contact",
    ]);
    expect(nameLines("blocks")).toEqual(blockNames);
    expect(nameLines("pages")).toEqual(pages.map(({id}) => id));
  });

  it("has names of every kind", () => {
    for (const kind of nameKinds) expect(nameLines(kind).length, kind).toBeGreaterThan(0);
  });
});
