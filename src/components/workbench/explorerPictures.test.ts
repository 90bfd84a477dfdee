import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {factsOf, handedIn, secret} from "../../../test/support/exampleFacts.js";
import {expectStoredPicture} from "../../../test/support/expectStoredPicture.js";
import {sampled} from "../../../test/support/sampled.js";
import type {Facts} from "../../lib/facts.js";
import type {ProtectedRow} from "../../lib/respondents/protectedTables.js";
import {parseSelection} from "../../lib/selection.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {pictureFile} from "../browser/export/pictureFile.js";
import {ink, textSize} from "../charts/chart.js";
import type {FigureView} from "../figure.js";
import {figureById} from "../figures.js";
import {drawnWidths} from "../markup/figureMarkup.js";

const {document} = new JSDOM("").window;
const open = factsOf(handedIn);
const closed = withLacks(factsOf(secret));

/** A protected file in which one size is suppressed, nobody of another answered, and nobody of a third was asked. */
function withLacks(facts: Facts): Facts {
  const lacking = (row: ProtectedRow): ProtectedRow => {
    const {group} = row;
    if (group === "under2000") return {group, status: "suppressed"};
    if (group === "countyAuthorities") return {group, status: "notApplicable"};
    if (group !== "20000plus" || row.status !== "published") return row;
    return {group, status: "published", unweightedBase: 0, unweightedCounts: row.unweightedCounts.map(() => 0)};
  };
  const explorer = Object.entries(facts.explorer).map(([page, each]: [string, PageExplorer]) => {
    const tables = each.protectedTables?.tables.map((table) => ({
      ...table,
      by: {...table.by, size: table.by.size.map(lacking)},
    }));
    return [page, {...each, protectedTables: each.protectedTables && {...each.protectedTables, tables: tables ?? []}}];
  });
  return {...facts, explorer: Object.fromEntries(explorer)};
}

function viewOf(id: string, search: string, facts: Facts = open): FigureView {
  const figure = figureById(id);
  const {selection, refused} = parseSelection(search, figure.choices(facts));
  expect(refused).toEqual([]);
  return figure.view(facts, selection);
}

const charts = ["dots", "grouped", "stacked", "heat"] as const;

const stored: readonly (readonly [name: string, view: FigureView])[] = [
  ["explored-by-size", viewOf("strategy-answers", "?by=size&county=05&uses_now=yes")],
  ["explored-protected", viewOf("strategy-answers", "?by=size", closed)],
  ["explored-map", viewOf("explore", "?view=map&rows=plans_2011&answer=plans_2011.later&county=05")],
  ...charts.map(
    (chart) => [`explored-${chart}`, viewOf("explore", `?chart=${chart}&rows=strategy&columns=size`, closed)] as const,
  ),
  ["explored-intervals", viewOf("explore", "?chart=grouped&county=20&columns=uses_now")],
  ["explored-counts", viewOf("explore", "?rows=channels&columns=kind&measure=count")],
  ["explored-what-if", viewOf("explore", "?view=whatif&county=20&others=double")],
  [
    "explored-differences",
    viewOf("explore", "?view=differences&columns=strategy&rows=challenges&answer=challenges.dialogue"),
  ],
  ["explored-layers", viewOf("explore", "?layer=kind&axis=fit&columns=none")],
  ["explored-ordered", viewOf("explore", "?rows=experience&chart=stacked")],
];

describe("the stored pictures of explorers", () => {
  const cases = stored.flatMap(([name, view]) => (["nb", "en"] as const).map((lang) => [name, lang, view] as const));

  it.each(cases)("%s.%s.svg is what is drawn", (name, lang, view) => {
    expectStoredPicture(`${name}.${lang}`, pictureFile(view, {lang, document}));
  });

  it("have a number, a suppressed, a missing and an impossible one in each chart of a crosstab", () => {
    for (const chart of charts) {
      const lacks = viewOf("explore", `?chart=${chart}&rows=strategy&columns=size`, closed).rows.map(
        ({quantity}) => quantity.lack,
      );
      expect(new Set(lacks)).toEqual(new Set([undefined, "suppressed", "missing", "notApplicable"]));
    }
  });
});

describe("a chart of a crosstab", () => {
  it.each(charts)("tells what is suppressed, what is missing and what cannot be apart: %s", (chart) => {
    for (const width of Object.values(drawnWidths)) {
      const svg = viewOf("explore", `?chart=${chart}&rows=strategy&columns=size`, closed).chart({
        lang: "en",
        width,
        document,
      });
      const texts = [...svg.querySelectorAll("text")].map(({textContent}) => textContent);
      for (const symbol of [":", "..", "."]) expect(texts, `${width} ${symbol}`).toContain(symbol);
    }
  });

  it.each(charts)("draws nothing of what has no number: %s", (chart) => {
    const view = viewOf("explore", `?chart=${chart}&rows=strategy&columns=size`, closed);
    const without = {...view, rows: view.rows.filter(({quantity}) => quantity.value !== null)};
    const svg = view.chart({lang: "en", width: drawnWidths.wide, document, linkTo: (id) => `#${id}`});
    const known = without.rows.map(({quantity}) => `#${quantity.id}`);
    for (const link of svg.querySelectorAll("a")) expect(known).toContain(link.getAttribute("href"));
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
  });

  it("draws a share of a hundred as long as a hundredth of the line, in bars beside and after each other", () => {
    for (const chart of ["grouped", "stacked"]) {
      const view = viewOf("explore", `?chart=${chart}&columns=none&measure=columnPercent`);
      const svg = view.chart({lang: "en", width: 720, document});
      const bars = [...svg.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("width")));
      const values = view.rows.map(({quantity}) => quantity.value ?? Number.NaN);
      const full = chart === "grouped" ? 720 - 56 - 222 : 720 - 222 - 2;
      for (const value of values)
        expect(
          bars.some((bar) => Math.abs(bar - value * full) < 0.2),
          `${value}`,
        ).toBe(true);
    }
  });
});

/** Everything that is drawn at each width: short names and long, few columns and many, shares of few. */
const drawn: readonly (readonly [id: string, search: string, facts?: Facts])[] = [
  ["adoption-answers", ""],
  ["strategy-answers", ""],
  ["strategy-answers", "?by=size"],
  ["strategy-answers", "?by=strategy&show=strategy_goals.dialogue"],
  ["strategy-answers", "?by=county&size=under2000"],
  ["strategy-answers", "?by=size", closed],
  ["challenges-answers", "?by=county&show=success_criteria.training"],
  ["dialogue-answers", "?show=experience.positive&by=strategy"],
  ["channels-answers", "?show=facebook_pages.1&by=size&county=20"],
  ["explore", "?view=map&county=05&uses_now=no"],
  ["explore", "?view=map&strategy=in_place&rows=uses_now"],
  ["explore", "?view=whatif"],
  ["explore", "?view=whatif&rows=success_criteria&columns=county&others=own&often=300"],
  ["explore", "?view=whatif&county=20&size=2000to4999&columns=none"],
  ["explore", "?view=differences"],
  ["explore", "?view=differences&rows=challenges&columns=county&compare=rest"],
  ["explore", "?layer=uses_now&layer2=kind&axis=fit"],
  ...charts.flatMap((chart) =>
    [
      "",
      "&county=20",
      "&columns=none",
      "&columns=strategy&rows=uses_now",
      "&columns=strategy&rows=channels&county=20",
      "&rows=success_criteria&columns=county",
      "&rows=county&columns=channels&weight=off",
      "&rows=facebook_pages&columns=county",
      "&rows=facebook_pages&columns=size&measure=mean",
      "&rows=respondent_role&columns=experience&measure=count",
      "&rows=respondent_role&measure=rowPercent&county=03",
    ].map((search) => ["explore", `?chart=${chart}${search}`] as const),
  ),
  ...charts.map((chart) => ["explore", `?chart=${chart}&rows=strategy&columns=size`, closed] as const),
];

const planned = drawn.flatMap(([id, search, facts], at) => {
  const view = viewOf(id, search, facts);
  return (["nb", "en"] as const).flatMap((lang) =>
    Object.values(drawnWidths).map((width) => ({at, name: `${id} ${search} ${lang} ${width}`, view, lang, width})),
  );
});

/** In `npm test` each at least once, at one of the widths and in one of the languages. */
const drawings = sampled(planned, {size: 90, kind: ({at}) => at}).map(({name, view, lang, width}) => ({
  name,
  width,
  svg: view.chart({lang, width, document, linkTo: (quantity) => `#${quantity}`}),
}));

/** A map has short texts in small squares, none of them on a tint. */
const isMap = (name: string) => name.includes("view=map");

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Widths of letters of a sans-serif in ems, near enough. */
const letterWidth = (letter: string) => {
  if (/[iljtfrI.,:;'’|!()\s\u00a0/-]/.test(letter)) return 0.29;
  if (/[mwMWÆØæ%…]/.test(letter)) return 0.85;
  return /[A-ZÅ«»“”]/.test(letter) ? 0.66 : 0.55;
};

/** How far an element is moved by all that it stands in. */
function placeOf(element: Element): [x: number, y: number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.tagName === "svg") {
      x += Number(at.getAttribute("x") ?? 0);
      y += Number(at.getAttribute("y") ?? 0);
    }
    const [, dx, dy] = at.getAttribute("transform")?.match(/translate\(([-\d.]+),([-\d.]+)\)/) ?? [];
    x += Number(dx ?? 0);
    y += Number(dy ?? 0);
  }
  return [x, y];
}

/** Where the lines of a text stand, reckoned by its letters. */
function boxesOf(text: SVGTextElement): Box[] {
  const size = Number(text.closest("[font-size]")?.getAttribute("font-size"));
  const anchor = text.closest("[text-anchor]")?.getAttribute("text-anchor") ?? "start";
  const [x, y] = placeOf(text);
  const ems = (element: Element, name: "y" | "dy") => Number.parseFloat(element.getAttribute(name) ?? "0") * size;
  let base = y;
  const lines = [...text.querySelectorAll("tspan")];
  return (lines.length > 0 ? lines : [text]).flatMap((line) => {
    const said = [...line.childNodes].map((each) => (each.nodeName === "title" ? "" : each.textContent)).join("");
    const length = [...said].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;
    const left = x - (anchor === "middle" ? length / 2 : anchor === "end" ? length : 0);
    base = (line.hasAttribute("y") || line === text ? y + ems(line, "y") : base) + ems(line, "dy");
    return said === ""
      ? []
      : [{text: said, left, right: left + length, top: base - 0.7 * size, bottom: base + 0.1 * size}];
  });
}

/** Reckoned by letters, a text may be that much longer than it is. */
const doubt = 4;

const overlaps = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > doubt &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

describe("texts in every chart of explorers, at both widths and in both languages", () => {
  it("are none under 12 px, and of the width’s own size", () => {
    for (const {name, width, svg} of drawings)
      for (const text of svg.querySelectorAll("text")) {
        const size = Number(text.closest("[font-size]")?.getAttribute("font-size"));
        expect(size, `${name}: ${text.textContent}`).toBeGreaterThanOrEqual(isMap(name) ? 12 : textSize(width));
      }
  });

  it("stand nowhere over each other", () => {
    for (const {name, svg} of drawings) {
      const boxes = [...svg.querySelectorAll("text")].map(boxesOf);
      for (const [at, own] of boxes.entries())
        for (const others of boxes.slice(at + 1))
          for (const box of own)
            for (const other of others)
              if (overlaps(box, other)) expect.fail(`${name}: ${box.text} stands over ${other.text}`);
    }
  });

  it("stand over no dot where the picture is narrow and they are long", () => {
    const merged = "success_criteria-training.anchored_guidelines.breadth";
    const view = viewOf("explore", `?rows=success_criteria&columns=none&merge=${merged}`);
    for (const lang of ["nb", "en"] as const) {
      const svg = view.chart({lang, width: drawnWidths.narrow, document});
      const lines = [...svg.querySelectorAll("text")].map((text) => text.querySelectorAll("tspan").length);
      expect(Math.max(...lines)).toBe(3);
      const boxes = [...svg.querySelectorAll("text")].flatMap(boxesOf);
      for (const dot of svg.querySelectorAll("circle")) {
        const [y, r] = [placeOf(dot)[1] + Number(dot.getAttribute("cy")), Number(dot.getAttribute("r"))];
        const over = boxes.filter(({top, bottom}) => top < y + r && bottom > y - r);
        expect(over.map(({text}) => text)).toEqual([]);
      }
    }
  });

  it("stand within the picture", () => {
    for (const {name, width, svg} of drawings) {
      const height = Number(svg.getAttribute("height"));
      for (const {text, left, right, top, bottom} of [...svg.querySelectorAll("text")].flatMap(boxesOf)) {
        expect(left, `${name}: ${text}`).toBeGreaterThanOrEqual(-doubt);
        expect(right, `${name}: ${text}`).toBeLessThanOrEqual(width + doubt);
        expect(top, `${name}: ${text}`).toBeGreaterThanOrEqual(-1);
        expect(bottom, `${name}: ${text}`).toBeLessThanOrEqual(height + 1);
      }
    }
  });
});

describe("colours of the charts of explorers", () => {
  const css = readFileSync("src/style.css", "utf8");
  const [light, dark] = [
    css.slice(0, css.indexOf("prefers-color-scheme: dark")),
    css.slice(css.indexOf("prefers-color-scheme: dark")),
  ];
  const valuesIn = (part: string) =>
    new Map(
      [...part.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value] as const).toReversed(),
    );
  const schemes = {light: valuesIn(light), dark: valuesIn(dark)};

  type Rgb = readonly number[];
  const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const over = (top: Rgb, opacity: number, ground: Rgb): Rgb =>
    top.map((part, at) => opacity * part + (1 - opacity) * ground[at]);
  /** WCAG 2.2, relative luminance. */
  const luminance = (colour: Rgb) => {
    const [r, g, b] = colour.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Rgb, b: Rgb) => {
    const [dark, light] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };

  const named = (elements: Iterable<Element>) =>
    new Set(
      [...elements].flatMap((element) =>
        ["fill", "stroke", "color"].flatMap(
          (name) => element.getAttribute(name)?.match(/^var\((--[\w-]+), #[\da-f]{6}\)$/)?.[1] ?? [],
        ),
      ),
    );
  const used = named(drawings.flatMap(({svg}) => [svg, ...svg.querySelectorAll("*")]));
  const ofTexts = named(
    drawings.flatMap(({svg}) =>
      [...svg.querySelectorAll("text")].map((text) => text.closest("[fill]:not([fill=inherit])") ?? svg),
    ),
  );

  it("are taken from the style sheet alone", () => {
    for (const {name, svg} of drawings)
      for (const element of svg.querySelectorAll("[fill], [stroke]"))
        for (const attribute of ["fill", "stroke"])
          expect([...Object.values(ink), "none", "inherit", "currentColor", "transparent", "white"], name).toContain(
            element.getAttribute(attribute) ?? "none",
          );
  });

  it("are those of light where there is no style sheet, on white", () => {
    for (const colour of Object.values(ink)) {
      const [, name, value] = /^var\((--[\w-]+), (#[\da-f]{6})\)$/.exec(colour) ?? [];
      expect(value, name).toBe(name === "--ground" ? "#ffffff" : schemes.light.get(name));
    }
  });

  it("have a value in both schemes, which is seen on the ground: 3:1, and 4.5:1 of text", () => {
    expect(used).toContain("--subject");
    expect(ofTexts).toContain("--quiet");
    /** The lines of the table in the picture guide the eye, and tell nothing that their numbers do not. */
    const guides = ["--rule", "--ground"];
    for (const [scheme, values] of Object.entries(schemes))
      for (const name of used) {
        expect(values.get(name), `${name} ${scheme}`).toBeDefined();
        if (guides.includes(name)) continue;
        const ratio = contrast(rgb(values.get(name) ?? ""), rgb(values.get("--ground") ?? ""));
        expect(ratio, `${name} ${scheme}`).toBeGreaterThanOrEqual(ofTexts.has(name) ? 4.5 : 3);
      }
  });

  it("leave a number to be read on the darkest tint that it stands on", () => {
    const opacities = drawings.flatMap(({name, svg}) =>
      isMap(name)
        ? []
        : [...svg.querySelectorAll("rect[fill-opacity]")].map((part) => Number(part.getAttribute("fill-opacity"))),
    );
    const darkest = Math.max(...opacities);
    expect(darkest).toBeGreaterThan(0.4);
    for (const values of Object.values(schemes)) {
      const [ground, subject, ink] = ["--ground", "--subject", "--ink"].map((name) => rgb(values.get(name) ?? ""));
      expect(contrast(ink, over(subject, darkest, ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
