/** Has Enter in a field do something, and not send the form. */
export function onEnter(field: HTMLInputElement, act: () => void): void {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    act();
  });
}
