import {explorerWords} from "../../../lib/language/explorerWords.js";
import type {CitationFormat} from "../../../lib/table/export/citation.js";
import {figureAnchor} from "../../markup/anchors.js";
import type {ExportFormat} from "../../markup/downloadLinks.js";
import {fileName} from "../../markup/fileName.js";
import {markOf, withMark} from "../../markup/standInMark.js";
import {announce, pageLang} from "../announce.js";
import {type Drawing, fetchView} from "../fetchView.js";
import type {FileContent} from "./exportFiles.js";
import {pictureFile} from "./pictureFile.js";
import {saveFile} from "./saveFile.js";
import type {Taken} from "./taken.js";

/*
 * What a reader can do with a figure as it is seen: save it as a file, copy its picture or its table, print it alone.
 */

/** Saves the figure in one of the forms that it is offered in; says so when it could not be made. */
export async function saveFigure(drawing: Drawing, format: ExportFormat): Promise<void> {
  try {
    const {view} = await fetchView(drawing);
    saveFile(await fileOf(drawing, format), `${fileName(drawing.id, view, drawing)}.${format}`);
  } catch {
    announce(explorerWords.notTaken[drawing.lang]);
  }
}

/** Does what a button is for, and says on it and to a screen reader what came of it. */
export async function runAction(button: HTMLButtonElement, element: HTMLElement, drawing: Drawing): Promise<void> {
  if (button.dataset.act === "print") return printAlone(element);
  button.dataset.name ??= button.textContent ?? "";
  const {act = "", format} = button.dataset;
  const said = await copy(act, drawing, format as CitationFormat | undefined);
  button.textContent = said;
  announce(said);
  setTimeout(() => {
    button.textContent = button.dataset.name ?? "";
  }, saidFor);
}

/** Milliseconds a button shows its result. */
const saidFor = 4000;

async function copy(what: string, drawing: Drawing, format?: CitationFormat): Promise<string> {
  const lang = pageLang();
  try {
    if (format) {
      await navigator.clipboard.writeText(await (await fileOf(drawing, format)).text());
      return explorerWords.citationCopied[lang];
    }
    const isPicture = what === "copy-picture";
    const content = isPicture ? {"image/png": await fileOf(drawing, "png")} : await tableOf(drawing);
    await navigator.clipboard.write([new ClipboardItem(content)]);
    return explorerWords[isPicture ? "pictureCopied" : "tableCopied"][lang];
  } catch {
    return explorerWords.notCopied[lang];
  }
}

/** The table in the forms that a clipboard takes. */
async function tableOf(drawing: Drawing): Promise<Record<string, Blob>> {
  const [{clipboardTableOf}, {view}] = await Promise.all([import("./exportFiles.js"), fetchView(drawing)]);
  const table = clipboardTableOf({view, lang: drawing.lang});
  if (!table) throw new Error("a figure without a table of its own");
  return {
    "text/html": new Blob([table.html], {type: "text/html"}),
    "text/plain": new Blob([table.text], {type: "text/plain"}),
  };
}

async function fileOf(drawing: Drawing, format: ExportFormat): Promise<Blob> {
  const type = fileTypes[format];
  if (format === "svg") return new Blob([await pictureOf(drawing)], {type});
  if (format === "png") return pngOf(new Blob([await pictureOf(drawing, await faces())], {type: fileTypes.svg}));
  const [{exportFile}, taken] = await Promise.all([import("./exportFiles.js"), takenOf(drawing)]);
  return new Blob([format === "zip" ? await zipOf(drawing, taken) : await exportFile(format, taken)], {type});
}

async function takenOf(drawing: Drawing): Promise<Taken> {
  const {figure, view} = await fetchView(drawing);
  const url = new URL(location.href);
  url.search = withMark(url.search, markOf(view));
  url.hash = figureAnchor(figure.id);
  return {figure, view, lang: drawing.lang, address: url.href};
}

async function pictureOf(drawing: Drawing, style = ""): Promise<string> {
  const {view, lang, address} = await takenOf(drawing);
  return pictureFile(view, {lang, document, address, style});
}

/** The site’s faces as a style that a picture carries in itself: a browser that draws it fetches none. */
async function faces(): Promise<string> {
  const rules = Object.entries({serif: "Newsreader", sans: "Schibsted Grotesk"}).map(async ([face, family]) => {
    const response = await fetch(new URL(`../fonts/${face}.woff2`, import.meta.url));
    if (!response.ok) throw new Error(`no such face: ${face}`);
    const text = String.fromCharCode(...new Uint8Array(await response.arrayBuffer()));
    return `@font-face{font-family:"${family}";src:url(data:font/woff2;base64,${btoa(text)})}`;
  });
  return (await Promise.all(rules)).join("");
}

async function zipOf(drawing: Drawing, taken: Taken): Promise<FileContent> {
  const csv = taken.view.explored?.script?.csv;
  const [{zipFile}, response, ...pictures] = await Promise.all([
    import("./exportFiles.js"),
    fetch(new URL(`../data/respondents/${csv}`, import.meta.url)),
    ...(["svg", "png"] as const).map((format) => fileOf(drawing, format)),
  ]);
  if (!response.ok) throw new Error(`no file of respondents: ${csv}`);
  const parts = [...pictures, response].map(async (part) => new Uint8Array(await part.arrayBuffer()));
  const [svg, png, respondents] = await Promise.all(parts);
  return zipFile(taken, {svg, png, respondents, name: fileName(drawing.id, taken.view, drawing)});
}

/** The citations of the figure as it is seen, where they stand to be copied. */
export async function showCitations(element: HTMLElement, drawing: Drawing): Promise<void> {
  const [{exportFile}, taken] = await Promise.all([import("./exportFiles.js"), takenOf(drawing)]);
  for (const text of element.querySelectorAll<HTMLTextAreaElement>("[data-citation]"))
    text.value = String(await exportFile(text.dataset.citation as CitationFormat, taken)).trim();
}

const fileTypes: Record<ExportFormat, string> = {
  png: "image/png",
  zip: "application/zip",
  svg: "image/svg+xml",
  csv: "text/csv",
  json: "application/json",
  jsonstat: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  R: "text/plain",
  txt: "text/plain",
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
};

/** An SVG as PNG at twice its size. */
async function pngOf(svg: Blob): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(svg);
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("the picture could not be made"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Prints one figure and nothing else of the page. */
function printAlone(element: HTMLElement): void {
  const set = (isAlone: boolean) => {
    document.body.classList.toggle("printing-one", isAlone);
    element.classList.toggle("printed", isAlone);
  };
  set(true);
  addEventListener("afterprint", () => set(false), {once: true});
  print();
}
