import {refuseBareNumber} from "./numbers/bareNumber.js";
import {pageText} from "./pageText.js";

/**
 * What stands at the top of a page under a key of ours, which Framework does not hand on.
 *
 * @param path the page's path as Framework names it, such as `/nb/adoption`
 * @returns undefined where there is no such key
 * @throws when a number is typed into it
 */
export function frontMatter(path: string, key: "description" | "lead" | "says"): string | undefined {
  const [, written] = new RegExp(`^${key}: (.+)$`, "m").exec(pageText(path)) ?? [];
  const text = written?.startsWith('"') ? (JSON.parse(written) as string) : written;
  if (text) refuseBareNumber(text, path);
  return text;
}

/** @throws when a page has no description */
export function descriptionOf(path: string): string {
  const description = frontMatter(path, "description");
  if (!description) throw new Error(`page without a description (${path})`);
  return description;
}
