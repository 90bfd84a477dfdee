import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {factsOf, handedIn} from "../../../../test/support/exampleFacts.js";
import {parseSelection} from "../../../lib/selection.js";
import {workbench} from "../workbench.js";

const open = factsOf(handedIn);

/** The sentence, the lines that compare, by response, and how many answered in each column. */
function shown(search: string) {
  const {selection, refused} = parseSelection(`?view=differences&${search}`, workbench.choices(open));
  expect(refused).toEqual([]);
  const {title, table} = workbench.view(open, selection);
  const body = JSDOM.fragment(table?.({lang: "en", anchorOf: (row) => `row-${row}`}).html ?? "");
  const [differences, numbers] = body.querySelectorAll("table");
  const every = [...differences.querySelectorAll("tbody tr")].map((line) => {
    const [response, pair, bases, points, p] = [...line.children].map(({textContent}) => textContent ?? "");
    const [difference, low, high] = [...points.replaceAll("−", "-").matchAll(/-?[\d.]+/g)].map(Number);
    return {response, pair: pair.split(" – "), bases: bases.split(", "), difference, low, high, p};
  });
  const [lines, trends] = [false, true].map((isTrend) =>
    every.filter(({pair}) => (pair[0] === "Linear trend, per step") === isTrend),
  );
  const names = [...numbers.querySelectorAll("thead tr:not(.bases) th.number")].map((head) => head.firstChild);
  const [answered] = numbers.querySelectorAll("tr.bases");
  const bases = [...answered.querySelectorAll("td")].map(({textContent}) => textContent);
  return {title: title.en, lines, trends, n: new Map(names.map((name, at) => [name?.textContent?.trim(), bases[at]]))};
}

describe("differences of columns", () => {
  it.each([
    ["each from each", "rows=challenges&columns=strategy"],
    ["from the first", "rows=challenges&columns=strategy&compare=strategy.in_place"],
    ["from another", "rows=challenges&columns=strategy&compare=strategy.none"],
  ])("stand between their ends, beside how many answered in both: %s", (_, search) => {
    const {lines, n} = shown(search);
    expect(lines.length).toBeGreaterThan(8);
    for (const {pair, bases, difference, low, high} of lines) {
      expect(bases, pair.join()).toEqual(pair.map((name) => n.get(name)));
      expect(low, pair.join()).toBeLessThanOrEqual(difference);
      expect(high, pair.join()).toBeGreaterThanOrEqual(difference);
    }
  });

  it("are from the column that is chosen alone", () => {
    const {lines} = shown("rows=challenges&columns=strategy&compare=strategy.in_place");
    expect(lines.length).toBe(4 * 3);
    expect(new Set(lines.map(({pair: [, other]}) => other))).toEqual(new Set(["Yes, it is in place"]));
  });

  it("are told in the sentence where they are certain, wider ones that are not notwithstanding", () => {
    const {title, lines} = shown(
      "rows=role_served&columns=facebook_pages&answer=role_served.services&compare=facebook_pages.4",
    );
    const own = lines.filter(({response}) => /service/i.test(response));
    const [widest] = own;
    const certain = own.find(({p}) => p.includes("★"));
    expect(widest.p).not.toContain("★");
    expect(Math.abs(widest.difference)).toBeGreaterThan(Math.abs(certain?.difference ?? Number.NaN));
    expect(title).toMatch(new RegExp(`^${Math.abs(certain?.difference ?? Number.NaN)} percentage points`));
  });

  it("of means are told as means, in the sentence and in the table", () => {
    const {lines, title} = shown("rows=facebook_pages&columns=strategy&measure=mean");
    expect(lines.length).toBe(6);
    for (const {response, difference, low, high} of lines) {
      expect(response).toBe("Mean");
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
    }
    expect(title).toMatch(/the mean of “Number of Facebook pages”/i);
  });

  it("have narrower intervals at a lower confidence level, and the same p", () => {
    const [at90, at95, at99] = ["90", "95", "99"].map(
      (level) => shown(`rows=challenges&columns=strategy&level=${level}`).lines,
    );
    const widthOf = ({low, high}: (typeof at90)[number]) => high - low;
    for (const [i, each] of at95.entries()) {
      expect(widthOf(at90[i])).toBeLessThan(widthOf(each));
      expect(widthOf(at99[i])).toBeGreaterThan(widthOf(each));
      expect([at90[i].p, at99[i].p]).toEqual([each.p, each.p]);
    }
  });

  it("have a trend for each response where groups are in order: of sizes without the county authorities", () => {
    const {trends, n} = shown("rows=challenges&columns=size");
    expect(trends.length).toBe(4);
    const all = [...n].flatMap(([name, base]) => (/inhabitants/.test(`${name}`) ? [Number(base)] : []));
    expect(trends[0].bases).toEqual([String(all.reduce((sum, each) => sum + each, 0))]);
    expect(shown("rows=challenges&columns=county").trends).toEqual([]);
    expect(shown("rows=challenges&columns=size&merge=size-under2000.20000plus").trends).toEqual([]);
    expect(shown("rows=challenges&columns=size&merge=size-5000to19999.20000plus").trends.length).toBe(4);
  });
});
