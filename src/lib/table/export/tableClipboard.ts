import {guardFormula} from "../../csv.js";
import {type Markup, markup} from "../../markup.js";
import {type ShownCell, type ShownTable, shownTable} from "./shownTable.js";
import {type ExportOptions, type ExportTable, type TableFrame, tableFrame} from "./tableFrame.js";

/** What is put on the clipboard: a program takes the form that it knows best. */
export interface ClipboardTable {
  /** For `text/html`. */
  html: string;
  /** For `text/plain`: columns apart by tabs. */
  text: string;
}

/** Tables for the clipboard, with everything that must not be parted from them: filters, base, rank and source. */
export function tableClipboard(tables: readonly ExportTable[], options: ExportOptions): ClipboardTable {
  const made = tables.map((table) => [tableFrame(table, options), shownTable(table, options.lang)] as const);
  return {
    html: made.map(([frame, shown]) => tableHtml(frame, shown, options).html).join("<br>"),
    text: made.map(([frame, shown]) => tableText(frame, shown)).join("\n"),
  };
}

/** What is said over a table, and under it. */
const overOf = ({rank, measure, filters, base}: TableFrame) => [rank, measure, filters, base];
const underOf = ({source, publisher}: TableFrame, {marks}: ShownTable) => [...marks, `${source} ${publisher}`];

const border = "border:1px solid #85918d;padding:2px 6px";
const textStyle = `${border};text-align:left;font-weight:normal`;
const headStyle = `${border};text-align:left;font-weight:bold`;
const numberStyle = `${border};text-align:right`;

/** How cells of a table on the clipboard look, which has no style sheet. */
export const clipboardStyles = {head: textStyle, number: numberStyle};

function tableHtml(frame: TableFrame, shown: ShownTable, {lang}: ExportOptions): Markup {
  const {corner, columns, rows} = shown;
  const width = columns.length + 1;
  return markup`<table lang="${lang}" style="border-collapse:collapse">
<caption style="text-align:left"><strong>${guardFormula(frame.title)}</strong>${overOf(frame).map((line) => markup`<br>${line}`)}</caption>
<thead><tr>${[corner, ...columns].map((label) => markup`<th scope="col" style="${headStyle}">${guardFormula(label)}</th>`)}</tr></thead>
<tbody>${rows.map(rowHtml)}</tbody>
<tfoot><tr><td colspan="${width}" style="text-align:left">${underOf(frame, shown).map((line, at) => markup`${at > 0 && markup`<br>`}${line}`)}</td></tr></tfoot>
</table>`;
}

function rowHtml({label, cells}: {label: string; cells: readonly ShownCell[]}): Markup {
  return markup`<tr><th scope="row" style="${textStyle}">${guardFormula(label)}</th>${cells.map(({text}) => markup`<td style="${numberStyle}">${text}</td>`)}</tr>
`;
}

function tableText(frame: TableFrame, shown: ShownTable): string {
  const {corner, columns, rows} = shown;
  const lines = [
    [frame.title],
    ...overOf(frame).map((line) => [line]),
    [corner, ...columns],
    ...rows.map(({label, cells}) => [label, ...cells.map(({text}) => text)]),
    ...underOf(frame, shown).map((line) => [line]),
  ];
  return lines.map((fields) => `${fields.map(fieldText).join("\t")}\n`).join("");
}

/** A tab or a line break in a label would part its cell in two. */
const fieldText = (text: string) => guardFormula(text.replace(/[\t\r\n]+/g, " "));
