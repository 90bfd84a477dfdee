import type {Lang} from "../../src/lib/language/text.js";
import {missingNote, type ScriptOf, standInWarning} from "./scriptWords.js";
import {missingRange, type NumberLabel, type SpssColumn} from "./spss/spssColumns.js";
import {hasMissing} from "./spss/spssSyntax.js";

/**
 * An R script that reads the table of `spssCsv` into `respondents` and names everything in one language, missing responses
 * as SPSS knows them (package haven); `haven::as_factor` shows labels, `haven::zap_missing` makes them NA.
 */
export function rScript(columns: readonly SpssColumn[], of: ScriptOf, lang: Lang): string {
  const textNames = columns.filter(({kind}) => kind === "text").map(({name}) => `${name} = "character"`);
  const lines = [
    ...[of.title[lang], ...(of.isStandIn ? [standInWarning[lang]] : []), missingNote[lang]].map((line) => `# ${line}`),
    '# install.packages("haven")',
    "",
    `respondents <- read.csv(${quote(of.csv)}, colClasses = c(${textNames.join(", ")}), encoding = "UTF-8")`,
    ...columns.flatMap((column) => assignment(column, lang)),
    "",
  ];
  return lines.join("\n");
}

function assignment(column: SpssColumn, lang: Lang): string[] {
  const at = `respondents$${column.name}`;
  const label = quote(column.label[lang]);
  if (column.kind === "text" || column.labels.length === 0) return [`attr(${at}, "label") <- ${label}`];
  return [
    `${at} <- haven::labelled_spss(`,
    `  as.double(${at}),`,
    `  labels = c(${column.labels.map((each) => named(each, lang)).join(", ")}),`,
    ...(hasMissing(column) ? [`  na_range = c(${missingRange.join(", ")}),`] : []),
    `  label = ${label}`,
    ")",
  ];
}

const named = ({number, label}: NumberLabel, lang: Lang) => `${quote(label[lang])} = ${number}`;

const quote = (text: string) => `"${text.replace(/\s+/g, " ").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
