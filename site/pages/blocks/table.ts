import {rankTag} from "../../../src/components/markup/rankTag.js";
import {capital, type Lang, type Text} from "../../../src/lib/language/text.js";
import {Markup, markup, type Part} from "../../../src/lib/markup.js";
import {rankLabel} from "../../../src/lib/quantities/rank.js";
import {facts} from "../../facts.js";

/** A column of a table: what stands over it, and what each row has in it. */
export interface Column<T> {
  head: Text | Markup;
  cell: (row: T, index: number) => Part;
  kind: "names" | "text" | "numbers";
}

type Make = <T>(head: Column<T>["head"], cell: Column<T>["cell"]) => Column<T>;
/** The column that names each row. */
export const names: Make = (head, cell) => ({head, cell, kind: "names"});
export const texts: Make = (head, cell) => ({head, cell, kind: "text"});
export const numbers: Make = (head, cell) => ({head, cell, kind: "numbers"});

interface TableOptions {
  lang: Lang;
  /** What the table is called where it is scrolled by keys. */
  label: Text;
  caption?: Part;
  /** Sets the cells of a row one under the other on a narrow screen. */
  isStacked?: boolean;
}

/** A table of a page, a line for each row. Where it is wider than the page, it scrolls. */
export function table<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  {lang, label, caption, isStacked}: TableOptions,
): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label[lang]}"><table${isStacked && markup` class="stacked"`}>
${caption && markup`<caption>${caption}</caption>`}
<thead><tr>${columns.map(({head, kind}) => markup`<th scope="col"${classOf(kind)}>${head instanceof Markup ? head : head[lang]}</th>`)}</tr></thead>
<tbody>${rows.map((row, index) => markup`<tr>${columns.map((column) => cellMarkup(column, row, index))}</tr>`)}</tbody></table></div>`;
}

/** A table of what came of the respondents' file. Its caption says how the file's numbers are known, so that none stands unlabelled. */
export function surveyTable<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  {lang, label, caption = label[lang], isStacked}: TableOptions,
): Markup {
  const {rank} = facts.survey;
  const ranked = markup`${rankTag(rank, lang, capital(rankLabel[rank][lang]))} ${caption}`;
  return table(rows, columns, {lang, label, caption: ranked, isStacked});
}

const classOf = (kind: Column<never>["kind"]) => kind === "numbers" && markup` class="number"`;

function cellMarkup<T>({cell, kind}: Column<T>, row: T, index: number): Markup {
  const content = cell(row, index);
  return kind === "names" ? markup`<th scope="row">${content}</th>` : markup`<td${classOf(kind)}>${content}</td>`;
}
