import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup, trusted} from "../../../src/lib/markup.js";
import type {Codebook, Variable} from "../../../src/lib/respondents/codebook.js";
import {type Condition, serializeCondition} from "../../../src/lib/respondents/condition.js";
import {productFile} from "../../../src/lib/respondents/productFile.js";
import type {ProtectedTables} from "../../../src/lib/respondents/protectedTables.js";
import type {Respondents} from "../../../src/lib/respondents/respondents.js";
import type {Settings} from "../../../src/lib/settings.js";
import type {DescribedColumn, TableColumn} from "../tableColumns.js";

/** Respondents by code of a column, unweighted; null where they are not published. */
export type Frequencies = (column: DescribedColumn) => ReadonlyMap<string, number> | null;

/** What a DDI codebook describes. */
export interface Described {
  codebook: Codebook;
  of: Pick<Respondents, "codebook" | "rank" | "count">;
  columns: readonly DescribedColumn[];
  frequencies: Frequencies;
  /** Name of the file that has a row for each respondent; null of a protected file. */
  table: string | null;
}

/**
 * The survey as DDI-Codebook 2.5 (ddialliance.org): study, file, and each variable with its question, who was asked it, its
 * codes and how many gave each. Elements stand in the order that the schema asks for.
 */
export function ddiCodebook(described: Described, settings: Settings): string {
  const {languages} = settings;
  const [lang] = languages;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="${lang}">
${study(described, settings)}
${described.table && file(described, described.table)}
<dataDscr>
${groups(described, languages)}
${described.columns.map((column, at) => variable(column, at, {...described, languages}))}
</dataDscr>
</codeBook>`.html
  }\n`;
}

/** An element once in each language. */
const inEach = (name: string, text: Text, languages: readonly Lang[]): Markup[] =>
  languages.map((lang) => markup`${trusted(`<${name} xml:lang="${lang}">`)}${text[lang]}${trusted(`</${name}>`)}`);

function study({codebook, of, table}: Described, settings: Settings): Markup {
  const {languages, owner, fieldworkBy, publisher, source, version, published, homepage} = settings;
  const [lang, ...others] = languages;
  const {from, to} = codebook.fieldwork;
  const mark: Text = {
    nb: "Oppdiktede respondenter: ingenting i denne filen er et funn. ",
    en: "Made-up respondents: nothing in this file is a finding. ",
  };
  const abstract = (each: Lang) => (of.rank === "standIn" ? mark[each] : "") + codebook.note[each];
  return markup`<stdyDscr>
<citation>
<titlStmt><titl xml:lang="${lang}">${codebook.title[lang]}</titl>${others.map((each) => markup`<parTitl xml:lang="${each}">${codebook.title[each]}</parTitl>`)}<IDNo>${productFile(of, "")}</IDNo></titlStmt>
<rspStmt><AuthEnty>${owner}</AuthEnty></rspStmt>
<prodStmt><producer>${publisher[lang]}</producer><prodDate date="${published}">${published}</prodDate></prodStmt>
<distStmt><distrbtr URI="${homepage}">${publisher[lang]}</distrbtr><distDate date="${published}">${published}</distDate></distStmt>
<verStmt><version date="${published}">${version}</version></verStmt>
</citation>
<stdyInfo>
${languages.map((each) => markup`<abstract xml:lang="${each}">${abstract(each)}</abstract>`)}
<sumDscr><collDate event="start" date="${from}">${from}</collDate><collDate event="end" date="${to}">${to}</collDate><dataKind>survey data</dataKind></sumDscr>
</stdyInfo>
<method><dataColl>${fieldworkBy && markup`<dataCollector>${fieldworkBy}</dataCollector>`}<sources><dataSrc>${source[lang]}</dataSrc></sources></dataColl></method>
<dataAccs><useStmt>${table === null && markup`<restrctn xml:lang="en">Only tables are published, and nothing by row.</restrctn>`}<conditions xml:lang="en">Creative Commons Attribution 4.0</conditions></useStmt></dataAccs>
</stdyDscr>`;
}

function file({of, columns}: Described, table: string): Markup {
  return markup`<fileDscr ID="F1"><fileTxt><fileName>${table}</fileName><dimensns><caseQnty>${of.count}</caseQnty><varQnty>${columns.length}</varQnty></dimensns><fileType>text/csv</fileType></fileTxt></fileDscr>`;
}

/** Of a question with several answers, the variables that its options are. */
function groups({codebook, columns}: Described, languages: readonly Lang[]): Markup[] {
  return codebook.variables
    .filter(({type}) => type === "multiple")
    .map(({name, label}) => {
      const own = columns.filter(({response}) => response?.variable.name === name);
      return markup`<varGrp ID="G-${name}" type="multipleResp" var="${own.map((each) => `V-${each.name}`).join(" ")}">${inEach("labl", label, languages)}</varGrp>\n`;
    });
}

type Context = Described & {languages: readonly Lang[]};

function variable(column: DescribedColumn, at: number, context: Context): Markup {
  const {languages, columns, table, frequencies} = context;
  const {name, label, codes, response, type, least, greatest} = column;
  const asked = response?.variable;
  const isFirst = asked && columns.findIndex((each) => each.response?.variable === asked) === at;
  const counts = frequencies(column);
  const isWeight = !response && name === "weight";
  const hasWeight = columns.some((each) => !each.response && each.name === "weight");
  return markup`<var ID="V-${name}" name="${name}"${table && markup` files="F1"`}${isWeight && markup` wgt="wgt"`}${asked && hasWeight && markup` wgt-var="V-weight"`}${asked && !isFirst && markup` qstn="Q-${asked.name}"`} intrvl="${type === "number" || type === "integer" ? "contin" : "discrete"}">
${inEach("labl", label, languages)}
${asked && isFirst && question(asked, languages)}
${least !== undefined && response && markup`<valrng><range min="${least}"${greatest !== undefined && markup` max="${greatest}"`}/></valrng>`}
${asked && universe(asked.universe)}
${counts && validity(codes, counts)}
${codes.map(
  ({code, label: meaning, missing}) =>
    markup`<catgry${missing && markup` missing="Y"`}><catValu>${code}</catValu>${inEach("labl", meaning, languages)}${counts?.has(code) && markup`<catStat type="freq" wgtd="not-wgtd">${counts.get(code)}</catStat>`}</catgry>\n`,
)}
<varFormat type="${type === "number" || type === "integer" ? "numeric" : "character"}"${type === "date" && markup` category="date"`}/>
</var>
`;
}

/** What was asked, and after which answers: the routing. */
function question({name, question: text, universe}: Variable, languages: readonly Lang[]): Markup {
  const before = universe.map((condition) => {
    const {variable: from, codes} = serializeCondition(condition);
    return markup`<backward qstn="Q-${from}">${from} = ${codes.join(" | ")}</backward>`;
  });
  return markup`<qstn ID="Q-${name}">${inEach("qstnLit", text, languages)}${before}</qstn>`;
}

/** Of whom it was asked; in words of the codebook's codes, which are the same in every language. */
function universe(conditions: readonly Condition[]): Markup | false {
  if (conditions.length === 0) return false;
  const written = conditions.map(serializeCondition).map(({variable: from, codes}) => `${from} = ${codes.join(" | ")}`);
  return markup`<universe clusion="I">${written.join("; ")}</universe>`;
}

/** Valid answers, and how many are missing if that is known. */
function validity(codes: DescribedColumn["codes"], counts: ReadonlyMap<string, number>): Markup {
  const known = codes.filter(({code, missing}) => missing && counts.has(code));
  const missing = known.reduce((sum, {code}) => sum + (counts.get(code) ?? 0), 0);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return markup`<sumStat type="vald">${all - missing}</sumStat>${known.length > 0 && markup`<sumStat type="invd">${missing}</sumStat>`}`;
}

/** Counts the rows of a table that is published row by row; of what is no answer to a question there is nothing to count. */
export function countedRows(columns: readonly TableColumn[], rows: number): Frequencies {
  return ({name, response, codes}) => {
    const column = columns.find((each) => each.name === name);
    if (!response || !column) return null;
    const counts = new Map(codes.map(({code}) => [code, 0]));
    for (let row = 0; row < rows; row++) {
      const value = String(column.valueAt(row));
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
}

/** What a database counted of each column. */
export const countedTexts =
  (frequencies: ReadonlyMap<string, ReadonlyMap<string, number>>): Frequencies =>
  ({name, codes}) =>
    new Map([...codes.map(({code}) => [code, 0] as const), ...(frequencies.get(name) ?? [])]);

/** What the published tables say of all respondents. A row that is suppressed has no counts; nor has why nobody answered. */
export function publishedCounts({tables}: ProtectedTables): Frequencies {
  return ({name}) => {
    const table = tables.find((each) => each.column === name);
    if (table?.all.status !== "published") return null;
    const {unweightedCounts} = table.all;
    return new Map(table.categories.map(({code}, at) => [code, unweightedCounts[at]]));
  };
}
