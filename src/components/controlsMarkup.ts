import {type Markup, markup} from "../lib/markup.js";
import {all, type Choice, controlOf} from "../lib/selection.js";
import type {Lang} from "../lib/text.js";
import {words} from "../lib/words.js";

/**
 * The controls of a figure as they stand in the page before a script brings them to life; the style sheet keeps
 * them out of sight where there are no scripts.
 */
export function controlsMarkup(figureId: string, choices: readonly Choice[], lang: Lang): Markup {
  return markup`<form class="controls" data-controls="${figureId}" autocomplete="off">
${choices.map((choice) => controlMarkup[controlOf(choice)](choice, lang))}
<p class="notice" role="alert" hidden></p>
</form>`;
}

const controlMarkup = {switch: switchMarkup, menu: menuMarkup, slider: sliderMarkup};

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
${options.map(({code, label: name}) => markup`<option value="${code}"${selected(code)}>${name[lang]}</option>`)}
</select></label>`;
}

function sliderMarkup({key, label, options, initial, unit}: Choice, lang: Lang): Markup {
  const [least, most] = [options[0].code, options[options.length - 1].code];
  return markup`<label class="filter slider" data-key="${key}"><span>${label[lang]} <output>${initial}</output>${unit?.[lang]}</span> <input type="range" name="${key}" min="${least}" max="${most}" value="${initial}"></label>`;
}
