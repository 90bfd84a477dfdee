/*
 * What is drawn can be chosen: a press on something marked `data-choose="key=code"` does what the control of that key would
 * do. Without a script its link leads to its line in the table.
 */

/** Has a form follow what is pressed in the pictures of its page. */
export function chooseInPictures(form: HTMLFormElement): void {
  document.addEventListener("click", (event) => {
    const pressed = (event.target as Element).closest?.("[data-choose]");
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [key, code] = (pressed.getAttribute("data-choose") ?? "").split("=");
    if (!choose(form, key, code)) return;
    event.preventDefault();
  });
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
