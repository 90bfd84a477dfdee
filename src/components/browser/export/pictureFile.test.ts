import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {facts} from "../../../../site/facts.js";
import {expectStoredPicture} from "../../../../test/support/expectStoredPicture.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import {initialSelection, switchedSelections} from "../../../lib/selection.js";
import {settings} from "../../../lib/settings.js";
import {figureById, figures} from "../../figures.js";
import {pictureFile} from "./pictureFile.js";

const {window} = new JSDOM("");
const {document} = window;

const rootOf = (svg: string) => new window.DOMParser().parseFromString(svg, "image/svg+xml").documentElement;

const pictures = figures.flatMap((figure) => {
  const choices = figure.choices(facts);
  const selections = switchedSelections(choices);
  return selections.flatMap((selection) => {
    const view = figure.view(facts, selection);
    return (["nb", "en"] as const).map((lang) => {
      const svg = pictureFile(view, {lang, document});
      return {name: `${figure.id} ${new URLSearchParams(selection)} ${lang}`, lang, view, svg, root: rootOf(svg)};
    });
  });
});

/** All that a picture says, its lines joined and its kinds of space made one. */
const saidIn = (root: Element) =>
  [...root.querySelectorAll("text")]
    .map(({textContent}) => textContent)
    .join(" ")
    .replace(/\s+/g, " ");
const spaced = (text: string) => text.replace(/\s+/g, " ");

describe("pictureFile(view, {lang})", () => {
  it("is XML that stands alone, named in its own language", () => {
    for (const {name, lang, view, root} of pictures) {
      expect(root.tagName, name).toBe("svg");
      expect(root.querySelector("parsererror"), name).toBeNull();
      expect(root.getAttribute("lang"), name).toBe(lang);
      expect(root.getAttribute("role"), name).toBe("img");
      expect(root.getAttribute("aria-label"), name).toBe(view.alt[lang]);
      expect(root.querySelector("title")?.textContent, name).toBe(view.title[lang]);
    }
  });

  it("holds title, what is measured, note, rank, source and publisher where they can be seen", () => {
    for (const {name, lang, view, root} of pictures) {
      const said = saidIn(root).toLowerCase();
      for (const text of [
        view.title[lang],
        view.subtitle[lang],
        view.note[lang],
        settings.publisher[lang],
        settings.version,
      ]) {
        expect(said, name).toContain(spaced(text).toLowerCase());
      }
      for (const {quantity} of view.rows) {
        expect(said, name).toContain(`${rankLabel[quantity.rank][lang]}:`);
        expect(said, name).toContain(spaced(quantity.source[lang]).toLowerCase());
      }
    }
  });

  it("brings its own colours, and needs nothing from the page or from elsewhere", () => {
    for (const {name, svg} of pictures) {
      expect(svg, name).not.toMatch(/var\(|<script|<style|<image|<a[ >]|@import|url\(/);
      expect(
        svg.match(/https?:\/\/[^"]+/g)?.every((url) => url.startsWith("http://www.w3.org/")),
        name,
      ).toBe(true);
    }
  });

  it("has no text under 12 px, and none that begins outside the picture", () => {
    for (const {name, root} of pictures) {
      const [width, height] = ["width", "height"].map((side) => Number(root.getAttribute(side)));
      expect(width, name).toBe(800);
      for (const text of root.querySelectorAll("text")) {
        const size = Number(text.closest("[font-size]")?.getAttribute("font-size"));
        expect(size, `${name}: ${text.textContent}`).toBeGreaterThanOrEqual(12);
      }
      for (const text of root.querySelectorAll(":scope > text")) {
        expect(Number(text.getAttribute("y")), name).toBeLessThan(height);
      }
    }
  });

  it("sets the words under the drawing clear of it", () => {
    for (const {name, root} of pictures) {
      const chart = root.querySelector(":scope > svg");
      const bottom = Number(chart?.getAttribute("y")) + Number(chart?.getAttribute("height"));
      const tops = [...root.querySelectorAll(":scope > text")].map((text) => Number(text.getAttribute("y")));
      const above = tops.filter((y) => y < Number(chart?.getAttribute("y")));
      expect(above.length, name).toBeGreaterThan(1);
      for (const y of tops.slice(above.length)) expect(y, name).toBeGreaterThan(bottom);
    }
  });

  it("is the same file when it is made again", () => {
    for (const {name, lang, view, svg} of pictures) expect(pictureFile(view, {lang, document}), name).toBe(svg);
  });

  it("escapes what would end an attribute or begin an element", () => {
    const text = {nb: 'a < b & "c" > d', en: "a"};
    const view = {...figureById("adoption").view(facts, {}), title: text, alt: text, note: text};
    const root = rootOf(pictureFile(view, {lang: "nb", document}));
    expect(root.querySelector("parsererror")).toBeNull();
    expect(root.getAttribute("aria-label")).toBe(text.nb);
    expect(root.querySelector("title")?.textContent).toBe(text.nb);
  });
});

describe("the stored pictures", () => {
  it.each(figures.flatMap(({id}) => [[id, "nb"] as const, [id, "en"] as const]))(
    "%s.%s.svg is what is drawn",
    (id, lang) => {
      const figure = figureById(id);
      const view = figure.view(facts, initialSelection(figure.choices(facts)));
      expectStoredPicture(`${id}.${lang}`, pictureFile(view, {lang, document}));
    },
  );
});
