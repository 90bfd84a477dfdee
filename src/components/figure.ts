import type {Field} from "../lib/csv.js";
import type {FigureFacts} from "../lib/facts.js";
import type {Lang, Text} from "../lib/language/text.js";
import type {Markup} from "../lib/markup.js";
import type {PageId} from "../lib/pages.js";
import type {Quantity} from "../lib/quantities/quantity.js";
import {meaningWithoutInterval, type Rank, rankMeaning} from "../lib/quantities/rank.js";
import type {UnitCells} from "../lib/respondents/weighting.js";
import type {Choice, Selection} from "../lib/selection.js";
import type {ExportTable} from "../lib/table/export/tableFrame.js";
import type {TableRequest} from "../lib/table/tabulate.js";
import type {ChartOptions} from "./charts/chart.js";

/** One line of a figure's table and of its downloads. */
export interface Row {
  quantity: Quantity;
  /** Replaces the quantity's own label where the figure calls it something else. */
  label?: Text;
  group?: Text;
  note?: Text;
}

/** A figure for one selection: all that a page, an embed, a picture or a download needs. */
export interface FigureView {
  /** What is found. */
  title: Text;
  /** What is measured, of whom, when. */
  subtitle: Text;
  /** What a reader who cannot see the picture is told it shows. */
  alt: Text;
  /** What the picture's marks mean or where the reader should take care. */
  note: Text;
  rows: readonly Row[];
  /** Claims of the summary that the picture draws beside its numbers. */
  draws?: readonly string[];
  /** What stands in the picture’s place when there are no rows. */
  empty?: Text;
  /** The query of the page that works out what the summary allows for the same group, where it can be asked. */
  askSearch?: string;
  /** What an explorer counted, where the figure is one: its table and its downloads are made of this. */
  explored?: Explored;
  /** Numbers of the view that are no cells of its table, or its rows: files have them before the table. */
  list?: "rows" | ((lang: Lang) => NumberList);
  /** Names the test of association under the table, so that the tests a reader looks at can be counted. */
  tested?: string;
  /** What is open to see: the picture, with its table folded below, the table alone, or both. */
  shows?: "picture" | "table" | "both";
  /** The query of the workbench for the same, where the figure is one of a topic page. */
  workbenchSearch?: string;
  /** Where the filters leave nobody: the choices that bring respondents back, as a query, and what they are called. */
  drop?: {choose: string; label: Text};
  /** Takes the place of the table with a row for each number. */
  table?(options: TableOptions): Markup;
  chart(options: ChartOptions): SVGSVGElement;
}

/** The ranks of a figure's numbers, each once. */
export function ranksOf({rows}: FigureView): Rank[] {
  return [...new Set(rows.map(({quantity}) => quantity.rank))];
}

/** What a rank means of a figure's numbers. */
export function meaningIn({rows}: Pick<FigureView, "rows">, rank: Rank): Text {
  const isCertain = rows.every(({quantity: {rank: own, low, high}}) => own !== "estimated" || low === high);
  return rank === "estimated" && isCertain ? meaningWithoutInterval : rankMeaning[rank];
}

/** Who is credited for a figure's numbers, each once. */
export function sourcesOf({rows}: FigureView, lang: Lang): string[] {
  return [...new Set(rows.map(({quantity}) => quantity.source[lang]))];
}

/** Tables of respondents, one for each combination of layers, and what it takes to make them anew. */
export interface Explored {
  tables: readonly {table: ExportTable; request: TableRequest}[];
  /** Null where the respondents are not published. */
  script: {
    units: UnitCells;
    /** Name of the file of respondents, and of its column of units. */
    csv: string;
    unitColumn?: string;
    hasLaterOptions?: true;
  } | null;
  /** What a script compares each column with; see `RScriptOptions`. */
  compare?: string;
  /** How many times as often those that did not answer would have given a response, where a script supposes it. */
  asOften?: number;
}

/** Numbers one line each, as files have them. */
export interface NumberList {
  /** Of a sheet. */
  name: string;
  columns: readonly string[];
  rows: readonly (readonly Field[])[];
}

/** What a table is written for. */
export interface TableOptions {
  lang: Lang;
  /** Anchor of the number of a row of the view. */
  anchorOf: (row: number) => string;
}

/** A part of the report that figures read. In the browser it is fetched when a figure that needs it is redrawn. */
export type ReportPart = Exclude<keyof FigureFacts, "tallySet">;

/** What a figure that needs these parts is drawn from, and the respondents that it counts. */
export type Given<P extends ReportPart> = Pick<FigureFacts, P | "tallySet">;

/** What the numbers of the summary, and those that follow from them, are made of. */
export const publishedParts = ["summary", "context", "derived"] as const;
export type PublishedPart = (typeof publishedParts)[number];

/** A chart with its words, its table and the choices a reader has in it. Never a number. */
export interface Figure<P extends ReportPart = ReportPart> {
  id: string;
  /** Where it stands; a link to the figure leads there. */
  page: PageId;
  /** The parts of the report that it reads, and no others. */
  needs: readonly P[];
  /** True when it counts respondents: it is a workbench, and what is chosen can be chosen in the picture. */
  explores?: boolean;
  /** The set of tallies that it counts in for a selection; null if it needs none. */
  needsTallies?: (report: Pick<FigureFacts, P>, selection: Selection) => string | null;
  /** What a reader can switch or filter; empty for most. */
  choices: (report: Pick<FigureFacts, P>) => readonly Choice[];
  view: (report: Given<P>, selection: Selection) => FigureView;
}

/** A figure in which there is nothing to choose. */
export function fixedFigure<P extends ReportPart>(
  {id, page, needs}: Pick<Figure<P>, "id" | "page" | "needs">,
  view: (report: Given<P>) => FigureView,
): Figure<P> {
  return {id, page, needs, choices: () => [], view};
}
