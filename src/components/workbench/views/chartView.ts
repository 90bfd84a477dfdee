import {text} from "@observablehq/plot";
import {inBoth, quoted, type Text} from "../../../lib/language/text.js";
import {cellText} from "../../../lib/table/shown/cellText.js";
import type {ExploredTable} from "../../../lib/table/table.js";
import {type ChartOptions, drawPlot, heightOf, ink, textSize, together} from "../../charts/chart.js";
import {type CrosstabChart, crosstabCharts, isStackable} from "../../charts/crosstab/crosstabCharts.js";
import type {Row} from "../../figure.js";
import {compactKeys, keys} from "../choiceKeys.js";
import type {Made, Section, ViewParts} from "../made.js";
import {namedMadeUp} from "../sentences.js";
import {chartWords, letterText, marksText, notStackedText, oneAnswerText} from "../words.js";
import {lettersOf, rangesOf, tableParts} from "./tableView.js";

/** The chart that is chosen, one for each section; its table is folded below. */
export function chartView(made: Made): ViewParts {
  const parts = tableParts(made);
  const {selection, sections} = made;
  const kind = selection.chart as CrosstabChart;
  return {
    ...parts,
    alt: altOf(sections[0].table),
    note: noteOf(made, kind),
    chart: (options) => {
      const common = {
        isOrdered: made.rows.isOrdered,
        answer: made.answer,
        answerKey: isCompact(made) ? compactKeys.show : keys.answer,
        fittedTo: selection.axis === "fit" ? parts.rows : null,
      };
      const charts = drawnSections(made, parts.rows).map(({section, rows}) => {
        const own = {table: section.table, rows, letters: drawnLetters(made, section), ranges: rangesOf(made, section)};
        return crosstabCharts(kind, {...common, ...own}, options);
      });
      return charts.length === 1 ? charts[0] : underTitles(sections, charts, options);
    },
  };
}

/** Sections as they are drawn, each with its own of the figure's rows. */
function drawnSections(made: Made, rows: readonly Row[]): {section: Section; rows: readonly Row[]}[] {
  let end = 0;
  return made.sections.map((section) => {
    const {table} = section;
    const across = table.columns.length;
    const from = end;
    end += table.rows.length * across;
    if (!isShort(made, section)) return {section, rows: rows.slice(from, end)};
    const at = rowAt(table, made.answer);
    const oneRow = {...table, rows: [table.rows[at]], cells: [table.cells[at]]};
    const first = from + at * across;
    return {section: {...section, table: oneRow}, rows: rows.slice(first, first + across)};
  });
}

/** The letters of a section where there are any; on a topic page there are none. */
function drawnLetters(made: Made, section: Section): string[][] | null {
  const letters = made.selection.letters === "on" && !isCompact(made) ? lettersOf(section) : null;
  return letters?.flat().some(Boolean) ? letters : null;
}

/** On a topic page groups are shown for one answer: the picture fits on a screen. */
const isCompact = ({id}: Made) => id !== "explore";
const isShort = (made: Made, {table}: Section) => isCompact(made) && made.columns !== null && table.rows.length > 0;

const rowAt = ({rows}: ExploredTable, answer: string) =>
  Math.max(
    0,
    rows.findIndex(({code}) => code === answer),
  );

/** Small multiples: the chart of each section under its title. */
function underTitles(
  sections: readonly Section[],
  charts: readonly SVGSVGElement[],
  {lang, width, document}: ChartOptions,
) {
  const [head, gap] = [30, 22];
  let y = 0;
  const parts = charts.flatMap((svg, s) => {
    const title = sections[s].title?.[lang] ?? "";
    const heading = drawPlot(
      [
        text([title], {
          frameAnchor: "top-left",
          dy: 6,
          text: (each: string) => each,
          fontWeight: 600,
          fill: ink.text,
          lineWidth: width / textSize(width),
        }),
      ],
      {document, width, height: head, margin: 0, axis: null},
    );
    const placed = [
      {svg: heading, x: 0, y},
      {svg, x: 0, y: y + head},
    ];
    y += head + heightOf(svg) + gap;
    return placed;
  });
  return together(parts, {width, height: Math.max(0, y - gap), document});
}

/** What is said of the marks. */
function noteOf(made: Made, kind: CrosstabChart): Text {
  const [{table}] = made.sections;
  const hasRange = rangesOf(made, made.sections[0]).some(Boolean);
  const dots = marksText(table, {hasRange});
  const isStacked = kind === "stacked" && isStackable(table);
  const marks =
    kind === "dots" || table.isProtected || (kind === "stacked" && !isStacked)
      ? dots
      : chartWords[kind as "grouped"](table.level);
  return inBoth((lang) =>
    [
      kind === "stacked" && !isStacked && !table.isProtected && notStackedText[lang],
      marks[lang],
      (marks === dots || kind === "grouped") &&
        made.sections.some((each) => drawnLetters(made, each)) &&
        letterText[lang],
      kind === "dots" && !isCompact(made) && made.columns && table.rows.length > 1 && oneAnswerText[lang],
    ]
      .filter(Boolean)
      .join(" "),
  );
}

/** The first row in every column, or all rows of everybody: the table holds the rest. */
function altOf(table: ExploredTable): Text {
  const {rows, columns, cells, columnVariable, measure} = table;
  return inBoth((lang) => {
    const listed = columnVariable
      ? columns.map(({label}, c) => `${label[lang]} ${cellText(cells[0]?.[c] ?? missing, measure, lang)}`)
      : rows.map(({label}, r) => `${label[lang]} ${cellText(cells[r][0], measure, lang)}`);
    const of = columnVariable && rows[0] ? ` ${quoted(rows[0].label[lang], lang)}` : "";
    const said =
      lang === "nb"
        ? `figuren viser tallene i tabellen${of ? `; her er${of}` : ""}: ${listed.join("; ")}.`
        : `the chart shows the numbers of the table${of ? `; here is${of}` : ""}: ${listed.join("; ")}.`;
    return namedMadeUp(table, said, lang);
  });
}

const missing = {status: "missing"} as const;
