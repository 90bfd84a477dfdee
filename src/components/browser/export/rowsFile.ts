import {csvText, type Field} from "../../../lib/csv.js";
import type {Lang} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import {settings} from "../../../lib/settings.js";
import {longRecords} from "../../../lib/table/export/longTable.js";
import type {Figure, FigureView, NumberList, Row} from "../../figure.js";

/** Columns of a figure's table as a file, in order. Names are the same in both languages, so that code can rely on them. */
export const columns = [
  "figure",
  "id",
  "group",
  "label",
  "unit",
  "value",
  "low",
  "high",
  "approximate",
  "rank",
  "rank_label",
  "base",
  "time",
  "source",
  "claims",
  "note",
] as const;

type Line = Record<(typeof columns)[number], Field>;

/** One line of the file; a proportion is 0 to 1, and what has no printed value has an empty one, never 0. */
function lineOf(figureId: string, {quantity, label, group, note}: Row, lang: Lang): Line {
  return {
    figure: figureId,
    id: quantity.id,
    group: group?.[lang] ?? null,
    label: (label ?? quantity.label)[lang],
    unit: quantity.unit,
    value: round(quantity.value),
    low: hasEnds(quantity) ? round(quantity.low) : null,
    high: hasEnds(quantity) ? round(quantity.high) : null,
    approximate: quantity.approximate ?? null,
    rank: quantity.rank,
    rank_label: rankLabel[quantity.rank][lang],
    base: quantity.base[lang],
    time: quantity.time[lang],
    source: quantity.source[lang],
    claims: quantity.claims.join(" "),
    note: note?.[lang] ?? null,
  };
}

const hasEnds = ({rank, lack, isWithoutInterval}: Quantity) => rank !== "unknown" && !lack && !isWithoutInterval;

/** Ten decimals: enough for any use, and none of the noise of binary fractions. */
const round = (value: Quantity["value"]) => (value === null ? null : Number(value.toFixed(10)));

/** The table as comma-separated text. */
export function csvFile(figure: Figure, {rows}: FigureView, lang: Lang): string {
  const lines = rows.map((row) => lineOf(figure.id, row, lang));
  return csvText(
    columns,
    lines.map((line) => columns.map((column) => line[column])),
  );
}

const recordsOf = ({columns: names, rows}: NumberList) =>
  rows.map((fields) => Object.fromEntries(fields.map((field, at) => [names[at], field])));

/** The list of a view that has one. */
export function listOf({id}: Pick<Figure, "id">, {list, rows}: FigureView, lang: Lang): NumberList | undefined {
  if (list !== "rows") return list?.(lang);
  const lines = rows.map((row) => lineOf(id, row, lang));
  return {
    name: {nb: "Viste tall", en: "Numbers shown"}[lang],
    columns,
    rows: lines.map((line) => columns.map((column) => line[column])),
  };
}

/** The table as JSON, with title, base and source around it; of respondents with the lines of their CSV. */
export function jsonFile(figure: Figure, view: FigureView, lang: Lang): string {
  const tables = (view.explored?.tables ?? []).map(({table}) => table);
  const cells = longRecords(tables, lang);
  const list = listOf(figure, view, lang);
  const document = {
    figure: figure.id,
    survey: settings.survey,
    version: settings.version,
    language: lang,
    title: view.title[lang],
    subtitle: view.subtitle[lang],
    note: view.note[lang],
    ...(view.explored && {
      tests: tables.map(({legend = []}) =>
        legend
          .map((text) => text[lang])
          .filter(Boolean)
          .join(" "),
      ),
    }),
    rows: list ? recordsOf(list) : view.explored ? cells : view.rows.map((row) => lineOf(figure.id, row, lang)),
    ...(list && {table: cells}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
