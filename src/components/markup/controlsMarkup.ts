import type {Lang, Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import {all, type Choice, controlOf, type Option} from "../../lib/selection.js";

/**
 * The controls of a figure as they stand in the page before a script brings them to life; the style sheet keeps
 * them out of sight where there are no scripts.
 */
export function controlsMarkup(figureId: string, choices: readonly Choice[], lang: Lang): Markup {
  return markup`<form class="controls" data-controls="${figureId}" autocomplete="off">
${choices.map((choice) => controlMarkup[controlOf(choice)](choice, lang))}
<p class="notice" role="alert" hidden></p>${choices.some(({kind}) => kind === "some") && markup`${trailMarkup(choices, lang)}${viewsMarkup(lang)}`}
</form>`;
}

/** What is chosen, each to be taken away; and the ways back. Filled by a script. */
function trailMarkup(choices: readonly Choice[], lang: Lang): Markup {
  const button = (name: "undo" | "redo" | "reset") =>
    markup`<button type="button" data-trail="${name}" aria-disabled="true">${words[name][lang]}</button>`;
  const hasSides = ["rows", "columns"].every((side) => choices.some(({key}) => key === side));
  return markup`
<div class="trail" data-trail-of><ul class="chips" aria-label="${words.chosenFilters[lang]}"></ul><p class="unfiltered">${words.unfiltered[lang]}</p><div class="steps">${hasSides && markup`<button type="button" data-trail="pivot">${words.pivot[lang]}</button> `}${button("undo")} ${button("redo")} ${button("reset")}</div></div>`;
}

/** Views that a reader names and keeps; the list is filled when it is unfolded. */
function viewsMarkup(lang: Lang): Markup {
  return markup`
<details class="views" data-views><summary>${words.savedViews[lang]}</summary>
<p>${words.savedViewsHint[lang]}</p>
<ul></ul>
<div class="steps"><label>${words.viewName[lang]} <input type="text" maxlength="120"></label> <button type="button" data-views-do="save">${words.saveView[lang]}</button> <button type="button" data-views-do="export">${words.exportViews[lang]}</button> <label class="file">${words.importViews[lang]} <input type="file" accept="application/json,.json"></label></div>
<p class="notice" role="alert" hidden></p></details>`;
}

const controlMarkup = {switch: switchMarkup, menu: menuMarkup, slider: sliderMarkup, boxes: boxesMarkup};

function switchMarkup({key, label, options, initial}: Choice, lang: Lang): Markup {
  return markup`<fieldset data-key="${key}"><legend>${label[lang]}</legend>
${options.map(
  ({code, label: name, hint}) =>
    markup`<label><input type="radio" name="${key}" value="${code}"${code === initial && markup` checked`}> <span>${name[lang]}${hint && markup` <small>${hint[lang]}</small>`}</span></label>`,
)}
</fieldset>`;
}

function menuMarkup({key, kind, label, options, initial, allLabel = words.all}: Choice, lang: Lang): Markup {
  const selected = (code: string) => code === initial && markup` selected`;
  return markup`<label class="filter" data-key="${key}"><span>${label[lang]}</span> <select name="${key}">
${kind === "any" && markup`<option value="${all}"${selected(all)}>${allLabel[lang]}</option>`}
${inGroups(options).map(({group, members}) => {
  const items = members.map(
    ({code, label: name}) => markup`<option value="${code}"${selected(code)}>${name[lang]}</option>`,
  );
  return group ? markup`<optgroup label="${group[lang]}">${items}</optgroup>` : items;
})}
</select></label>`;
}

/** Options that follow each other under the same heading. */
function inGroups(options: readonly Option[]): {group?: Text; members: Option[]}[] {
  const groups: {group?: Text; members: Option[]}[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({group: option.group, members: [option]});
  }
  return groups;
}

/** Boxes that unfold; what is chosen stands in the trail under the form. */
function boxesMarkup({key, label, options, allLabel = words.all}: Choice, lang: Lang): Markup {
  return markup`<details class="boxes" data-key="${key}"><summary><span class="label">${label[lang]}</span> <span class="chosen" data-all="${allLabel[lang]}">${allLabel[lang]}</span></summary>
<fieldset><legend class="said">${label[lang]}</legend>
${options.map(
  ({code, label: name}) =>
    markup`<label><input type="checkbox" name="${key}" value="${code}"> <span>${name[lang]}</span></label>`,
)}
</fieldset></details>`;
}

function sliderMarkup({key, label, options, initial, unit}: Choice, lang: Lang): Markup {
  const [least, most] = [options[0].code, options[options.length - 1].code];
  return markup`<label class="filter slider" data-key="${key}"><span>${label[lang]} <output>${initial}</output>${unit?.[lang]}</span> <input type="range" name="${key}" min="${least}" max="${most}" value="${initial}"></label>`;
}
