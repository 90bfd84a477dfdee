import type {Lang} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import type {Choice} from "../../lib/selection.js";
import {boxesMarkup, controlMarkup} from "./controlsMarkup.js";

/**
 * A figure to explore with, as one form: what is chosen beside what is found. Without scripts only what is found is seen.
 *
 * @param choices without that of the view, which stands in the figure
 */
export function workbenchMarkup(
  {id, isCompact}: {id: string; isCompact: boolean},
  choices: readonly Choice[],
  found: Markup,
  lang: Lang,
): Markup {
  const rail = `${id}-choices`;
  const bar = markup`<div class="bar"><button type="button" aria-expanded="false" aria-controls="${rail}"><span data-says></span> <span class="act">${words.changeChoices[lang]}</span></button></div>`;
  return markup`<form class="workbench${isCompact && " compact"}" data-controls="${id}" autocomplete="off">
<div class="rail" id="${rail}">${railMarkup(choices, lang)}</div>
<div class="finding"><p class="notice" role="alert" hidden></p>
${found}</div>
${!isCompact && bar}
</form>`;
}

/** What is asked, and of whom, as listed before the filters; how it is shown, as listed after them; the rest behind “More”. */
function railMarkup(choices: readonly Choice[], lang: Lang): Markup {
  const filters = choices.filter(({kind}) => kind === "some");
  const shown = choices.filter((choice) => !filters.includes(choice) && choice.where !== "more");
  const asked = shown.filter((choice) => filters.length === 0 || choices.indexOf(choice) < choices.indexOf(filters[0]));
  const more = choices.filter(({where}) => where === "more");
  const control = (choice: Choice) => {
    const made = controlMarkup(choice, lang);
    return choice.where ? markup`<div data-where="${choice.where}">${made}</div>` : made;
  };
  return markup`${asked.map(control)}
${filters.length > 0 && filtersMarkup(filters, lang)}
${trailMarkup(choices, lang)}
${shown.filter((choice) => !asked.includes(choice)).map(control)}
${more.length > 0 && markup`<details class="more"><summary>${words.moreChoices[lang]}</summary>${more.map((choice) => controlMarkup(choice, lang))}</details>`}
<button type="button" class="done" data-close>${words.done[lang]}</button>`;
}

/** Filters are hidden until they are added. */
function filtersMarkup(filters: readonly Choice[], lang: Lang): Markup {
  return markup`<div class="filters">${filters.map((choice) => boxesMarkup(choice, lang, {isHidden: true}))}
<label class="add"><span class="said">${words.addFilter[lang]}</span><select data-add-filter><option value="">${words.addFilter[lang]}</option>${filters.map(({key, label}) => markup`<option value="${key}">${label[lang]}</option>`)}</select></label></div>`;
}

/** The filters that are on, each to be removed; and the ways back. Filled by a script. */
function trailMarkup(choices: readonly Choice[], lang: Lang): Markup {
  const button = (name: "undo" | "redo" | "reset" | "pivot") =>
    markup`<button type="button" data-trail="${name}" aria-disabled="true">${words[name][lang]}</button> `;
  const hasSides = ["rows", "columns"].every((side) => choices.some(({key}) => key === side));
  return markup`<div class="trail" data-trail-of><ul class="chips" aria-label="${words.chosenFilters[lang]}"></ul><div class="steps">${hasSides && button("pivot")}${button("undo")}${button("redo")}${button("reset")}</div></div>`;
}

/** Views that a reader names and keeps; the list is filled when it is unfolded. */
export function viewsMarkup(lang: Lang): Markup {
  return markup`<details class="views" data-views><summary>${words.savedViews[lang]}</summary>
<p>${words.savedViewsHint[lang]}</p>
<ul></ul>
<div class="steps"><label>${words.viewName[lang]} <input type="text" maxlength="120"></label> <button type="button" data-views-do="save">${words.saveView[lang]}</button> <button type="button" data-views-do="export">${words.exportViews[lang]}</button> <label class="file">${words.importViews[lang]} <input type="file" accept="application/json,.json"></label></div>
<p class="notice" role="alert" hidden></p></details>`;
}
