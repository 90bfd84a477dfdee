import {strToU8, zipSync} from "fflate";
import {csvText} from "../../../lib/csv.js";
import {citation} from "../../../lib/table/export/citation.js";
import {jsonStatOf} from "../../../lib/table/export/jsonStat.js";
import {tableCsv} from "../../../lib/table/export/longTable.js";
import {type ClipboardTable, tableClipboard} from "../../../lib/table/export/tableClipboard.js";
import {tablesRScript} from "../../../lib/table/export/tableRScript.js";
import {tableXlsx} from "../../../lib/table/export/tableXlsx.js";
import {fixedTime} from "../../../lib/table/export/xlsxFile.js";
import type {Explored} from "../../figure.js";
import type {ExportFormat} from "../../markup/downloadLinks.js";
import {readme} from "./readme.js";
import {csvFile, jsonFile, listOf} from "./rowsFile.js";
import {shownClipboard} from "./shownClipboard.js";
import type {Taken} from "./taken.js";

/*
 * Everything that a figure is taken along as, but its picture. Fetched when a reader first takes one: in a file of its own,
 * which shares nothing with what draws, so that drawing stays one file (`site/build/bundle.ts`).
 */

/** What a file holds. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** The forms that are no picture. */
export type WrittenFormat = Exclude<ExportFormat, "svg" | "png" | "zip">;

/**
 * A figure as a file.
 *
 * @throws Error for a form that is not offered of the figure
 */
export async function exportFile(format: WrittenFormat, taken: Taken): Promise<FileContent> {
  return writers[format](taken);
}

/** The figure’s table as a clipboard takes it, for Word and Excel, and as text; null of a figure that counts nobody. */
export function clipboardTableOf({view, lang}: Pick<Taken, "view" | "lang">): ClipboardTable | null {
  const {explored, title, list} = view;
  if (!explored) return null;
  return list ? shownClipboard(view, lang) : tableClipboard(tablesOf(explored), {lang, title});
}

const tablesOf = ({tables}: Explored) => tables.map(({table}) => table);

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
  csv: ({figure, view, lang}) => {
    const list = listOf(figure, view, lang);
    if (list) return csvText(list.columns, list.rows);
    return view.explored ? tableCsv(tablesOf(view.explored), {lang}) : csvFile(figure, view, lang);
  },
  json: ({figure, view, lang}) => jsonFile(figure, view, lang),
  txt: cite("txt"),
  bib: cite("bib"),
  ris: cite("ris"),
  xlsx: explored((made, {figure, view, lang}) =>
    tableXlsx(tablesOf(made), {lang, title: view.title, list: listOf(figure, view, lang)}),
  ),
  jsonstat: explored(
    (made, {view: {title}, lang, address}) =>
      `${JSON.stringify(jsonStatOf(tablesOf(made), {lang, title, address}), null, 1)}\n`,
  ),
  R: explored(({tables, script, compare, asOften}, {view: {title}, lang}) => {
    if (!script) throw new Error("no script for what cannot be computed anew");
    const asked = {...(compare && {compare}), ...(asOften !== undefined && {asOften})};
    return tablesRScript(tables, {...script, ...asked, lang, title});
  }),
};

/** A figure that counts respondents in every form at once, with the respondents that its R script reads. */
export interface ZipContent {
  svg: Uint8Array;
  png: Uint8Array;
  /** The file of respondents. */
  respondents: Uint8Array;
  /** What the files are called, without what they end with. */
  name: string;
}

const zipped = ["xlsx", "csv", "json", "jsonstat", "bib", "ris"] as const;

/** Everything as one archive, the same bytes every time. */
export async function zipFile(taken: Taken, content: ZipContent): Promise<Uint8Array<ArrayBuffer>> {
  const {svg, png, respondents, name} = content;
  const files: Record<string, Uint8Array> = {[`${name}.svg`]: svg, [`${name}.png`]: png};
  for (const format of zipped) files[`${name}.${format}`] = bytesOf(await exportFile(format, taken));
  files["table.R"] = bytesOf(await exportFile("R", taken));
  files[taken.view.explored?.script?.csv ?? ""] = respondents;
  files["README.txt"] = strToU8(readme(taken, Object.keys(files).sort()));
  return zipSync(files, {mtime: fixedTime(), level: 6}) as Uint8Array<ArrayBuffer>;
}

const bytesOf = (content: FileContent) => (typeof content === "string" ? strToU8(content) : content);
