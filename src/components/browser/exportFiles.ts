import type {Lang} from "../../lib/language/text.js";
import {citation} from "../../lib/table/export/citation.js";
import {jsonStat} from "../../lib/table/export/jsonStat.js";
import {type ClipboardTable, tableClipboard} from "../../lib/table/export/tableClipboard.js";
import {tableCsv} from "../../lib/table/export/tableCsv.js";
import {tableRScript} from "../../lib/table/export/tableRScript.js";
import {tableXlsx} from "../../lib/table/export/tableXlsx.js";
import type {Explored, Figure, FigureView} from "../figure.js";
import type {ExportFormat} from "../markup/downloadLinks.js";
import {csvFile, jsonFile} from "./rowsFile.js";

/*
 * Everything that a figure is taken along as, but its picture. Fetched when a reader first takes one: in a file of its own,
 * which shares nothing with what draws, so that drawing stays one file (`site/build/bundle.ts`).
 */

/** What is taken along: a figure as it is seen, in one language, and where it stands. */
export interface Taken {
  figure: Figure;
  view: FigureView;
  lang: Lang;
  /** The address that shows just this. */
  address: string;
}

/** What a file holds. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** The forms that are no picture. */
export type WrittenFormat = Exclude<ExportFormat, "svg" | "png">;

/**
 * A figure as a file.
 *
 * @throws Error for a form that is not offered of the figure
 */
export async function exportFile(format: WrittenFormat, taken: Taken): Promise<FileContent> {
  return writers[format](taken);
}

/** The figure’s table as a clipboard takes it, for Word and Excel, and as text; null of a figure that counts nobody. */
export function clipboardTableOf({view: {explored, title}, lang}: Pick<Taken, "view" | "lang">): ClipboardTable | null {
  return explored ? tableClipboard(explored.table, {lang, title}) : null;
}

type Writer = (taken: Taken) => FileContent | Promise<FileContent>;

const cite =
  (format: "txt" | "bib" | "ris"): Writer =>
  ({figure: {id}, view: {title, rows}, lang, address}) =>
    `${citation({title, address, rank: rows[0]?.quantity.rank ?? null, id}, format, lang).trimEnd()}\n`;

/** Of a figure that counts respondents. */
const explored =
  (write: (explored: Explored, taken: Taken) => FileContent | Promise<FileContent>): Writer =>
  (taken) => {
    if (!taken.view.explored) throw new Error(`a figure that counts nobody: ${taken.figure.id}`);
    return write(taken.view.explored, taken);
  };

const writers: Record<WrittenFormat, Writer> = {
  csv: ({figure, view, lang}) => (view.explored ? tableCsv(view.explored.table, {lang}) : csvFile(figure, view, lang)),
  json: ({figure, view, lang}) => jsonFile(figure, view, lang),
  txt: cite("txt"),
  bib: cite("bib"),
  ris: cite("ris"),
  xlsx: explored(({table}, {view: {title}, lang}) => tableXlsx(table, {lang, title})),
  jsonstat: explored(
    ({table}, {view: {title}, lang, address}) =>
      `${JSON.stringify(jsonStat(table, {lang, title, address}), null, 1)}\n`,
  ),
  R: explored(({table, script}, {view: {title}, lang}) => {
    if (!script) throw new Error("no script for what cannot be computed anew");
    return tableRScript(table, script.request, {...script, lang, title});
  }),
};
