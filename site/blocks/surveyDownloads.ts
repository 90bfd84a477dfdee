import {type Markup, markup} from "../../src/lib/markup.js";
import type {Lang} from "../../src/lib/text.js";

/** The files that a reader may take along, and what each is for. */
export function surveyDownloadsBlock(lang: Lang): Markup {
  return markup`<p lang="${lang}">…</p>`;
}
