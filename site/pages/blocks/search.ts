import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";

/** The field that searches the lists of a page; hidden where there are no scripts. */
export function searchBlock(label: Text): (lang: Lang) => Markup {
  return (lang) => markup`<form class="controls search" role="search" data-search autocomplete="off">
<label class="filter" data-key="q"><span>${label[lang]}</span> <input type="search" name="q"></label>
<p class="found" data-found></p>
<p class="notice" role="alert" hidden></p>
</form>`;
}
