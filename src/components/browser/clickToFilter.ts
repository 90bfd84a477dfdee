/*
 * What is drawn can be chosen: a press on something marked `data-choose="key=code"` does what the control of that key would
 * do. Without a script its link leads to its line in the table.
 */

/** Has a form follow what is pressed in the pictures of its page. */
export function clickToFilter(form: HTMLFormElement): void {
  document.addEventListener("click", (event) => {
    const pressed = pressedBy(event);
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [key, code] = (pressed.getAttribute("data-choose") ?? "").split("=");
    if (!choose(form, key, code)) return;
    event.preventDefault();
  });
}

/** What a press is on. A mark drawn on top, such as a dot, is no hindrance; a link of its own leads where it leads. */
function pressedBy({target, clientX, clientY}: MouseEvent): Element | undefined {
  const element = target as Element;
  const nearest = element.closest?.("[data-choose], a");
  if (nearest || !element.closest?.("svg")) return nearest?.closest("[data-choose]") ?? undefined;
  return document.elementsFromPoint(clientX, clientY).find((under) => under.matches("svg [data-choose]"));
}

/** Ticks a box or unticks it, or sets a menu, as if the reader had done it in the form; false if it has no such. */
export function choose(form: HTMLFormElement, key: string, code: string): boolean {
  const field = form.querySelector(`[data-key="${key}"]`);
  const boxes = [...(field?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  const box = boxes.find(({value}) => value === code);
  const menu = field?.querySelector("select");
  if (box) box.checked = !box.checked;
  else if (menu) menu.value = code;
  else return false;
  (box ?? menu)?.dispatchEvent(new Event("input", {bubbles: true}));
  return true;
}
