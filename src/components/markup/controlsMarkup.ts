import type {Lang, Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Markup, markup} from "../../lib/markup.js";
import {all, type Choice, controlOf, type Option} from "../../lib/selection.js";

/**
 * The controls of a figure as they stand in the page before a script brings them to life; the style sheet keeps
 * them out of sight where there are no scripts.
 */
export function controlsMarkup(figureId: string, choices: readonly Choice[], lang: Lang): Markup {
  const more = choices.filter(({where}) => where === "more");
  const first = choices.filter((choice) => !more.includes(choice));
  const over = choices.find(isOverPicture);
  return markup`<form class="controls${over && " over"}"${over && spanOf(over)} data-controls="${figureId}" autocomplete="off">
${first.map((choice) => controlMarkup(choice, lang))}
${more.length > 0 && markup`<details class="conditions"><summary>${words.moreConditions[lang]}</summary><div>${more.map((choice) => controlMarkup(choice, lang))}</div></details>`}
${over && markup`<span class="hint" aria-hidden="true">${words.dragBar[lang]}</span>`}<p class="notice" role="alert" hidden></p>
</form>`;
}

/** True of a slider that lies over what it moves in the picture; it is the only control of its figure. */
export const isOverPicture = ({where}: Choice) => where === "picture";

/** Where the style sheet lays a slider over a picture of a hundred: from its first square, as long as what it moves. */
function spanOf({options}: Choice): Markup {
  const [first, last] = [options[0], options[options.length - 1]].map(({code}) => Number(code));
  return markup` style="--first:${String(first)};--length:${String(100 - last)}"`;
}

/** One control, as its choice says. */
export const controlMarkup = (choice: Choice, lang: Lang): Markup => byKind[controlOf(choice)](choice, lang);

const byKind = {
  switch: switchMarkup,
  tabs: switchMarkup,
  menu: menuMarkup,
  slider: sliderMarkup,
  boxes: boxesMarkup,
  picker: pickerMarkup,
  hidden: hiddenMarkup,
};

function switchMarkup(choice: Choice, lang: Lang): Markup {
  return markup`<fieldset data-key="${choice.key}"><legend>${choice.label[lang]}</legend>
${radiosMarkup(choice, choice.options, lang)}
</fieldset>`;
}

function radiosMarkup({key, initial}: Choice, options: readonly Option[], lang: Lang): Markup[] {
  return options.map(
    ({code, label, hint}) =>
      markup`<label><input type="radio" name="${key}" value="${code}"${code === initial && markup` checked`}> <span>${label[lang]}${hint && markup` <small>${hint[lang]}</small>`}</span></label>`,
  );
}

/** A menu; the grouped options that it shares with another are copied from there by a script. */
function menuMarkup({key, kind, label, options, initial, codesOf, allLabel = words.all}: Choice, lang: Lang): Markup {
  const selected = (code: string) => code === initial && markup` selected`;
  return markup`<label class="filter" data-key="${key}"${codesOf && markup` data-options-of="${codesOf}"`}><span>${label[lang]}</span> <select name="${key}">
${kind === "any" && markup`<option value="${all}"${selected(all)}>${allLabel[lang]}</option>`}
${inGroups(codesOf ? options.filter(({group}) => !group) : options).map(({group, members}) => {
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

/** Boxes that unfold; hidden until a script shows them, if asked. */
export function boxesMarkup(
  {key, label, options, allLabel = words.all}: Choice,
  lang: Lang,
  {isHidden = false}: {isHidden?: boolean} = {},
): Markup {
  const boxes = options.map(
    ({code, label: name}) =>
      markup`<label><input type="checkbox" name="${key}" value="${code}"> <span>${name[lang]}</span></label>`,
  );
  return unfolding(
    {key, label, shown: allLabel, isHidden},
    markup`<fieldset><legend class="said">${label[lang]}</legend>
${boxes}
</fieldset>`,
    lang,
  );
}

/** A long list to choose one of: by theme, with a field to search it. */
function pickerMarkup(choice: Choice, lang: Lang): Markup {
  const {key, label, options, initial} = choice;
  const items = inGroups(options).map(({group, members}) => {
    const radios = radiosMarkup(choice, members, lang);
    return group ? markup`<div role="group" aria-label="${group[lang]}"><p>${group[lang]}</p>${radios}</div>` : radios;
  });
  const shown = options.find(({code}) => code === initial)?.label ?? label;
  return unfolding(
    {key, label, shown},
    markup`<fieldset><legend class="said">${label[lang]}</legend>
<input type="search" data-search-options aria-label="${words.searchOptions[lang]}" placeholder="${words.searchOptions[lang]}">
${items}
</fieldset>`,
    lang,
  );
}

/** A control that unfolds over what follows; its head says what is chosen. */
function unfolding(
  {key, label, shown, isHidden}: {key: string; label: Text; shown: Text; isHidden?: boolean},
  content: Markup,
  lang: Lang,
): Markup {
  return markup`<details class="boxes" data-key="${key}"${isHidden && markup` hidden`}><summary><span class="label">${label[lang]}</span> <span class="chosen" data-all="${shown[lang]}">${shown[lang]}</span></summary>
${content}</details>`;
}

/** What is chosen elsewhere in the form, by its script. */
function hiddenMarkup({key, codesOf, initial}: Choice): Markup {
  return markup`<span data-key="${key}" data-codes-of="${codesOf ?? key}" hidden><input type="hidden" name="${key}" value="${initial}"></span>`;
}

function sliderMarkup({key, label, options, initial, unit}: Choice, lang: Lang): Markup {
  const [least, most] = [options[0].code, options[options.length - 1].code];
  return markup`<label class="filter slider" data-key="${key}"><span>${label[lang]} <output>${initial}</output>${unit?.[lang]}</span> <input type="range" name="${key}" min="${least}" max="${most}" value="${initial}"></label>`;
}
