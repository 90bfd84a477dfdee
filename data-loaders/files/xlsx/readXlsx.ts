import {InputError} from "../../inputs/inputError.js";
import type {RawFile} from "../rawFile.js";
import type {RawTable} from "../rawTable.js";
import {TableReader} from "../tableReader.js";
import {Archive} from "./archive.js";
import type {CellContext} from "./cellText.js";
import {readSharedStrings} from "./readSharedStrings.js";
import {readSheet} from "./readSheet.js";
import {readStyles} from "./readStyles.js";
import {readWorkbook, type Sheet, type Workbook} from "./readWorkbook.js";

/**
 * A workbook of the .xlsx kind: its first sheet that has a text in it, hidden sheets last. The first row with a text is the
 * header. Empty rows are no rows; how many there were between others, and the sheets left out, are told in `details`.
 *
 * @throws InputError naming row and column, when the workbook is damaged, cells of the table are merged, or a formula was
 *   never worked out
 */
export async function readXlsx({path, file, size, progress}: RawFile): Promise<RawTable> {
  const archive = await Archive.open(path, {file, size});
  try {
    const workbook = await readWorkbook(archive, file);
    const context = {file, ...(await readContext(archive, workbook, file))};
    const report = (done: number, total: number) => progress(Math.floor((size * done) / Math.max(1, total)), size);
    const [first, ...others] = await sheetsWithText(archive, workbook, context);
    if (first === undefined) throw new InputError("no sheet has a text in it", {file});
    const {read, emptyRows} = await readTable(archive.text(first.part, report), context, size);
    const details = {
      sheet: first.name,
      ...(others.length > 0 && {sheetsNotRead: others.map(({name}) => name).join(", ")}),
      ...(emptyRows > 0 && {emptyRows: String(emptyRows)}),
      ...read.details,
    };
    return {file, format: "xlsx", details, ...read.grid};
  } finally {
    archive.close();
  }
}

type Context = CellContext & {file: string};

async function readContext(archive: Archive, workbook: Workbook, file: string): Promise<CellContext> {
  const {sharedStrings, styles, isFrom1904} = workbook;
  return {
    strings: sharedStrings === null ? [] : await readSharedStrings(archive.text(sharedStrings), file),
    kinds: styles === null ? [] : await readStyles(archive.text(styles), file),
    isFrom1904,
  };
}

async function sheetsWithText(archive: Archive, {sheets}: Workbook, context: Context): Promise<Sheet[]> {
  const found: Sheet[] = [];
  for (const sheet of sheets) if (await hasText(archive, sheet, context)) found.push(sheet);
  return found;
}

/** A sheet with a defect is not empty; which defect is told when it is the one that is read. */
async function hasText(archive: Archive, {part}: Sheet, context: Context): Promise<boolean> {
  const onRow = () => {
    throw new InputError("enough seen", context);
  };
  try {
    await readSheet(archive.text(part), {...context, onRow});
    return false;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

async function readTable(pieces: AsyncIterable<string>, context: Context, size: number) {
  const {file} = context;
  const table = new TableReader(file, {isPadded: true, size});
  const rows: Record<"first" | "last" | "all", number> = {first: 0, last: 0, all: 0};
  const onRow = (cells: string[], row: number) => {
    table.add(cells, row);
    rows.first ||= row;
    rows.last = row;
    rows.all++;
  };
  const merged = await readSheet(pieces, {...context, onRow});
  const read = table.finish();
  checkMerged(merged, {first: table.headerRow, last: rows.last}, file);
  return {read, emptyRows: rows.all === 0 ? 0 : rows.last - rows.first + 1 - rows.all};
}

/** What is said once for several rows or columns is said of none of them alone. Above the header it is a title. */
function checkMerged(merged: readonly string[], {first, last}: {first: number; last: number}, file: string): void {
  const value = merged.find((area) => {
    const [from, to] = (area.match(/\d+/g) ?? []).map(Number);
    return from <= last && (to ?? from) >= first;
  });
  if (value !== undefined) throw new InputError("merged cells: split them up first", {file, value});
}
