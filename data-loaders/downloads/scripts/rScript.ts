import type {Lang} from "../../../src/lib/language/text.js";
import {toR} from "../../../src/lib/table/export/rValue.js";
import type {TableColumn} from "../tableColumns.js";
import {hasMissing, missingRange, type ScriptOf, scriptHead} from "./spssColumns.js";

/**
 * An R script that reads the table of `spssColumns` into `respondents` and names everything in one language, missing responses
 * as SPSS knows them (package haven); `haven::as_factor` shows labels, `haven::zap_missing` makes them NA.
 */
export function rScript(columns: readonly TableColumn[], of: ScriptOf, lang: Lang): string {
  const textNames = columns.filter(({width}) => width !== null).map(({name}) => `${name} = "character"`);
  const lines = [
    ...scriptHead(of, lang).map((line) => `# ${line}`),
    '# install.packages("haven")',
    "",
    `respondents <- read.csv(${toR(of.csv)}, colClasses = c(${textNames.join(", ")}), encoding = "UTF-8")`,
    ...columns.flatMap((column) => assignment(column, lang)),
    "",
  ];
  return lines.join("\n");
}

function assignment(column: TableColumn, lang: Lang): string[] {
  const at = `respondents$${column.name}`;
  const label = toR(column.label[lang]);
  if (column.width !== null || column.codes.length === 0) return [`attr(${at}, "label") <- ${label}`];
  return [
    `${at} <- haven::labelled_spss(`,
    `  as.double(${at}),`,
    `  labels = c(${column.codes.map(({number, label: meaning}) => `${toR(meaning[lang])} = ${number}`).join(", ")}),`,
    ...(hasMissing(column) ? [`  na_range = c(${missingRange.join(", ")}),`] : []),
    `  label = ${label}`,
    ")",
  ];
}
