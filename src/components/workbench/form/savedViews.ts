import {savedViewWords as say} from "../../../lib/language/savedViewWords.js";
import {announce, pageLang} from "../../browser/announce.js";
import {saveFile} from "../../browser/export/saveFile.js";
import {onEnter} from "./onEnter.js";

/*
 * Views that a reader has named and keeps in their own browser: name, page and address. They are sent to nobody, and can
 * be taken along as a file, and read from one.
 */

/** One view: where it is, below the folder of the language, and what was chosen. */
export interface SavedView {
  name: string;
  /** The page’s file below the folder of the language, such as `crosstab.html` or `embed/crosstab.html`. */
  page: string;
  search: string;
}

const storageKey = "betakomm-views";
const fileVersion = 1;

/** Brings a list of saved views to life where it stands. */
export function savedViews(element: HTMLElement): void {
  const lang = pageLang();
  const list = element.querySelector("ul") as HTMLUListElement;
  const show = () => list.replaceChildren(...read().map((view, at) => itemOf(view, () => remove(at))));
  const write = (views: readonly SavedView[], said: string) => {
    const isKept = keep(views);
    show();
    announceProblem(element, isKept ? "" : say.full[lang]);
    if (isKept) announce(said);
  };
  const remove = (at: number) => {
    const [gone] = read().slice(at, at + 1);
    write(read().toSpliced(at, 1), say.removed[lang](gone?.name ?? ""));
    element.querySelector("input")?.focus();
  };
  const field = element.querySelector<HTMLInputElement>("input[type=text]") as HTMLInputElement;
  on(element, "save", () => {
    const name = field.value.trim() || document.title;
    write([...read().filter((view) => view.name !== name), here(name)], say.saved[lang](name));
    field.value = "";
  });
  on(element, "export", () => saveFile(new Blob([fileOf(read())], {type: "application/json"}), "betakomm-views.json"));
  const file = element.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;
  const readFile = async () => {
    const text = await file.files?.[0]?.text();
    file.value = "";
    if (text === undefined) return;
    const found = parseViews(text);
    if (typeof found === "string") return announceProblem(element, say.refused[lang](found));
    const names = new Set(found.map(({name}) => name));
    write([...read().filter(({name}) => !names.has(name)), ...found], say.imported[lang](found.length));
  };
  file.addEventListener("change", readFile);
  onEnter(field, () => element.querySelector<HTMLButtonElement>("[data-views-do=save]")?.click());
  show();
  readFile(); // a file that was chosen before this code had come
}

function on(element: HTMLElement, what: string, act: () => void): void {
  element.querySelector(`[data-views-do="${what}"]`)?.addEventListener("click", act);
}

function here(name: string): SavedView {
  return {name, page: location.pathname.slice(languageFolder().length), search: location.search};
}

/** The folder that all pages of a language are in, from a page of it or from a figure alone. */
const languageFolder = () => location.pathname.replace(/(?:embed\/)?[^/]*$/, "");

function read(): SavedView[] {
  const found = parseViews(stored());
  return typeof found === "string" ? [] : found;
}

function stored(): string {
  try {
    return localStorage.getItem(storageKey) ?? "";
  } catch {
    return "";
  }
}

/** False when the browser keeps nothing, or has no room. */
function keep(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(storageKey, fileOf(views));
    return true;
  } catch {
    return false;
  }
}

const fileOf = (views: readonly SavedView[]) => JSON.stringify({betakommViews: fileVersion, views}, null, 1);

/** Views from a file; what is wrong with it, if anything is. */
export function parseViews(text: string): SavedView[] | string {
  if (text === "") return [];
  let loose: {betakommViews?: unknown; views?: unknown};
  try {
    loose = JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  if (loose?.betakommViews !== fileVersion) return `betakommViews: ${String(loose?.betakommViews)}`;
  if (!Array.isArray(loose.views)) return `views: ${String(loose.views)}`;
  const wrong = loose.views.findIndex((view) => !isView(view));
  return wrong < 0 ? loose.views : `views[${wrong}]: ${JSON.stringify(loose.views[wrong])}`;
}

/** A view leads to a page of this site and nowhere else. */
function isView(view: Partial<SavedView> | null): view is SavedView {
  return (
    typeof view?.name === "string" &&
    typeof view.page === "string" &&
    /^(embed\/)?[a-z-]*(\.html)?$/.test(view.page) &&
    typeof view.search === "string" &&
    /^(\?|$)/.test(view.search)
  );
}

function itemOf({name, page, search}: SavedView, remove: () => void): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${languageFolder()}${page}${search}`;
  link.textContent = name;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say.remove[pageLang()];
  button.setAttribute("aria-label", `${say.remove[pageLang()]}: ${name}`);
  button.addEventListener("click", remove);
  item.append(link, " ", button);
  return item;
}

function announceProblem(element: HTMLElement, text: string): void {
  const notice = element.querySelector<HTMLElement>("[role=alert]");
  if (notice) Object.assign(notice, {textContent: text, hidden: text === ""});
}
