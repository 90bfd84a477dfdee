import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {Settings} from "../../src/lib/settings.js";
import {InputError} from "../inputs/inputError.js";

/**
 * Stops at pages of the settings that the codebook has no question for: readers would find nothing on them.
 *
 * @throws InputError naming them
 */
export function refuseEmptyPages({explored}: Pick<Codebook, "explored">, {themes}: Pick<Settings, "themes">): void {
  const empty = themes.map(({id}) => id).filter((id) => !explored.pages.some(({page}) => page === id));
  if (empty.length === 0) return;
  const example = `{"page": "${empty[0]}", "questions": ["…"]}`;
  throw new InputError(
    `a page without questions: name some in codebook.json, under "explored", "pages", as ${example}, or take it out of "themes"`,
    {file: "settings.json", column: "themes", value: empty},
  );
}
