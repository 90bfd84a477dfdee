import {all, type Choice, parseSelection, type Refused, type Selection, serializeSelection} from "../lib/selection.js";
import {refusedNotice} from "../lib/words.js";
import {notify, pageLang, writeSearch} from "./pageParts.js";

/** A form whose value is what the reader chose, as Framework's `Generators.input` expects it. */
export type Controls = HTMLFormElement & {value: Selection};

/**
 * Brings a figure's controls to life where they stand: the address sets them, and they set the address.
 *
 * @param figureId the figure they belong to
 * @throws when the page has no such controls
 */
export function controls(figureId: string): Controls {
  const form = document.querySelector<HTMLFormElement>(`[data-controls="${figureId}"]`);
  if (!form) throw new Error(`no controls on this page: ${figureId}`);
  const choices = choicesOf(form);
  const read = () => Object.fromEntries(choices.map(({key}) => [key, String(new FormData(form).get(key) ?? all)]));
  Object.defineProperty(form, "value", {get: read});
  const fromAddress = () => {
    const {selection, refused} = parseSelection(location.search, choices);
    for (const [key, code] of Object.entries(selection)) setControl(form, key, code);
    notify(form, refusedText([...refused, ...unknownIn(location.search, choices)]));
  };
  const early = read();
  fromAddress();
  if (location.search === "") for (const [key, code] of Object.entries(early)) setControl(form, key, code);
  form.addEventListener("input", () => {
    notify(form, "");
    writeSearch(serializeSelection(read(), choices, ownParameters(choices)));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    fromAddress();
    form.dispatchEvent(new CustomEvent("input"));
  });
  return form as Controls;
}

/** The choices that a form's markup offers. */
function choicesOf(form: HTMLFormElement): Choice[] {
  return [...form.querySelectorAll<HTMLElement>("[data-key]")].map((element) => {
    const key = element.dataset.key ?? "";
    const inputs = [...element.querySelectorAll<HTMLInputElement | HTMLOptionElement>("input, option")];
    const isMenu = element.querySelector("select") !== null;
    const codes = inputs.map(({value}) => value).filter((code) => code !== all);
    const initial = isMenu ? all : (inputs.find((input) => input.hasAttribute("checked"))?.value ?? codes[0]);
    const none = {nb: "", en: ""};
    return {
      key,
      label: none,
      kind: isMenu ? "any" : "one",
      initial,
      options: codes.map((code) => ({code, label: none})),
    };
  });
}

function setControl(form: HTMLFormElement, key: string, code: string): void {
  const control = form.elements.namedItem(key);
  if (control instanceof RadioNodeList || control instanceof HTMLSelectElement) control.value = code;
}

/** Parameters that nothing on the page understands. */
function unknownIn(search: string, choices: readonly Choice[]): Refused[] {
  const known = new Set(choices.map(({key}) => key));
  return [...new URLSearchParams(search)].filter(([key]) => !known.has(key)).map(([key, value]) => ({key, value}));
}

/** The present query without what nothing on the page understands: a refused parameter is not carried on. */
function ownParameters(choices: readonly Choice[]): string {
  const known = new Set(choices.map(({key}) => key));
  return new URLSearchParams([...new URLSearchParams(location.search)].filter(([key]) => known.has(key))).toString();
}

function refusedText(refused: readonly Refused[]): string {
  return refused.map(({key, value}) => refusedNotice(key, value)[pageLang()]).join(" ");
}
