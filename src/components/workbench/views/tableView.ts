import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import {markup} from "../../../lib/markup.js";
import type {SummaryRange} from "../../../lib/table/explorer.js";
import {measureLabel} from "../../../lib/table/export/tableFrame.js";
import {levelText} from "../../../lib/table/shown/cellText.js";
import {answerPanels} from "../../charts/crosstab/answerPanels.js";
import type {Explored} from "../../figure.js";
import {crosstabMarkup, letterOf} from "../../markup/crosstabMarkup.js";
import type {Made, Section, ViewParts} from "../made.js";
import {exploredOf, rangeFor, rowsOf} from "../tableNumbers.js";
import {lettersText, symbolsText, testText} from "../words.js";

/** The table alone; a picture of it that is taken along is the chart. */
export function tableView(made: Made, {chart, alt, note}: Pick<ViewParts, "chart" | "alt" | "note">): ViewParts {
  const {rows, columns, sections} = made;
  const [{association, table}] = sections;
  const tested = association()?.test && JSON.stringify([rows.name, columns?.name, table.filters]);
  return {...tableParts(made), chart, alt, note, shows: "table", ...(tested && {tested})};
}

/** What every view has: the numbers, and the table that they stand in. */
export function tableParts(made: Made): ViewParts {
  const {id, explorer, sections} = made;
  const rows = sections.map((section, s) => rowsOf(s === 0 ? id : `${id}-${s + 1}`, section.table));
  return {
    alt: {nb: "Tabell.", en: "Table."},
    note: {nb: "", en: ""},
    rows: rows.flat(),
    empty: {nb: "Ingen rader å vise.", en: "No rows to show."},
    explored: exploredOf(
      explorer,
      sections.map((section) => exportedOf(made, section)),
    ),
    table: ({lang, anchorOf}) =>
      markup`${sections.map((section, s) => {
        const before = rows.slice(0, s).flat().length;
        const title = section.title && markup`<h3>${section.title[lang]}</h3>`;
        return markup`${title}${crosstabMarkup(section.table, {
          lang,
          anchorOf: (row) => anchorOf(before + row),
          caption: captionOf(section),
          letters: made.selection.letters === "on" ? lettersOf(section) : null,
          ranges: rangesOf(made, section),
          legend: legendOf(section),
        })}`;
      })}`,
    chart: (options) => answerPanels([], options),
  };
}

/** A section as it is taken along; a test is computed when a file asks for it. */
function exportedOf({selection}: Made, section: Section): Explored["tables"][number] {
  const table = {
    ...section.table,
    get letters() {
      return selection.letters === "on" ? lettersOf(section) : null;
    },
    get legend() {
      return testsOf(section);
    },
  };
  return {table, request: section.request};
}

/** By [row][column] as shown, the letters of the columns that a cell is above: A is the first column shown. */
export function lettersOf({differences, shown: {rows, columns}}: Section): string[][] | null {
  const letters = differences()?.letters;
  if (!letters) return null;
  const renamed = new Map(columns.map((c, at) => [letterOf(c), letterOf(at)]));
  const rename = (cell: string) => [...cell].map((letter) => renamed.get(letter) ?? letter).join("");
  return rows.map((r) => columns.map((c) => (c === 0 ? "" : rename(letters[r]?.[c - 1] ?? ""))));
}

/** By row what the summary allows of all; the summary does not tell groups apart, but for a filter on one answer. */
export function rangesOf({explorer, rows, columns}: Made, {table}: Section): (SummaryRange | undefined)[] {
  if (columns) return [];
  return table.rows.map(({code}) => rangeFor(explorer, table, rows.name, code));
}

const legendOf = (section: Section): Text[] => [...testsOf(section), symbolsText];

function testsOf(section: Section): Text[] {
  const association = section.association();
  return [...(association ? [testText(association)] : []), ...(section.differences() ? [lettersText] : [])];
}

function captionOf({table}: Section): Text {
  const hasInterval = table.cells.flat().some((cell) => cell.status === "published" && cell.interval !== null);
  return inBoth(
    (lang) => `${measureLabel[table.measure][lang]}${hasInterval ? underText[lang](levelText(table.level, lang)) : ""}`,
  );
}

const underText: Record<Lang, (level: string) => string> = {
  nb: (level) => `, med ${level} konfidensintervall under`,
  en: (level) => `, with ${level} confidence interval below`,
};
