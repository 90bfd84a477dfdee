import {type Markup, markup} from "../lib/markup.js";
import {all, type Choice} from "../lib/selection.js";
import type {Lang} from "../lib/text.js";
import {words} from "../lib/words.js";

/**
 * The controls of a figure as they stand in the page before a script brings them to life; the style sheet keeps
 * them out of sight where there are no scripts. A switch is a group of radio buttons, a filter a menu.
 */
export function controlsMarkup(figureId: string, choices: readonly Choice[], lang: Lang): Markup {
  return markup`<form class="controls" data-controls="${figureId}" autocomplete="off">
${choices.map((choice) => (choice.kind === "one" ? switchMarkup(choice, lang) : filterMarkup(choice, lang)))}
<p class="notice" role="alert" hidden></p>
</form>`;
}

function switchMarkup({key, label, options, initial}: Choice, lang: Lang): Markup {
  return markup`<fieldset data-key="${key}"><legend>${label[lang]}</legend>
${options.map(
  ({code, label: name, hint}) =>
    markup`<label><input type="radio" name="${key}" value="${code}"${code === initial && markup` checked`}> <span>${name[lang]}${hint && markup` <small>${hint[lang]}</small>`}</span></label>`,
)}
</fieldset>`;
}

function filterMarkup({key, label, options}: Choice, lang: Lang): Markup {
  return markup`<label class="filter" data-key="${key}"><span>${label[lang]}</span> <select name="${key}">
<option value="${all}" selected>${words.all[lang]}</option>
${options.map(({code, label: name}) => markup`<option value="${code}">${name[lang]}</option>`)}
</select></label>`;
}
