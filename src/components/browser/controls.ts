import {refusedNotice} from "../../lib/language/liveWords.js";
import {
  all,
  type Choice,
  joinCodes,
  parseSelection,
  type Refused,
  type Selection,
  serializeSelection,
  splitCodes,
} from "../../lib/selection.js";
import type {Said} from "../workbench/filterHistory.js";
import {notify, pageLang, writeSearch} from "./pageParts.js";
import {understood, unknownParameters} from "./unknownParameters.js";

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
  if (!form && document.querySelector(`[data-figure="${figureId}"]`)) return nothingToChoose();
  if (!form) throw new Error(`no controls on this page: ${figureId}`);
  const choices = choicesOf(form);
  const read = () => {
    const data = new FormData(form);
    return Object.fromEntries(choices.map((choice) => [choice.key, chosenOf(choice, data)]));
  };
  Object.defineProperty(form, "value", {get: read});
  const set = (selection: Selection) => {
    for (const [key, code] of Object.entries(selection)) setControl(form, key, code);
  };
  const fromAddress = () => {
    const {selection, refused} = parseSelection(location.search, choices);
    set(selection);
    notify(form, refusedText([...refused, ...unknownParameters(form)]));
  };
  const early = read();
  fromAddress();
  if (location.search === "") {
    set(early);
    writeSearch(serializeSelection(read(), choices), {isStep: false});
  }
  showValues(form);
  form.addEventListener("input", (event) => {
    showValues(form);
    if (event instanceof CustomEvent) return;
    notify(form, "");
    const {target} = event;
    const isSliding = target instanceof HTMLInputElement && target.type === "range";
    writeSearch(serializeSelection(read(), choices, understood()), {isStep: !isSliding});
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  wireExplorer(form, {
    serialize: () => serializeSelection(read(), choices),
    apply: (query) => {
      set(parseSelection(query, choices).selection);
      form.dispatchEvent(new Event("input", {bubbles: true}));
    },
  });
  addEventListener("popstate", () => {
    fromAddress();
    form.dispatchEvent(followed());
  });
  return form as Controls;
}

/** What only explorers have (chips, ways back, boxes, pictures to press) is fetched only where one is. */
function wireExplorer(form: HTMLFormElement, said: Said): void {
  if (!form.querySelector("[data-trail-of]") && !document.querySelector("[data-choose]")) return;
  import("../workbench/explorerForm.js").then(({explorerForm}) => explorerForm(form, said));
}

/** A form that follows the address does not write it: that would put a step in the reader’s way back. */
const followed = () => new CustomEvent("input");

function chosenOf(choice: Choice, data: FormData): string {
  if (choice.kind === "some") return joinCodes(choice, data.getAll(choice.key).map(String));
  return String(data.get(choice.key) ?? all);
}

/** The form of a figure in which there is nothing to choose, as when its file is protected. */
function nothingToChoose(): Controls {
  return Object.assign(document.createElement("form"), {value: {}});
}

/** The choices that a form's markup offers. */
function choicesOf(form: HTMLFormElement): Choice[] {
  return [...form.querySelectorAll<HTMLElement>("[data-key]")].map((element) => {
    const {codes, initial} = offered(element);
    const isSome = element.querySelector("input[type=checkbox]") !== null;
    return {
      key: element.dataset.key ?? "",
      label: none,
      kind: isSome ? "some" : codes.includes(all) ? "any" : "one",
      initial,
      options: codes.filter((code) => code !== all).map((code) => ({code, label: none})),
    };
  });
}

const none = {nb: "", en: ""};

/** Every code that a control can be set to, and the one that it was built with. */
function offered(element: HTMLElement): {codes: string[]; initial: string} {
  const slider = element.querySelector<HTMLInputElement>("input[type=range]");
  if (slider) {
    const [least, most] = [Number(slider.min), Number(slider.max)];
    const codes = Array.from({length: most - least + 1}, (_, step) => String(least + step));
    return {codes, initial: slider.defaultValue};
  }
  const boxes = [...element.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  if (boxes.length > 0) return {codes: boxes.map(({value}) => value), initial: all};
  const options = [...element.querySelectorAll<HTMLInputElement | HTMLOptionElement>("input, option")];
  const isInitial = (each: Element) => each.hasAttribute("checked") || each.hasAttribute("selected");
  return {codes: options.map(({value}) => value), initial: (options.find(isInitial) ?? options[0]).value};
}

function setControl(form: HTMLFormElement, key: string, code: string): void {
  const chosen = splitCodes(code);
  for (const box of form.querySelectorAll<HTMLInputElement>(`[data-key="${key}"] input[type=checkbox]`))
    box.checked = chosen.includes(box.value);
  const control = form.elements.namedItem(key);
  if (control instanceof RadioNodeList || control instanceof HTMLSelectElement) control.value = code;
  if (control instanceof HTMLInputElement && control.type !== "checkbox") control.value = code;
}

/** The number that each slider is at. */
function showValues(form: HTMLFormElement): void {
  for (const slider of form.querySelectorAll<HTMLInputElement>("input[type=range]")) {
    const output = slider.parentElement?.querySelector("output");
    if (output) output.textContent = slider.value;
  }
}

function refusedText(refused: readonly Refused[]): string {
  return refused.map(({key, value}) => refusedNotice(key, value)[pageLang()]).join(" ");
}
