import {formatNumber} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import {groupText} from "../../../lib/table/groupText.js";
import type {ExploredTable, Measure} from "../../../lib/table/table.js";
import type {AssociationTest, NoTest, TableTest} from "../../../lib/table/tableTests.js";
import type {TableRequest} from "../../../lib/table/tabulate.js";
import {byText, namedMadeUp} from "./breakdownWords.js";
import type {Refusal} from "./crosstabRequest.js";

/** What is set against what. */
export function crosstabTitle({rows, columns}: TableRequest, table: ExploredTable): Text {
  return inBoth((lang) => {
    const by = lang === "nb" ? "etter" : "by";
    const text = columns ? `${rows.label[lang]} ${by} ${byText(columns, lang)}` : rows.label[lang];
    return namedMadeUp(table, text, lang);
  });
}

/** What the numbers are, of whom, and what they rest on. */
export function crosstabSubtitle({rows, columns}: TableRequest, table: ExploredTable, hasUnits: boolean): Text {
  const {isProtected, filters, unweightedBase, measure} = table;
  const analysed =
    columns && measure === "rowPercent" ? [columns] : measure === "totalPercent" ? [rows, columns] : [rows];
  const isRouted = analysed.some((variable) => variable && variable.universe.length > 0);
  return inBoth((lang) => {
    const what = measureText(table)[lang];
    const weights = table.isWeighted && hasUnits ? weightWords.on[lang] : weightWords.off[lang];
    const who = unweightedBase ? groupText({filters, hasUnits, isRouted}, unweightedBase, lang) : null;
    const nobody = unweightedBase === null ? hiddenWords[lang] : nobodyWords[lang];
    const unanswered = formatNumber(table.unanswered, lang);
    return lang === "nb"
      ? `${what}, ${weights}. ${who ? `Gjelder ${who}` : nobody}${isProtected ? "" : `; ${unanswered} lot noe stå ubesvart`}.`
      : `${what}, ${weights}. ${who ? `About ${who}` : nobody}${isProtected ? "" : `; ${unanswered} left something unanswered`}.`;
  });
}

/** What the cells of a table show. */
export function measureText({measure, isWeighted}: Pick<ExploredTable, "measure" | "isWeighted">): Text {
  return measure === "count" && !isWeighted ? answeredWords : measureWords[measure];
}

/** What an unweighted count is. */
const answeredWords: Text = {nb: "Antall som svarte", en: "Number that answered"};
const nobodyWords: Text = {nb: "Ingen i dette utvalget har svart", en: "Nobody in this selection has answered"};
const hiddenWords: Text = {
  nb: "Hvor mange som svarte, er skjult av hensyn til personvern",
  en: "How many answered is suppressed to protect privacy",
};

/** What the cells show. */
export const measureWords: Record<Measure, Text> = {
  columnPercent: {nb: "Prosent av kolonnen", en: "Per cent of the column"},
  rowPercent: {nb: "Prosent av raden", en: "Per cent of the row"},
  totalPercent: {nb: "Prosent av alle i tabellen", en: "Per cent of all in the table"},
  count: {nb: "Antall enheter som svarene står for", en: "Number of units that the answers stand for"},
  mean: {nb: "Gjennomsnitt", en: "Mean"},
};

const weightWords = {
  on: {nb: "vektet etter størrelse og fylke", en: "weighted by size and county"},
  off: {nb: "uvektet", en: "unweighted"},
};

/** Whether rows and columns are associated, in words. */
export function testText(found: TableTest): Text {
  if (!found.test) return noTestWords[found.reason];
  const {test} = found;
  return inBoth((lang) => {
    const effect = `${{nb: "Cramérs V", en: "Cramér’s V"}[lang]} = ${formatNumber(test.cramersV, lang, 2)}`;
    return `${(test.p < 0.05 ? associated : notAssociated)[lang]} (${pText(test.p, lang)}; ${effect}). ${methodText(test, lang)}`;
  });
}

/** A p-value as it is printed: never 0 or 1. */
export function pText(p: number, lang: Lang): string {
  if (p < 0.001) return `p < ${formatNumber(0.001, lang, 3)}`;
  if (p > 0.99) return `p > ${formatNumber(0.99, lang, 2)}`;
  const digits = p >= 0.1 ? 2 : p < 0.05 && p >= 0.0495 ? 4 : 3;
  return `p = ${formatNumber(p, lang, digits)}`;
}

const associated: Text = {nb: "Signifikant sammenheng", en: "Significant association"};
const notAssociated: Text = {nb: "Ingen signifikant sammenheng", en: "No significant association"};

function methodText(test: AssociationTest, lang: Lang): string {
  if (test.method === "permutation") {
    const draws = formatNumber(test.draws, lang);
    return lang === "nb"
      ? `Permutasjonstest, ${draws} trekninger, fordi det er få svar i noen av cellene.`
      : `Permutation test, ${draws} draws, because some cells have few answers.`;
  }
  const [numerator, denominator] = [test.numeratorDegrees, test.denominatorDegrees];
  const degrees = `${formatNumber(numerator, lang, 1)}; ${formatNumber(denominator, lang)}`;
  const f = `F(${degrees}) = ${formatNumber(test.f, lang, 2)}`;
  return lang === "nb" ? `Rao og Scotts test, ${f}.` : `Rao–Scott test, ${f}.`;
}

export const noTestWords: Record<NoTest, Text> = {
  noColumns: {nb: "", en: ""},
  multipleResponse: {
    nb: "Sammenhengen er ikke testet: på spørsmål med flere svar kan én respondent stå flere steder i tabellen.",
    en: "The association is not tested: with a multiple response one respondent can be in several places of the table.",
  },
  mean: {nb: "", en: ""},
  nobody: {nb: "Ingen svar å teste.", en: "No answers to test."},
  oneCategory: {
    nb: "Ingenting å teste: alle svarene står i én rad eller én kolonne.",
    en: "Nothing to test: all answers are in one row or one column.",
  },
  register: {
    nb: "Tallene er fra registeret og gjelder alle enheter, så det er ingenting å teste.",
    en: "The numbers are from the register and about all units, so there is nothing to test.",
  },
  tooFew: {
    nb: "Sammenhengen er ikke testet: det er for få svar.",
    en: "The association is not tested: there are too few answers.",
  },
};

/** Why there is no table, and what to do. */
export const refusalWords: Record<Refusal, Text> = {
  tooMany: {
    nb: "Tabellen kan ha fire variabler på en gang, filtre og lag medregnet, og høyst to av dem kan være flersvar. Fylke, størrelse og type enhet teller ikke med. Ta bort et filter, et lag eller kolonnene.",
    en: "The table can have four variables at a time, filters and layer included, and two multiple responses at most. County, size and kind of unit do not count. Take away a filter, the layer or the columns.",
  },
  sameTwice: {
    nb: "Rader og kolonner er det samme. Velg noe annet i en av dem.",
    en: "Rows and columns are the same. Choose something else for one of them.",
  },
  noNumber: {
    nb: "Gjennomsnitt krever at radene er tall. Velg for eksempel antall Facebook-sider i radene, eller et annet mål.",
    en: "A mean requires rows that are numbers. Choose for instance number of Facebook pages in the rows, or another measure.",
  },
};

/** What the marks of a chart mean; dots are explained as in every chart of shares. */
export const chartWords: Record<"grouped" | "stacked" | "heat", Text> = {
  grouped: {
    nb: "Stolpe: tallet i tabellen; den grå er alle. Strek: 95 % konfidensintervall. Stolper av konstruerte svar er hule.",
    en: "Bar: the number in the table; the grey one is all. Line: 95% confidence interval. Bars of made-up respondents are hollow.",
  },
  stacked: {
    nb: "Hver stolpe er hundre som svarte, delt etter radene. Intervallene står i tabellen.",
    en: "Each bar is a hundred that answered, divided by the rows. The intervals are in the table.",
  },
  heat: {
    nb: "Jo kraftigere farge, desto større tall. Intervallene står i tabellen.",
    en: "The stronger the colour, the greater the number. The intervals are in the table.",
  },
};

/** Why responses that overlap are drawn as dots and not stacked. */
export const notStackedText: Text = {
  nb: "Bare prosent av kolonnen for spørsmål med ett svar kan stables, så tallene er tegnet som punkter.",
  en: "Only per cent of the column of questions with one response can be stacked, so the numbers are drawn as dots.",
};

/** What letters mean. */
export const lettersText: Text = {
  nb: "En bokstav sier at tallet er høyere enn i kolonnen med den bokstaven (Holm-justert, 5 %). Kolonner med færre enn ti svar, svar som for få har gitt, og andeler på 0 eller 100 prosent er ikke testet.",
  en: "A letter says that the number is higher than in the column of that letter (Holm-adjusted, 5%). Columns of fewer than ten answers, responses that too few gave, and shares of 0 or 100 per cent are not tested.",
};

export const symbolsText = (lang: Lang) =>
  lang === "nb"
    ? "Tegn: «.» ikke stilt, «..» ingen svar, «:» skjult, «-» null. Under fem svar står antallet i stedet for prosent."
    : "Symbols: “.” not asked, “..” no answers, “:” suppressed, “-” nil. Under five answers the count stands in place of per cent.";
