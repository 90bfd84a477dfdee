import type {Text} from "../../../src/lib/language/text.js";
import {dataMark} from "../../../src/lib/quantities/dataMark.js";
import type {Codebook, Condition} from "../../../src/lib/respondents/codebook.js";
import {
  answeredColumns,
  type CodeText,
  categoryTexts,
  columnLabel,
  variableOf,
} from "../../../src/lib/respondents/codeTexts.js";
import type {
  ProtectedGroup,
  ProtectedRow,
  ProtectedTable,
  ProtectedTables,
} from "../../../src/lib/respondents/protectedTables.js";
import {codeOfReason, type Respondents, type ResponseColumn} from "../../../src/lib/respondents/respondents.js";
import {byteOrderMark, csvLines} from "../../../src/lib/table/export/csvLines.js";

import {minimumBase} from "./isPublishable.js";
import {notAsked, type Question, unanswered} from "./question.js";
import {type RowStatus, suppress} from "./suppress.js";

/** What respondents are grouped by, as county or size class: each is in one group. */
export interface RespondentGrouping {
  id: string;
  label: Text;
  groups: readonly Omit<ProtectedGroup, "respondents">[];
  /** Respondent by respondent an index into `groups`. */
  groupOf: Int32Array;
}

/**
 * All that is published of a protected file: each question, and each option of a multiple response, of all respondents and
 * by each grouping; hidden where a row, or the rows together, would tell what somebody answered (`suppress`). Numbers are
 * unweighted: a weighted one by county would tell how many of those that gave an answer are in which size class.
 */
export function protectedTables(
  codebook: Codebook,
  respondents: Respondents,
  groupings: readonly RespondentGrouping[],
): ProtectedTables {
  const columns = answeredColumns(codebook, respondents).map((column) => banded(codebook, column));
  const questions = columns.map((column) => questionOf(codebook, respondents, column));
  const suppression = suppress(
    questions,
    groupings.map(({groups, groupOf}) => ({groups: groups.length, groupOf})),
  );
  const tables = columns.map(({column, categories}, at): ProtectedTable => {
    const question = questions[at];
    const statuses = suppression.get(question.name);
    if (!statuses) throw new Error(`question without a decision: ${question.name}`);
    return {
      column: column.name,
      variable: column.variable,
      option: column.option,
      label: columnLabel(codebook, column),
      categories,
      all: rowOf("all", statuses.all, question, () => true),
      by: Object.fromEntries(
        groupings.map(({id, groups, groupOf}, grouping) => [
          id,
          groups.map(({code}, group) =>
            rowOf(code, statuses.groups[grouping][group], question, (i) => groupOf[i] === group),
          ),
        ]),
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
      groups: groups.map((group, at) => ({...group, respondents: groupOf.filter((each) => each === at).length})),
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
    [{by: "all", rows: [table.all]}, ...tables.groupings.map(({id}) => ({by: id, rows: table.by[id]}))].flatMap(
      ({by, rows}) =>
        rows.flatMap((row) =>
          table.categories.map(({code, label}, at) => [
            ...[mark, table.column, table.label.nb, table.label.en, by, row.group, row.status],
            row.status === "published" ? row.unweightedBase : null,
            ...[code, label.nb, label.en],
            row.status === "published" ? row.unweightedCounts[at] : null,
          ]),
        ),
    ),
  );
  return byteOrderMark + [...csvLines(header, lines)].join("");
}

const header = [
  ...["data", "column", "label_nb", "label_en", "by", "group", "status"],
  ...["unweighted_base", "code", "code_label_nb", "code_label_en", "unweighted_count"],
];

interface BandedColumn {
  column: ResponseColumn;
  categories: CodeText[];
  /** The category of each category of the column. */
  bandOf: readonly number[];
}

/** Counts in two bands, the least number and all above it: single large numbers would name their unit. */
function banded(codebook: Codebook, column: ResponseColumn): BandedColumn {
  const variable = variableOf(codebook, column);
  const texts = categoryTexts(codebook, column);
  if (variable.type !== "count") return {column, categories: texts, bandOf: texts.map((_, at) => at)};
  const least = variable.least;
  const bands = [String(least), `${least + 1}+`].map(
    (code): CodeText => ({
      code,
      label: {nb: code.replace("+", " eller flere"), en: code.replace("+", " or more")},
    }),
  );
  return {column, categories: bands, bandOf: column.categories.map((number) => (Number(number) === least ? 0 : 1))};
}

function questionOf(codebook: Codebook, {columns}: Respondents, {column, categories, bandOf}: BandedColumn): Question {
  const silent = codeOfReason("notAsked");
  return {
    name: column.name,
    categories: categories.length,
    isOption: column.option !== null,
    answers: column.codes.map((code) => (code >= 0 ? bandOf[code] : code === silent ? notAsked : unanswered)),
    dependsOn: variableOf(codebook, column).universe.flatMap((condition) => namesIn(condition, columns)),
  };
}

/** Names of the columns that a condition looks at: of a multiple response only the options it names. */
function namesIn({variable, codes}: Condition, columns: readonly ResponseColumn[]): string[] {
  const options = codes.map((code) => code.replace(/^!/, ""));
  return columns
    .filter((each) => each.variable === variable && (each.option === null || options.includes(each.option)))
    .map(({name}) => name);
}

function rowOf(
  group: string,
  status: RowStatus,
  {answers, categories}: Question,
  isIn: (respondent: number) => boolean,
): ProtectedRow {
  if (status !== "published") return {group, status};
  const unweightedCounts = new Array<number>(categories).fill(0);
  for (const [i, answer] of answers.entries()) if (answer > unanswered && isIn(i)) unweightedCounts[answer]++;
  return {group, status, unweightedBase: unweightedCounts.reduce((sum, each) => sum + each, 0), unweightedCounts};
}
