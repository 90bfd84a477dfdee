import type {Lang} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";

/**
 * A page’s one box of what its source does not say: lines between `::: limits` and `:::` get its heading and frame. A name
 * after `limits` is that of the heading, by default “limits”.
 *
 * @throws when a line with `:::` is left, which has no beginning or no end
 */
export function limitsBox(text: string, lang: Lang): string {
  const boxed = text.replace(
    /^::: limits(?: (\S+))?\n([\s\S]*?)^:::(?:\n|$)/gm,
    (_, id = "limits", lines: string) =>
      `<section class="limits" aria-labelledby="${id}">\n\n## ${words.notSaid[lang]} {#${id}}\n\n${lines}\n</section>\n`,
  );
  const [left] = /^:::.*$/m.exec(boxed) ?? [];
  if (left !== undefined) throw new Error(`::: without a beginning or an end: ${left}`);
  return boxed;
}
