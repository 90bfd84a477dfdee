import {readFileSync} from "node:fs";
import {refuseBareNumber} from "./bareNumber.js";

/**
 * A page's own description, which Framework does not hand on.
 *
 * @param path the page's path as Framework names it, such as `/nb/adoption`
 * @throws when the page has none, or when a number is typed into it
 */
export function descriptionOf(path: string): string {
  const [, description] = /^description: (.+)$/m.exec(readFileSync(`src${path}.md`, "utf8")) ?? [];
  if (!description) throw new Error(`page without a description (${path})`);
  refuseBareNumber(description, path);
  return description;
}
