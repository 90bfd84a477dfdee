import {all, type ChoiceCodes, joinCodes, type Selection, splitCodes} from "../../lib/selection.js";

/*
 * The way back from the controls that `controlsMarkup` writes: what a form offers, what is chosen in it, and choosing
 * something else.
 */

type Control = HTMLInputElement | HTMLSelectElement;

/** Gives each menu the grouped options that it shares with another. */
export function shareOptions(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>("[data-options-of]"))
    for (const group of form.querySelectorAll(`[data-key="${field.dataset.optionsOf}"] optgroup`))
      field.querySelector("select")?.append(group.cloneNode(true));
}

/** The choices that a form offers, and what it was built with. */
export function choicesIn(form: HTMLFormElement): ChoiceCodes[] {
  return [...form.querySelectorAll<HTMLElement>("[data-key]")].map((element) => {
    const input = element.querySelector<HTMLInputElement>("input[name]");
    const codes = codesIn(form, element, input);
    return {
      key: element.dataset.key ?? "",
      kind: kindOf(input, codes),
      initial: initialOf(element, input),
      options: codes.filter((code) => code !== all).map((code) => ({code})),
    };
  });
}

function codesIn(form: HTMLFormElement, element: HTMLElement, input: HTMLInputElement | null): string[] {
  if (input?.type === "range") return stepsOf(input);
  const offered = form.querySelector<HTMLElement>(`[data-key="${element.dataset.codesOf}"]`) ?? element;
  return fieldsOf(offered).map(({value}) => value);
}

function kindOf(input: HTMLInputElement | null, codes: readonly string[]): ChoiceCodes["kind"] {
  if (input?.type === "hidden") return "text";
  if (input?.type === "checkbox") return "some";
  return codes.includes(all) ? "any" : "one";
}

const fieldsOf = (element: HTMLElement) => [
  ...element.querySelectorAll<HTMLInputElement | HTMLOptionElement>("input[name], option"),
];

/** The whole numbers of a slider. */
function stepsOf({min, max}: HTMLInputElement): string[] {
  return Array.from({length: Number(max) - Number(min) + 1}, (_, step) => String(Number(min) + step));
}

function initialOf(element: HTMLElement, input: HTMLInputElement | null): string {
  if (input?.type === "checkbox" || input?.type === "hidden") return all;
  if (input?.type === "range") return input.defaultValue;
  const fields = fieldsOf(element);
  return (fields.find((field) => field.matches("[checked], [selected]")) ?? fields[0]).value;
}

const controlsIn = (form: HTMLFormElement) => [...form.querySelectorAll<Control>("input[name], select[name]")];
const isTick = (control: Control): control is HTMLInputElement => ["checkbox", "radio"].includes(control.type);

/** What is chosen in a form. */
export function selectionIn(form: HTMLFormElement, choices: readonly ChoiceCodes[]): Selection {
  const chosen = controlsIn(form).filter((control) => !isTick(control) || control.checked);
  return Object.fromEntries(
    choices.map((choice) => {
      const codes = chosen.filter(({name}) => name === choice.key).map(({value}) => value);
      return [choice.key, choice.kind === "some" ? joinCodes(choice, codes) : (codes[0] ?? all)];
    }),
  );
}

/** Sets the controls of a form to a selection. What is not in it stays as it is. */
export function select(form: HTMLFormElement, selection: Selection): void {
  for (const control of controlsIn(form)) {
    const code = selection[control.name];
    if (code === undefined) continue;
    if (isTick(control))
      control.checked = (control.type === "checkbox" ? splitCodes(code) : [code]).includes(control.value);
    else control.value = code;
  }
}
