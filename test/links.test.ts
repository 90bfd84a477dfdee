import {readFileSync} from "node:fs";
import {init, parse} from "es-module-lexer";
import {JSDOM} from "jsdom";
import {beforeAll, describe, expect, it} from "vitest";
import {siteUrl} from "../site/siteUrl.js";
import {builtFiles, builtPage, fileAt, output} from "./support/builtPage.js";

describe("every link of the built site", () => {
  const files = builtFiles(".html");
  beforeAll(() => init);

  it.each(files)("in %s leads to a page, a file or an anchor that exists", (file) => {
    const page = builtPage(file);
    const broken = [...page.querySelectorAll<HTMLElement>("a[href], link[href], script[src], img[src]")]
      .map((element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "")
      .concat(svgLinks(page))
      .filter((href) => !leadsSomewhere(href, file));
    expect(broken).toEqual([]);
  });

  it("in the code that embeds a figure leads to a page that exists, and the frame has the figure’s title", () => {
    const areas = files.flatMap((file) => [
      ...builtPage(file).querySelectorAll<HTMLTextAreaElement>("textarea[data-embed]"),
    ]);
    const frames = areas.map((area) => ({area, frame: JSDOM.fragment(area.value).querySelector("iframe")}));
    expect(frames.length).toBeGreaterThan(0);
    const broken = frames.filter(({frame}) => !leadsSomewhere(frame?.getAttribute("src") ?? "nowhere", "index.html"));
    expect(broken.map(({area}) => area.value)).toEqual([]);
    for (const {area, frame} of frames)
      expect(frame?.title).toBe(area.closest("figure")?.querySelector("[data-part=title]")?.textContent);
  });

  it.each(builtFiles(".js"))("in %s imports what is there, and no bare name", (file) => {
    const code = readFileSync(`${output}/${file}`, "utf8");
    const [imports] = parse(code);
    const imported = imports.flatMap(({specifier}) => specifier ?? []);
    const folder = new URL(file, "http://site.test/");
    expect(imported.filter((specifier) => !/^\.{0,2}\//.test(specifier))).toEqual([]);
    expect(imported.filter((specifier) => !fileAt(new URL(specifier, folder).pathname.slice(1)))).toEqual([]);
  });
});

/** True of what is elsewhere, and of what this site has. */
function leadsSomewhere(href: string, from: string): boolean {
  const url = new URL(href, new URL(from, siteUrl));
  if (!url.href.startsWith(siteUrl)) return /^(https?|mailto|data):/.test(url.protocol);
  const path = decodeURI(url.pathname.slice(new URL(siteUrl).pathname.length));
  const file = fileAt(path);
  if (!file) return false;
  const anchor = decodeURIComponent(url.hash.slice(1));
  return !anchor || !file.endsWith(".html") || idsOf(file.slice(output.length + 1)).has(anchor);
}

const known = new Map<string, Set<string>>();

function idsOf(file: string): Set<string> {
  const found = known.get(file) ?? new Set([...builtPage(file).querySelectorAll("[id]")].map(({id}) => id));
  known.set(file, found);
  return found;
}

function svgLinks(page: Document): string[] {
  return [...page.querySelectorAll("svg a")].map(
    (link) => link.getAttribute("xlink:href") ?? link.getAttribute("href") ?? "nowhere",
  );
}
