import {sum} from "d3";
import {csvText} from "../../../src/lib/csv.js";
import {type Text, textLanguages} from "../../../src/lib/language/text.js";
import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {answeredColumns, columnLabel, variableOf} from "../../../src/lib/respondents/codeTexts.js";
import {type Condition, meets} from "../../../src/lib/respondents/condition.js";
import {dataMark} from "../../../src/lib/respondents/productFile.js";
import type {ProtectedRow, ProtectedTable, ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import type {Respondents, ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import {type Waves, waveVariable} from "../../../src/lib/respondents/waves.js";
import {type RespondentGrouping, respondentsIn} from "../registerGroupings.js";
import {type CountedCategories, countedCategories} from "./countedCategories.js";
import {minimumBase} from "./isPublishable.js";
import {countsBy, everyone, type Question} from "./question.js";
import {type RowStatus, type Suppression, suppress} from "./suppress.js";

/**
 * All that is published of a protected file: each question, and each option of a multiple response, of all respondents and
 * by each grouping; hidden where a row, or the rows together, would tell what somebody answered (`suppress`). Numbers are
 * unweighted: a weighted one by county would tell how many of those that gave an answer are in which size class.
 */
export function protectedTables(
  codebook: Codebook,
  respondents: Respondents,
  groupings: readonly RespondentGrouping[],
  waves?: Waves,
): ProtectedTables {
  const columns = answeredColumns(codebook, respondents).filter(({name}) => !groupings.some(({id}) => id === name));
  const counted = columns.map((column) => countedCategories(codebook, column));
  const questions = columns.map((column, at) => ({
    ...questionOf(codebook, columns, column, counted[at]),
    isNeverAsked: (grouping: number, group: number) =>
      groupings[grouping].id === waveVariable &&
      isNeverAsked(codebook, column, {wave: groupings[grouping].groups[group].code, waves}),
  }));
  const rowsBy = groupings.map(({groups, groupOf}) => ({groups: groups.length, groupOf}));
  const suppression = suppress(questions, rowsBy);
  const tables = columns.map((column, at): ProtectedTable => {
    const {all, groups: statuses} = suppression.get(column.name) as Suppression;
    return {
      column: column.name,
      variable: column.variable,
      option: column.option,
      label: columnLabel(codebook, column),
      categories: counted[at].categories,
      all: rowOf("all", all, countsBy(questions[at], everyone(questions[at]))[0]),
      by: Object.fromEntries(
        groupings.map(({id, groups}, grouping) => {
          const counts = countsBy(questions[at], rowsBy[grouping]);
          return [id, groups.map(({code}, group) => rowOf(code, statuses[grouping][group], counts[group]))];
        }),
      ),
    };
  });
  return {
    codebook: codebook.id,
    rank: respondents.rank,
    minimumBase,
    respondents: respondents.count,
    groupings: groupings.map(({id, label, groups, groupOf}) => ({
      id,
      label,
      groups: respondentsIn(groups.length, groupOf).map((n, at) => ({...groups[at], respondents: n})),
    })),
    tables,
  };
}

/** The tables as JSON, for pages and for anyone who wants them. */
export function protectedTablesJson(tables: ProtectedTables): string {
  return `${JSON.stringify({data: dataMark(tables), ...tables}, null, 1)}\n`;
}

/** The tables as comma-separated text, a line for each count; a count that is not published is empty, and says why. */
export function protectedTablesCsv(tables: ProtectedTables): string {
  const mark = dataMark(tables);
  const lines = tables.tables.flatMap((table) =>
    [{by: "all", rows: [table.all]}, ...tables.groupings.map(({id}) => ({by: id, rows: table.by[id] ?? []}))].flatMap(
      ({by, rows}) =>
        rows.flatMap((row) =>
          table.categories.map(({code, label}, at) => [
            ...[mark, table.column, ...inEach(table.label), by, row.group, row.status],
            row.status === "published" ? row.unweightedBase : null,
            ...[code, ...inEach(label)],
            row.status === "published" ? row.unweightedCounts[at] : null,
          ]),
        ),
    ),
  );
  return csvText(header, lines);
}

const inEach = (text: Text) => textLanguages().map((lang) => text[lang]);

const header = [
  ...["data", "column", ...textLanguages().map((lang) => `label_${lang}`), "by", "group", "status"],
  ...["unweighted_base", "code", ...textLanguages().map((lang) => `code_label_${lang}`), "unweighted_count"],
];

/** True of a question, or an option of one, that a wave did not have: no answer says so, but its codebook. */
function isNeverAsked(
  codebook: Codebook,
  column: ResponseColumn,
  {wave, waves}: {wave: string; waves: Waves | undefined},
): boolean {
  const {name, universe} = variableOf(codebook, column);
  const lacking = waves?.notOffered[name]?.[wave] ?? [];
  if (column.option !== null && lacking.includes(column.option)) return true;
  return universe.some((condition) => condition.variable === waveVariable && !meets(wave, condition));
}

function questionOf(
  codebook: Codebook,
  columns: readonly ResponseColumn[],
  column: ResponseColumn,
  {categories, bandOf}: CountedCategories,
): Question {
  const {name, option, codes} = column;
  return {
    name,
    categories: categories.length,
    isOption: option !== null,
    answers: codes.map((code) => (code < 0 ? code : bandOf[code])),
    dependsOn: variableOf(codebook, column).universe.flatMap((condition) => namesIn(condition, columns)),
  };
}

/** Names of the columns that a condition looks at: of a multiple response only the options it names. */
function namesIn({variable, comparisons}: Condition, columns: readonly ResponseColumn[]): string[] {
  const options = comparisons.map(({code}) => code);
  return columns
    .filter((each) => each.variable === variable && (each.option === null || options.includes(each.option)))
    .map(({name}) => name);
}

function rowOf(group: string, status: RowStatus, unweightedCounts: readonly number[]): ProtectedRow {
  if (status !== "published") return {group, status};
  return {group, status, unweightedBase: sum(unweightedCounts), unweightedCounts};
}
