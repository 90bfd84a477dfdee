import {formatNumber} from "../../lib/language/format.js";
import {inBoth, joinList, type Lang, quoted, type Text} from "../../lib/language/text.js";
import {mostBytes} from "../../lib/table/counts/tallySets.js";
import {isBySize} from "../../lib/table/export/tableFrame.js";
import {levelText} from "../../lib/table/shown/cellText.js";
import type {ExploredTable, Measure} from "../../lib/table/table.js";
import type {AssociationTest, NoTest, TableTest} from "../../lib/table/tableTests.js";
import {answerPanels} from "../charts/crosstab/answerPanels.js";
import type {FigureView} from "../figure.js";
import type {Refusal} from "./made.js";
import type {Needed} from "./needed.js";

/** A figure of a survey that has none of the page’s questions. */
export const nothingToExplore: FigureView = {
  title: {nb: "Det er ingen svar å utforske her", en: "There are no answers to explore here"},
  subtitle: {
    nb: "Kodeboken har ingen av spørsmålene siden handler om.",
    en: "The codebook has none of the questions this page is about.",
  },
  alt: {nb: "Ingen figur.", en: "No figure."},
  note: {nb: "Velg en annen side.", en: "Choose another page."},
  rows: [],
  empty: {nb: "Det er ingen svar å utforske her.", en: "There are no answers to explore here."},
  chart: (options) => answerPanels([], options),
};

/** In the place of what cannot be shown: why. */
export const refusalView = (text: Text): FigureView => ({...nothingToExplore, subtitle: text, empty: text});

/** Why there is no table, and what to do. */
export const refusalWords: Record<Exclude<Refusal, "notInFamily" | "tooMany">, Text> = {
  sameTwice: {
    nb: "Det samme er valgt to ganger. Velg et annet spørsmål, en annen inndeling eller et annet lag.",
    en: "The same thing is chosen twice. Choose another question, breakdown or layer.",
  },
  noNumber: {
    nb: "Gjennomsnitt krever et spørsmål der svaret er et tall. Velg et slikt spørsmål, eller vis prosent.",
    en: "A mean needs a question answered with a number. Choose one that is, or show per cent.",
  },
};

/** Why a table would need more bytes than are fetched, and what to remove; infinitely many where some of it is nowhere. */
export function tooManyText({bytes, largest}: Needed): Text {
  if (bytes === Number.POSITIVE_INFINITY)
    return {
      nb: "Så mange spørsmål er ikke telt opp mot hverandre. Ta bort et filter, et lag eller kolonnene.",
      en: "So many questions have not been counted by each other. Remove a filter, a layer or the columns.",
    };
  const megabytes = (n: number, lang: Lang) => formatNumber(Math.ceil(n / 1e5) / 10, lang, 1);
  const saving = largest && {
    nb: ` Mest sparer du ved å ta bort ${quoted(largest.nb, "nb")}.`,
    en: ` Removing ${quoted(largest.en, "en")} saves most.`,
  };
  return {
    nb: `Tabellen ville kreve at nettleseren henter ${megabytes(bytes, "nb")} MB svar, og grensen er ${megabytes(mostBytes, "nb")} MB. Ta bort et filter, et lag eller kolonnene.${saving?.nb ?? ""}`,
    en: `This table would need ${megabytes(bytes, "en")} MB of answers, and the limit is ${megabytes(mostBytes, "en")} MB. Remove a filter, a layer or the columns.${saving?.en ?? ""}`,
  };
}

/** Why a table is not among those of a file protected by noise, and which there are. */
export function notInFamilyText(rows: Text, offered: readonly {label: Text}[]): Text {
  const list = (lang: Lang) =>
    joinList(
      offered.map(({label}) => quoted(label[lang], lang)),
      lang,
    );
  const none = offered.length === 0;
  return {
    nb: `Denne tabellen er ikke laget. Filen er beskyttet, og hver tabell til ville røpet mer om den enkelte. ${quoted(rows.nb, "nb")} kan ${none ? "bare vises for alle samlet" : `fordeles etter ${list("nb")}`}.`,
    en: `This table has not been made. The file is protected, and each further table would reveal more of every respondent. ${quoted(rows.en, "en")} can be ${none ? "shown of all together only" : `broken down by ${list("en")}`}.`,
  };
}

/** Whether rows and columns are associated, in words. */
export function testText({test, reason}: TableTest): Text {
  if (!test) return noTestWords[reason];
  return inBoth((lang) => {
    const effect = `${{nb: "Cramérs V", en: "Cramér’s V"}[lang]} = ${formatNumber(test.cramersV, lang, 2)}`;
    const numbers = `${pText(test.p, lang)}; ${effect}`;
    if (test.method === "options") return optionsText(test, {lang, numbers});
    return `${(test.p < 0.05 ? associated : notAssociated)[lang]} (${numbers}). ${methodText(test, lang)}`;
  });
}

const associated: Text = {nb: "Signifikant sammenheng", en: "Significant association"};
const notAssociated: Text = {nb: "Ingen signifikant sammenheng", en: "No significant association"};

/** Of a multiple response, of which each option is tested. */
function optionsText(
  {option, tests, p}: Extract<AssociationTest, {method: "options"}>,
  {lang, numbers}: {lang: Lang; numbers: string},
): string {
  const clearest = `${quoted(option[lang], lang)} (${numbers})`;
  const isFound = p < 0.05;
  return lang === "nb"
    ? `${isFound ? `${associated.nb}, tydeligst for` : `${notAssociated.nb} for noe svaralternativ; nærmest er`} ${clearest}. Hvert av ${tests.length} svaralternativer er testet for seg, med Holms justering.`
    : `${isFound ? `${associated.en}, clearest for` : `${notAssociated.en} for any option; the closest is`} ${clearest}. Each of ${tests.length} options is tested separately, with Holm’s adjustment.`;
}

/** A p-value as it is printed: never 0 or 1. */
export function pText(p: number, lang: Lang): string {
  if (p < 0.001) return `p\u00a0<\u00a0${formatNumber(0.001, lang, 3)}`;
  if (p > 0.99) return `p\u00a0>\u00a0${formatNumber(0.99, lang, 2)}`;
  const digits = p >= 0.1 ? 2 : p < 0.05 && p >= 0.0495 ? 4 : 3;
  return `p\u00a0=\u00a0${formatNumber(p, lang, digits)}`;
}

function methodText(test: Exclude<AssociationTest, {method: "options"}>, lang: Lang): string {
  if (test.method === "permutation") {
    const draws = formatNumber(test.draws, lang);
    return lang === "nb"
      ? `Permutasjonstest med inntil ${draws} trekninger, fordi noen av cellene har få svar.`
      : `Permutation test of up to ${draws} draws, because some cells have few answers.`;
  }
  const [numerator, denominator] = [test.numeratorDegrees, test.denominatorDegrees];
  const degrees = `${formatNumber(numerator, lang, 1)}; ${formatNumber(denominator, lang)}`;
  return `${{nb: "Rao–Scott-test", en: "Rao–Scott test"}[lang]}, F(${degrees}) = ${formatNumber(test.f, lang, 2)}.`;
}

const noTestWords: Record<NoTest, Text> = {
  noColumns: {nb: "", en: ""},
  mean: {nb: "", en: ""},
  multipleResponse: {
    nb: "Sammenhengen er ikke testet fordi begge spørsmålene tar flere svar. Velg ett med bare ett svar for å teste.",
    en: "The association is not tested, because both questions take several answers. Choose one with a single answer to test it.",
  },
  nobody: {nb: "Ingen svar å teste.", en: "No answers to test."},
  oneCategory: {
    nb: "Ingenting å teste: Alle svarene står i én rad eller én kolonne.",
    en: "Nothing to test: all answers are in one row or one column.",
  },
  register: {
    nb: "Tallene er fra registeret og gjelder alle enheter, så det er ingenting å teste.",
    en: "The numbers come from the register and cover every unit, so there is nothing to test.",
  },
  tooFew: {
    nb: "Sammenhengen er ikke testet: Det er for få svar.",
    en: "The association is not tested: there are too few answers.",
  },
};

/** What the marks of a chart mean; dots are explained as in every chart of shares. */
export const chartWords: Record<"grouped" | "stacked" | "heat", (level: number) => Text> = {
  grouped: (level) => ({
    nb: `Stolpe: tallet i tabellen; den grå er alle. Strek: ${levelText(level, "nb")} konfidensintervall. Stolper av konstruerte svar er hule.`,
    en: `Bar: the number in the table; grey is everyone. Line: ${levelText(level, "en")} confidence interval. Bars of made-up respondents are hollow.`,
  }),
  stacked: () => ({
    nb: "Hver stolpe er hundre som svarte, delt etter radene i tabellen. Intervallene står i tabellen.",
    en: "Each bar is a hundred respondents, split by the rows of the table. The intervals are in the table.",
  }),
  heat: () => ({
    nb: "Jo kraftigere farge, desto høyere tall. Intervallene står i tabellen.",
    en: "The stronger the colour, the higher the number. The intervals are in the table.",
  }),
};

/** Why responses that overlap are drawn as dots and not stacked. */
export const notStackedText: Text = {
  nb: "Bare prosent av kolonnen for spørsmål med ett svar kan stables, så tallene er tegnet som punkter.",
  en: "Only per cent of the column, for questions with a single answer, can be stacked; these numbers are drawn as dots.",
};

/** Where there is room for one answer only. */
export const oneAnswerText: Text = {
  nb: "Smale skjermer viser ett svar om gangen: det som er valgt under «Svar».",
  en: "Narrow screens show one answer at a time: the one chosen under “Answer”.",
};

/** Which columns and responses are not compared. */
const untested: Text = {
  nb: "Kolonner med færre enn ti svar, svar som for få har gitt, og andeler på 0 eller 100\u00a0% er ikke testet.",
  en: "Columns with fewer than ten answers, responses too few gave, and shares of 0 or 100% are not tested.",
};

/** What letters mean, in a picture. */
export const letterText: Text = {
  nb: "En bokstav sier at tallet er signifikant høyere enn i kolonnen med den bokstaven (Holm-justert, 5\u00a0%).",
  en: "A letter says that the number is significantly higher than in the column with that letter (Holm-adjusted, 5%).",
};

/** The same, and which columns have none. */
export const lettersText: Text = {
  nb: `${letterText.nb} ${untested.nb}`,
  en: `${letterText.en} ${untested.en}`,
};

/** What the marks of differences mean. */
export const differencesText = ({level, measure}: ExploredTable): Text => ({
  nb: `${measure === "mean" ? "Forskjell mellom gjennomsnitt" : "Prosentpoeng"}, med ${levelText(level, "nb")} intervall. Trend: endring fra en gruppe til den neste, der gruppene har en rekkefølge. ★ og tykk strek: signifikant forskjell, p under 0,05 etter Holms justering for alle sammenligningene i tabellen. ${untested.nb}`,
  en: `${measure === "mean" ? "Difference of means" : "Percentage points"}, with ${levelText(level, "en")} intervals. Trend: change from one group to the next, where groups are in order. ★ and a thick line: a significant difference, p below 0.05 after Holm’s adjustment for every comparison in the table. ${untested.en}`,
});

export const symbolsText: Text = {
  nb: "Tegn: «.» ikke stilt, «..» ingen svar, «:» skjult, «-» null. Under fem svar vises antallet i stedet for prosent.",
  en: "Symbols: “.” not asked, “..” no answers, “:” suppressed, “-” nil. Below five answers, the count is shown instead of a percentage.",
};

const share: Text = {nb: "andel", en: "share"};
/** What a dot stands for. */
const dotWords: Partial<Record<Measure, Text>> = {
  count: {nb: "antall", en: "number"},
  mean: {nb: "gjennomsnitt", en: "mean"},
};

/** What the marks mean. */
export function marksText(table: ExploredTable, {hasRange}: {hasRange: boolean}): Text {
  const range: Text = {
    nb: " Grått felt: det sammendraget alene tillater for det samme spørsmålet.",
    en: " Grey band: what the summary alone allows for the same question.",
  };
  return inBoth((lang) => `${markText(table)[lang]}${hasRange ? range[lang] : ""}`);
}

/** Of a file protected by noise. */
function noisyText({rank, measure, level}: ExploredTable): Text {
  const at = inBoth((lang) => levelText(level, lang));
  const {nb, en} = dotWords[measure] ?? share;
  const madeUp =
    rank === "standIn" ? {nb: " blant konstruerte svar", en: " among made-up respondents"} : {nb: "", en: ""};
  return {
    nb: `Punkt: ${nb}${madeUp.nb}, regnet av antall som er endret tilfeldig for å beskytte svarene. Strek: ${at.nb} konfidensintervall, som også tar høyde for endringen. «:» er for få til å vises.`,
    en: `Dot: ${en}${madeUp.en}, from counts to which random noise was added to protect the answers. Line: ${at.en} confidence interval, which takes in the noise. “:” is too few to show.`,
  };
}

function markText(table: ExploredTable): Text {
  const {rank, isProtected, measure, level} = table;
  const at = inBoth((lang) => levelText(level, lang));
  const {nb, en} = dotWords[measure] ?? share;
  const bySize = isBySize(table);
  if (table.noise) return noisyText(table);
  if (isProtected)
    return {
      nb: "Punkt: andel, uvektet og uten intervall. Filen er beskyttet: Bare disse tabellene er publisert, og svarene kan ikke filtreres. «:» er skjult av hensyn til personvern.",
      en: "Dot: share, unweighted and without an interval. The file is protected: only these tables are published, and the answers cannot be filtered. “:” is suppressed to protect privacy.",
    };
  if (rank === "standIn")
    return {
      nb: `Hul ring: ${nb} blant konstruerte svar. Strek: ${at.nb} konfidensintervall, slik det ville vært med ekte svar.`,
      en: `Hollow ring: ${en} among made-up respondents. Line: ${at.en} confidence interval, as it would be for real responses.`,
    };
  if (table.sample)
    return {
      nb: `Punkt: anslått ${nb}. Strek: ${at.nb} konfidensintervall etter utvalgsplanen.`,
      en: `Dot: estimated ${en}. Line: ${at.en} confidence interval by the design of the sample.`,
    };
  return {
    nb: `Punkt: anslått ${nb}. Strek: ${at.nb} konfidensintervall for tallet om alle hadde svart, forutsatt at de som ikke svarte, ligner dem som svarte${bySize ? " i samme størrelsesgruppe og fylke" : ""}.`,
    en: `Dot: estimated ${en}. Line: ${at.en} confidence interval for the number had everyone answered, provided that non-respondents are like respondents${bySize ? " of the same size and county" : ""}.`,
  };
}
