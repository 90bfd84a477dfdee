import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {facts} from "../../site/facts.js";
import {sampled} from "../../test/support/sampled.js";
import type {ContextValue} from "../lib/claims/context.js";
import {pages} from "../lib/pages.js";
import {initialSelection, switchedSelections} from "../lib/selection.js";
import {textSize} from "./charts/chart.js";
import {drawChart} from "./charts/drawChart.js";
import {figureById, figures} from "./figures.js";
import {drawNamed, drawnWidths} from "./markup/figureMarkup.js";

const {document} = new JSDOM("").window;
const linkTo = (id: string) => `#n-${id}`;

/** Every figure, for each of its switches' positions, in each language, at each width it is drawn at. */
const drawings = figures.flatMap((figure) => {
  const choices = figure.choices(facts);
  const selections = switchedSelections(choices);
  return selections.flatMap((selection) => {
    const view = figure.view(facts, selection);
    return (["nb", "en"] as const).flatMap((lang) =>
      Object.values(drawnWidths).map((width) => {
        const name = `${figure.id} ${new URLSearchParams(selection)} ${lang} ${width}`;
        const draw = () => drawChart(view, {lang, width, document, linkTo});
        return {id: figure.id, name, lang, width, view, draw, svg: draw()};
      }),
    );
  });
});

/** Size that a text is drawn at: its own, or the nearest that it stands in. */
const sizeOf = (element: Element) =>
  Number.parseFloat(element.closest("[font-size]")?.getAttribute("font-size") ?? "10");

/** What a text says, its lines joined. */
const said = (element: Element) =>
  (element.children.length > 0 ? [...element.children].map((line) => line.textContent) : [element.textContent])
    .join(" ")
    .replaceAll("\u00a0", " ")
    .trim();

const textsOf = (svg: Element) => [...svg.querySelectorAll("text")].filter((text) => said(text) !== "");

describe("the list of figures", () => {
  it("has every figure once, on a page that there is", () => {
    expect(new Set(figures.map(({id}) => id)).size).toBe(figures.length);
    for (const {page} of figures) expect(pages.map(({id}) => id)).toContain(page);
  });

  it("finds a figure by its id, or says that there is none", () => {
    for (const figure of figures) expect(figureById(figure.id)).toBe(figure);
    expect(() => figureById("pie")).toThrow("unknown figure: pie");
  });
});

describe("every figure, in each reading, language and drawn width", () => {
  it("is drawn at the width it is given and holds text", () => {
    for (const {name, width, svg} of drawings) {
      expect(svg.getAttribute("width"), name).toBe(String(width));
      expect(Number(svg.getAttribute("height")), name).toBeGreaterThan(100);
      expect(textsOf(svg).length, name).toBeGreaterThan(2);
      expect(svg.outerHTML, name).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
    }
  });

  it("keeps none of the English labels that Plot writes for screen readers", () => {
    for (const {name, svg} of drawings) expect(svg.outerHTML, name).not.toMatch(/aria-label|aria-description/);
  });

  it("is named by its alternative text in the page's language, and by nothing else", () => {
    for (const {name, lang, width, view} of sampled(drawings, {size: 60, kind: ({id, lang}) => `${id} ${lang}`})) {
      const svg = drawNamed(view, {lang, width, document, linkTo});
      expect(svg.getAttribute("aria-label"), name).toBe(view.alt[lang]);
      expect(svg.querySelectorAll("[aria-label], title, desc"), name).toHaveLength(0);
    }
  });

  it("has no text under 12 px", () => {
    for (const {name, width, svg} of drawings) {
      expect(sizeOf(svg), name).toBe(textSize(width));
      for (const text of textsOf(svg)) expect(sizeOf(text), `${name}: ${said(text)}`).toBeGreaterThanOrEqual(12);
      expect(svg.outerHTML, name).not.toMatch(/font-size:|font:/);
    }
  });

  it("is the same picture when it is drawn again", () => {
    const again = sampled(drawings, {size: 60, kind: ({id, width}) => `${id} ${width}`});
    for (const {name, svg, draw} of again) expect(draw().outerHTML, name).toBe(svg.outerHTML);
  });

  it("makes every number a link, but the marks of an axis, the numbers of a numbered list and of a name", () => {
    const mark = /^(0|25|50|75|100|100 av 100|100 of 100|201[0-6]|[1-8]\.( .*)?)$/;
    for (const {name, lang, view, svg} of drawings) {
      const names = view.rows.map(({label, quantity}) => (label ?? quantity.label)[lang].replaceAll("\u00a0", " "));
      for (const text of textsOf(svg)) {
        const withoutYears = said(text).replace(/\b201[0-6]\b/g, "");
        if (!/\d/.test(withoutYears) || mark.test(said(text)) || names.includes(said(text))) continue;
        expect(text.closest("a"), `${name}: ${said(text)}`).not.toBeNull();
      }
    }
  });

  it("links each number to a number of its own table, and has links wherever it has numbers", () => {
    for (const {name, view, svg} of drawings) {
      const ids = view.rows.map(({quantity}) => linkTo(quantity.id));
      const links = [...svg.querySelectorAll("a")];
      for (const link of links) {
        expect(ids, name).toContain(
          link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href"),
        );
        expect(said(link), name).not.toBe("");
      }
      expect(links.length > 0, name).toBe(view.rows.some(({quantity}) => quantity.rank !== "unknown"));
    }
  });

  it("hides no link from screen readers", () => {
    for (const {name, svg} of drawings) {
      expect(svg.querySelectorAll("[aria-hidden=true] a, a[aria-hidden=true]"), name).toHaveLength(0);
    }
  });

  it("hides from screen readers all that is not a link, for the words around it say it", () => {
    for (const {name, svg} of drawings) {
      for (const part of svg.children) {
        expect(part.getAttribute("aria-hidden") === "true", name).toBe(part.querySelector("a") === null);
      }
    }
  });

  it("says title, subtitle, alternative text and note in both languages", () => {
    for (const {name, view} of drawings) {
      for (const text of [view.title, view.subtitle, view.alt, view.note]) {
        expect(text.nb, name).toBeTruthy();
        expect(text.en, name).toBeTruthy();
        expect(text.nb, name).not.toBe(text.en);
      }
    }
  });
});

describe("a chart without linkTo", () => {
  it("holds no link", () => {
    for (const {view, lang, width} of sampled(drawings, {size: 60, kind: ({id, width}) => `${id} ${width}`})) {
      expect(view.chart({lang, width, document}).querySelectorAll("a")).toHaveLength(0);
    }
  });
});

describe("the picture of what is unknown", () => {
  it("holds no number, no order and no bar", () => {
    const svg = figureById("challenges").view(facts, {}).chart({lang: "en", width: 720, document, linkTo});
    expect(svg.textContent).not.toMatch(/\d/);
    const frames = [...svg.querySelectorAll("rect")];
    expect(frames).toHaveLength(4);
    const sizes = frames.map((frame) =>
      ["width", "height"].map((side) => Number(frame.getAttribute(side)).toFixed(6)).join(),
    );
    expect(new Set(sizes).size).toBe(1);
    expect(svg.textContent?.match(/not quantified/g)).toHaveLength(4);
  });
});

describe("the filters of before-after", () => {
  const figure = figureById("before-after");
  const choices = figure.choices(facts);

  it("show only what was chosen, in picture and table alike", () => {
    const {rows} = figure.view(facts, {...initialSelection(choices), country: "DK"});
    const context = rows.filter(({quantity}) => quantity.rank === "context").map(({quantity}) => quantity.id);
    expect(context).toEqual(["dk-2013", "dk-2015", "dk-untold-2013", "dk-pop-2011"]);
  });

  it("never draw one line through numbers of two publishers, definitions or bodies", () => {
    const joined = facts.context.values.filter(({series}) => series !== null);
    for (const a of joined) {
      for (const b of joined.filter(({series}) => series === a.series)) {
        const kind = ({country, body, channel, definition}: ContextValue) => ({country, body, channel, definition});
        expect(kind(b), a.id).toEqual(kind(a));
      }
    }
  });

  it("say so when nothing fits, and show no number then", () => {
    const view = figure.view(facts, {...initialSelection(choices), country: "FI", body: "residents"});
    expect(view.rows).toEqual([]);
    expect(view.title.en).toBe("No numbers fit these choices");
  });
});
