import {explorerWords} from "../../lib/language/explorerWords.js";
import {clipboardOf, type Drawing, fileOf} from "./browserFigure.js";
import {announce, pageLang} from "./pageParts.js";

/*
 * What the buttons of a figure do with it as it is seen: copy its picture, copy its table, print it alone. Fetched with
 * what draws, when one of them is first pressed.
 */

/** Does what a button is for, and says on it and to a screen reader what came of it. */
export async function act(button: HTMLButtonElement, element: HTMLElement, drawing: Drawing): Promise<void> {
  if (button.dataset.act === "print") return printAlone(element);
  button.dataset.name ??= button.textContent ?? "";
  const said = await copy(button.dataset.act ?? "", drawing);
  button.textContent = said;
  announce(said);
  setTimeout(() => {
    button.textContent = button.dataset.name ?? "";
  }, saidFor);
}

/** So long a button says what came of it, in milliseconds; then it says again what it does. */
const saidFor = 4000;

async function copy(what: string, drawing: Drawing): Promise<string> {
  const lang = pageLang();
  try {
    await navigator.clipboard.write([what === "copy-picture" ? await picture(drawing) : await table(drawing)]);
    return explorerWords[what === "copy-picture" ? "pictureCopied" : "tableCopied"][lang];
  } catch {
    return explorerWords.notCopied[lang];
  }
}

async function picture(drawing: Drawing): Promise<ClipboardItem> {
  return new ClipboardItem({"image/png": await fileOf(drawing, "png")});
}

async function table(drawing: Drawing): Promise<ClipboardItem> {
  const made = await clipboardOf(drawing);
  if (!made) throw new Error("a figure without a table of its own");
  const blob = (text: string, type: string) => new Blob([text], {type});
  return new ClipboardItem({
    "text/html": blob(made.html, "text/html"),
    "text/plain": blob(made.text, "text/plain"),
  });
}

/** Prints one figure and nothing else of the page. */
function printAlone(element: HTMLElement): void {
  document.body.classList.add("printing-one");
  element.classList.add("printed");
  addEventListener(
    "afterprint",
    () => {
      document.body.classList.remove("printing-one");
      element.classList.remove("printed");
    },
    {once: true},
  );
  print();
}
