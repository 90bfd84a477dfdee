import type {FigureFacts} from "../../lib/facts.js";
import {explorerWords} from "../../lib/language/explorerWords.js";
import type {Lang} from "../../lib/language/text.js";
import {type PageId, pathOf} from "../../lib/pages.js";
import type {Selection} from "../../lib/selection.js";
import {type ExplorerTally, type PackedTally, unpackTally} from "../../lib/table/counts/tally.js";
import {respondentsSet} from "../../lib/table/counts/tallySets.js";
import type {ClipboardTable} from "../../lib/table/export/tableClipboard.js";
import {classColumn} from "../../lib/table/variable.js";
import type {Figure, FigureView, ReportPart} from "../figure.js";
import {figureById} from "../figures.js";
import {figureAnchor, numberAnchor} from "../markup/anchors.js";
import {type ExportFormat, formatsOf} from "../markup/downloadLinks.js";
import {
  type DrawnWidth,
  drawnWidths,
  type FigureParts,
  figureParts,
  linksOf,
  pictureMarkup,
} from "../markup/figureMarkup.js";
import {markOf, withMark} from "../markup/standInMark.js";
import {testsSeenText} from "../workbench/testsSeen.js";
import {fetchData, fetchJson, fetchOnce} from "./fetchData.js";
import {announce} from "./pageParts.js";
import {pictureFile} from "./pictureFile.js";
import {whenIdle} from "./whenIdle.js";

/** What to draw: which figure, and for what choice. */
export interface Drawing {
  id: string;
  selection: Selection;
  lang: Lang;
}

/** A figure for a selection, drawn at the width that is seen. */
export interface Drawn {
  parts: FigureParts;
  title: string;
  /** Title and subtitle, as they are announced; null of a figure that another speaks for. */
  announcement: string | null;
  /** What chance alone makes of all tests that the reader has looked at; null of a figure without a test. */
  testsSeen: string | null;
  /** The forms in which it can be taken along. */
  formats: ExportFormat[];
  /** Draws it at the other widths. */
  drawOthers(): Element[];
}

export async function drawFigure(drawing: Drawing, shown: DrawnWidth): Promise<Drawn> {
  const {id, lang} = drawing;
  const {figure, view} = await viewOf(drawing);
  const linkTo = linksOf(id, view, (quantityId) => document.getElementById(numberAnchor(quantityId)) !== null);
  const askAt = (search: string) =>
    new URL(`../${pathOf("what-can-it-say", lang)}${search}#${figureAnchor("subgroup")}`, import.meta.url).href;
  const options = {lang, document, linkTo, askAt};
  const others = (Object.keys(drawnWidths) as DrawnWidth[]).filter((width) => width !== shown);
  return {
    parts: figureParts(figure, view, {...options, widths: [shown]}),
    title: view.title[lang],
    announcement: figure.isQuiet ? null : `${view.title[lang]}. ${view.subtitle[lang]}`,
    testsSeen: view.tested ? testsSeenText(view.tested, lang) : null,
    formats: formatsOf(figure, view),
    drawOthers() {
      const template = document.createElement("template");
      template.innerHTML = view.rows.length > 0 ? pictureMarkup(figure, view, {...options, widths: others}).html : "";
      return [...template.content.children];
    },
  };
}

/** The same, or null when it could not be made, which is then said. */
export function fileOrNotice(drawing: Drawing, format: ExportFormat): Promise<Blob | null> {
  return fileOf(drawing, format).catch(() => {
    announce(explorerWords.notTaken[drawing.lang]);
    return null;
  });
}

/** The figure as a file in one of the formats it can be taken away in. */
export async function fileOf(drawing: Drawing, format: ExportFormat): Promise<Blob> {
  const {lang} = drawing;
  const {figure, view} = await viewOf(drawing);
  if (format === "svg" || format === "png") {
    const svg = new Blob([pictureFile(view, {lang, document})], {type: fileTypes.svg});
    return format === "svg" ? svg : pngOf(svg);
  }
  const {exportFile} = await import("./exportFiles.js");
  return new Blob([await exportFile(format, {figure, view, lang, address: addressOf(figure, view)})], {
    type: fileTypes[format],
  });
}

const fileTypes: Record<Exclude<ExportFormat, "png">, string> = {
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

/** The address that brings a reader back to just this. */
function addressOf({id}: Figure, view: FigureView): string {
  const url = new URL(location.href);
  url.search = withMark(url.search, markOf(view));
  url.hash = figureAnchor(id);
  return url.href;
}

/** The figure’s table as a clipboard takes it; null of a figure that counts nobody. */
export async function clipboardOf(drawing: Drawing): Promise<ClipboardTable | null> {
  const [{clipboardTableOf}, {view}] = await Promise.all([import("./exportFiles.js"), viewOf(drawing)]);
  return clipboardTableOf({view, lang: drawing.lang});
}

/** A figure as chosen, from the parts of the report that it needs. */
async function viewOf({id, selection}: Drawing): Promise<{figure: Figure; view: FigureView}> {
  const figure = figureById(id);
  const report = await fetchReport(figure);
  const needed = figure.needsTallies?.(report, selection) ?? null;
  const tallies = needed === null ? [] : await fetchTallies(needed, hasUnits(figure, report));
  return {figure, view: figure.view({...report, tallySet: () => tallies}, selection)};
}

/**
 * Fetches what a figure is drawn from, and draws it once where nobody sees it, so that its first change is as quick as the
 * next: a browser takes its time over code that it runs for the first time.
 */
export async function prepare(drawing: Drawing, shown: DrawnWidth): Promise<void> {
  await viewOf(drawing);
  whenIdle(() => drawFigure(drawing, shown).catch(() => {})); // at a change it is said
}

type LoadedReport = Omit<FigureFacts, "tallySet">;

/** The parts that a figure needs. It reads no others, and its type says so. */
async function fetchReport({needs, page}: Figure): Promise<LoadedReport> {
  const parts = needs.map(async (part) => [part, await fetchPart(part, page)] as const);
  return Object.fromEntries(await Promise.all(parts)) as unknown as LoadedReport;
}

async function fetchPart(part: ReportPart, page: PageId): Promise<unknown> {
  if (part === "solve") return (await import("yalps")).solve;
  return fetchJson(part === "explorer" ? `explore/${page}` : part);
}

const hasUnits = ({page}: Figure, {explorer}: LoadedReport) => explorer?.[page]?.units.populations !== null;

/** What is counted in for a set of variables. */
const fetchTallies = (name: string, withUnits: boolean): Promise<readonly ExplorerTally[]> =>
  fetchOnce(`tallies/${name}`, () => (name === respondentsSet ? fetchRespondents(withUnits) : fetchCombinations(name)));

async function fetchRespondents(withUnits: boolean): Promise<readonly ExplorerTally[]> {
  const [{tallyFromArrow}, response] = await Promise.all([
    import("../../lib/table/counts/tallyFromArrow.js"),
    fetchData("respondents.arrow"),
  ]);
  return [tallyFromArrow(await response.arrayBuffer(), withUnits ? [] : [{name: classColumn, categories: ["all"]}])];
}

async function fetchCombinations(name: string): Promise<readonly ExplorerTally[]> {
  const tallies: readonly PackedTally[] = await (await fetchData(`tallies/${name}.json`)).json();
  return tallies.map(unpackTally);
}

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
