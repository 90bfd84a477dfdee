/*
 * What is drawn can be chosen: a press on something marked `data-choose="key=code"` does what the control of that key would
 * do. Without a script its link leads to its line in the table. What else a picture does when it is pressed comes with the
 * code that draws (`chartCard.ts`).
 */

/** Has a form follow what is pressed in the pictures of its page. A finger moves the focus, and so shows the card. */
export function clickToFilter(form: HTMLFormElement): void {
  document.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest?.<SVGElement>("svg.plot :is([data-choose], a[href^='#row-'])");
    if (!mark || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [key, code] = mark.getAttribute("data-choose")?.split("=") ?? [];
    if (isTouch(event)) mark.focus({preventScroll: true});
    else if (code && !choose(form, key, code)) return;
    event.preventDefault();
  });
}

/** True of a press by finger. Older browsers do not say it of a click. */
export function isTouch(event: MouseEvent): boolean {
  const {pointerType} = event as Partial<PointerEvent>;
  return pointerType === undefined ? matchMedia("(hover: none)").matches : pointerType === "touch";
}

/** The box or menu of a form that chooses something. */
export function fieldOf(form: HTMLFormElement, key: string, code: string): HTMLInputElement | HTMLSelectElement | null {
  const field = form.querySelector(`[data-key="${key}"]`);
  const boxes = [...(field?.querySelectorAll<HTMLInputElement>("input[name]") ?? [])];
  return boxes.find(({value}) => value === code) ?? field?.querySelector("select") ?? null;
}

/** Ticks a box or unticks it, or sets a menu, as if the reader had done it in the form; false if it has no such. */
export function choose(form: HTMLFormElement, key: string, code: string): boolean {
  const field = fieldOf(form, key, code);
  if (!field) return false;
  if (field instanceof HTMLSelectElement) field.value = code;
  else field.checked = field.type === "radio" || !field.checked;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  return true;
}
