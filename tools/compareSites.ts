import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {htmlDocument} from "../test/support/htmlDocument.js";

/** Something that one of two built sites has and the other has not, or has otherwise. */
export interface SiteDifference {
  /** Path below the site's folder. */
  file: string;
  kind: "removed" | "added" | "changed";
  /** Texts that only the old page has, or only the new one; empty for a file that is no page. */
  before: readonly string[];
  after: readonly string[];
}

/**
 * Compares everything that two built sites say in numbers: on each page every sentence, table cell, label in a drawing and
 * text for screen readers that has a digit in it, and every file to download byte by byte. Scripts and fonts are left out.
 *
 * @param before folder of a built site
 * @param after folder of another
 * @param options.ignore texts that differ for a reason of their own, such as an address: those of the first, and of the second
 */
export function compareSites(
  before: string,
  after: string,
  {ignore = [[], []]}: CompareOptions = {},
): SiteDifference[] {
  const [old, now] = [comparable(before), comparable(after)];
  return [...new Set([...old, ...now])].sort().flatMap((file): SiteDifference[] => {
    if (!now.has(file)) return [{file, kind: "removed", before: [], after: []}];
    if (!old.has(file)) return [{file, kind: "added", before: [], after: []}];
    const [was, is] = [before, after].map((folder, at) => contentOf(join(folder, file), ignore[at]));
    if (was === is) return [];
    if (!file.endsWith(".html")) return [{file, kind: "changed", before: [], after: []}];
    const [texts, others] = [numbersOf(was), numbersOf(is)];
    const lost = without(texts, others);
    const gained = without(others, texts);
    return lost.length + gained.length > 0 ? [{file, kind: "changed", before: lost, after: gained}] : [];
  });
}

interface CompareOptions {
  ignore?: readonly [before: readonly string[], after: readonly string[]];
}

/** A file's text without some texts; of a file that is no text a character for each byte. */
function contentOf(path: string, without: readonly string[]): string {
  const bytes = readFileSync(path);
  const text = bytes.toString(bytes.includes(0) ? "latin1" : "utf8");
  return without.reduce((rest, each) => rest.replaceAll(each, ""), text);
}

function comparable(folder: string): Set<string> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).map((file) => file.replaceAll("\\", "/"));
  return new Set(files.filter((file) => !/^(_js|_file|fonts)\//.test(file) && statSync(join(folder, file)).isFile()));
}

/** Elements whose text is one statement; what stands in none of them is said by a text node alone. */
const statements =
  "p, li, dt, dd, td, th, caption, figcaption, h1, h2, h3, h4, label, option, summary, title, text, output";

/** Attributes that a reader is told. */
const told = ["aria-label", "alt", "content", "value"];

/** Every text of a page with a digit in it, in the order of the page. Without scripts, what is printed for them counts too. */
export function numbersOf(html: string): string[] {
  const document = htmlDocument(html);
  for (const each of document.querySelectorAll("script, style, link, meta[http-equiv], meta[property], textarea"))
    each.remove();
  const elements = [...document.querySelectorAll(statements)].filter((each) => !each.querySelector(statements));
  const attributes = [...document.querySelectorAll("*")].flatMap((each) =>
    told.map((name) => each.getAttribute(name) ?? ""),
  );
  return [...elements.map(({textContent}) => textContent ?? ""), ...attributes]
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /\d/.test(text));
}

/** Those of one list that the other has not, each as often as it is missing. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count < 1;
  });
}
