import {formatNumber, formatPercent, outwardOf100} from "../../../lib/language/format.js";
import {inBoth, type Lang, type Text} from "../../../lib/language/text.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import type {Choice, Selection} from "../../../lib/selection.js";
import {shareIfSilentDiffer} from "../../../lib/statistics/nonresponse.js";
import {hundredText} from "../../../lib/table/cellText.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {filtersText} from "../../../lib/table/export/tableFrame.js";
import {type NonresponseBounds, nonresponseBounds, type UnknownBounds} from "../../../lib/table/nonresponseBounds.js";
import type {ExploredTable} from "../../../lib/table/table.js";
import {type TableRequest, tabulate} from "../../../lib/table/tabulate.js";
import {answerPanels, type PanelRow} from "../../charts/answerPanels.js";
import type {Figure, FigureView, Given, Row} from "../../figure.js";
import {nothingToExplore} from "./breakdown.js";
import {cellQuantity} from "./breakdownTable.js";
import {namedMadeUp, quoted} from "./breakdownWords.js";
import {crosstabChoices, crosstabKeys} from "./crosstabChoices.js";
import {crosstabRequest, talliesFor} from "./crosstabRequest.js";

const id = "silence";

/** What those who did not answer could make of the rows of a crosstab: at worst, and if they differ by so much. */
export const silence: Figure<"explorer"> = {
  id,
  page: "crosstab",
  explores: true,
  needs: ["explorer"],
  isQuiet: true,
  choices: ({explorer}) => choices(explorer.crosstab),
  needsTallies: ({explorer}, selection) =>
    explorer.crosstab && !explorer.crosstab.isProtected
      ? talliesFor(explorer.crosstab, requestOf(explorer.crosstab, selection))
      : null,
  view,
};

/** Of the crosstab’s own choices those that say which question, and of whom; and how much the silent differ. */
function choices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer || explorer.isProtected) return [];
  const kept: string[] = [crosstabKeys.rows, crosstabKeys.layer, crosstabKeys.net, ...explorer.filters];
  return [oddsChoice, ...crosstabChoices(explorer).filter(({key}) => kept.includes(key))];
}

const oddsChoice: Choice = {
  key: "odds",
  label: {
    nb: "Hvis de som ikke svarte, hadde andre odds for svaret: ganger",
    en: "If those that did not answer had other odds of the response: times",
  },
  kind: "one",
  control: "slider",
  initial: "100",
  unit: {nb: " % av oddsen til dem som svarte", en: "% of the odds of those that answered"},
  options: Array.from({length: 376}, (_, step) => String(25 + step)).map((code) => ({
    code,
    label: {nb: code, en: code},
  })),
};

function requestOf(explorer: PageExplorer, selection: Selection): TableRequest {
  const {rows, filters} = crosstabRequest(explorer, {...selection, columns: "none", measure: "count", weight: "on"});
  return {rows, columns: null, filters, measure: "columnPercent", isWeighted: true};
}

function view({explorer: {crosstab: explorer}, tallySet}: Given<"explorer">, selection: Selection): FigureView {
  if (!explorer) return nothingToExplore;
  if (explorer.isProtected) return untold(isProtectedText);
  const request = requestOf(explorer, selection);
  const name = talliesFor(explorer, request);
  if (name === null) return untold(reasons.notColumnPercent);
  const tabulated = tabulate(explorer, tallySet(name), request);
  const {table} = tabulated;
  const found = table.rows.map((_, row) => nonresponseBounds(explorer, request, tabulated, {row, column: 0}));
  const [first] = found;
  if (first.status === "unknown") return untold(reasons[first.reason]);
  const odds = Number(selection.odds) / 100;
  const lines = found.flatMap((each, row) => (each.status === "known" ? [lineOf(table, row, each, odds)] : []));
  return {
    title: titleOf(table, lines[0], odds),
    subtitle: subtitleOf(table, first, odds),
    alt: altOf(lines),
    note: noteText,
    rows: lines.flatMap(({rows}) => rows),
    chart: (options) =>
      answerPanels([{title: null, isChosen: true, rows: lines.map((line) => drawnLine(line, options.lang))}], options),
  };
}

interface Line {
  label: Text;
  answered: Quantity;
  shown: (lang: Lang) => string;
  band: {low: number; high: number};
  /** Null where nobody answered. */
  supposed: number | null;
  rows: Row[];
}

type Known = Extract<NonresponseBounds, {status: "known"}>;

function lineOf(table: ExploredTable, row: number, {band, response}: Known, odds: number): Line {
  const line = table.rows[row];
  const cell = table.cells[row][0];
  const answered = cellQuantity(cell, {table, row: line, column: table.columns[0], id});
  const supposed = response && Math.round(1000 * shareIfSilentDiffer([response], odds)) / 1000;
  const worst: Quantity = {
    ...answered,
    id: `${answered.id}-worst`,
    value: null,
    ...band,
    lack: undefined,
    isWithoutInterval: false,
  };
  const thought: Quantity = {
    ...answered,
    id: `${answered.id}-supposed`,
    value: supposed,
    low: supposed ?? 0,
    high: supposed ?? 1,
    lack: supposed === null ? "missing" : undefined,
  };
  return {
    label: line.label,
    answered,
    shown: (lang) => hundredText(cell, lang),
    band,
    supposed,
    rows: [
      {quantity: answered, note: kinds.answered},
      {quantity: worst, note: kinds.worst},
      {quantity: thought, note: kinds.supposed},
    ],
  };
}

const kinds: Record<"answered" | "worst" | "supposed", Text> = {
  answered: {
    nb: "hvis de som ikke svarte, er som de som svarte",
    en: "if those that did not answer are like those that did",
  },
  worst: {
    nb: "uansett hva de som ikke svarte, ville ha svart",
    en: "whatever those that did not answer would have said",
  },
  supposed: {nb: "hvis de har de oddsene du har valgt", en: "if they have the odds that you chose"},
};

function drawnLine({label, answered, shown, band, supposed}: Line, lang: Lang): PanelRow {
  return {
    quantity: answered,
    label: label[lang],
    shown: shown(lang),
    range: band,
    colour: "subject",
    ...(supposed !== null && {supposed}),
  };
}

const hundred = (share: number, lang: Lang) => formatNumber(share * 100, lang);

function titleOf(table: ExploredTable, {label, band, supposed}: Line, odds: number): Text {
  return inBoth((lang) => {
    const answer = quoted(label[lang], lang);
    const {low, high} = outwardOf100(band);
    if (band.low === band.high)
      return namedMadeUp(
        table,
        lang === "nb"
          ? `${answer} gjelder ${hundred(band.low, lang)} av 100`
          : `${answer} holds for ${hundred(band.low, lang)} of 100`,
        lang,
      );
    const times = formatNumber(odds, lang, 2);
    const text =
      lang === "nb"
        ? `${answer} kan gjelde ${low}–${high} av 100${supposed === null ? "" : `; ${hundred(supposed, lang)} hvis oddsen til de tause er ${odds === 1 ? "som" : `${times} ganger`} de andres`}`
        : `${answer} may hold for ${low}–${high} of 100${supposed === null ? "" : `; ${hundred(supposed, lang)} if the odds of the silent are ${odds === 1 ? "the same as" : `${times} times`} the others’`}`;
    return namedMadeUp(table, text, lang);
  });
}

function subtitleOf(
  {rowVariable, filters}: ExploredTable,
  {population, respondents, responseRate}: Known,
  odds: number,
): Text {
  return inBoth((lang) => {
    const [n, all] = [formatNumber(respondents, lang), formatNumber(population, lang)];
    const rate = formatPercent(responseRate, lang, 0);
    const times = formatNumber(odds, lang, 2);
    const isAll = respondents === population;
    const group = filters.length > 0 ? `${filtersText(filters)[lang]} ` : "";
    return lang === "nb"
      ? `${rowVariable.label.nb}. ${group}Av hundre i hele gruppen, også dem som ikke svarte. ${n} av ${all} svarte på spørsmålet (${rate}).${isAll ? "" : ` Tenkt odds for svaret blant resten: ${times} ganger.`}`
      : `${rowVariable.label.en}. ${group}Of a hundred of the whole group, those that did not answer too. ${n} of ${all} answered the question (${rate}).${isAll ? "" : ` Supposed odds of the response among the rest: ${times} times.`}`;
  });
}

function altOf(lines: readonly Line[]): Text {
  return inBoth((lang) => {
    const listed = lines.map(({label, shown, band}) => {
      const {low, high} = outwardOf100(band);
      if (band.low === band.high)
        return lang === "nb"
          ? `${label.nb}: ${hundred(band.low, lang)} blant alle`
          : `${label.en}: ${hundred(band.low, lang)} among all`;
      return lang === "nb"
        ? `${label.nb}: ${shown(lang)} blant dem som svarte, mellom ${low} og ${high} blant alle`
        : `${label.en}: ${shown(lang)} among those that answered, between ${low} and ${high} among all`;
    });
    return `${listed.join("; ")}.`;
  });
}

const noteText: Text = {
  nb: "Ring: andelen hvis de som ikke svarte, er som de som svarte i samme størrelsesgruppe og fylke. Strek: 95 % konfidensintervall. Grått felt: alt som er mulig, uansett hva de ville ha svart. Rute på høykant: andelen ved oddsen du har valgt. Hver rad er tenkt for seg.",
  en: "Ring: the share if those that did not answer are like those of their size and county that did. Line: 95% confidence interval. Grey field: all that is possible, whatever they would have said. Diamond: the share at the odds that you chose. Each row is supposed by itself.",
};

/** Nothing can be told: which it is, and what to do. */
function untold(text: Text): FigureView {
  return {
    ...nothingToExplore,
    title: {
      nb: "Hva de som ikke svarte, kan bety, er ukjent her",
      en: "What those that did not answer may mean is unknown here",
    },
    subtitle: text,
    note: {
      nb: "Velg et spørsmål som alle fikk, og filtre fra registeret.",
      en: "Choose a question put to all, and filters from the register.",
    },
    empty: text,
  };
}

const isProtectedText: Text = {
  nb: "Filen er beskyttet: av den er bare faste tabeller publisert.",
  en: "The file is protected: only fixed tables of it are published.",
};

const reasons: Record<UnknownBounds, Text> = {
  notColumnPercent: {nb: "Denne tabellen kan ikke lages.", en: "This table cannot be made."},
  knownRows: {
    nb: "Radene står i registeret, også for dem som ikke svarte.",
    en: "The rows stand in the register, for those that did not answer too.",
  },
  noUnits: {nb: "Ingen vet hvor mange som ikke svarte.", en: "Nobody knows how many did not answer."},
  groupNotKnown: {
    nb: "Et filter bygger på et svar. Hvem av dem som ikke svarte, som hører til gruppen, vet ingen.",
    en: "A filter rests on a response. Who of those that did not answer belong to the group, nobody knows.",
  },
  notAskedOfAll: {
    nb: "Spørsmålet ble bare stilt til noen. Hvem av dem som ikke svarte, som ville fått det, vet ingen.",
    en: "The question was put to some only. Who of those that did not answer would have been asked, nobody knows.",
  },
  noPopulation: {nb: "Det er ingen enheter i gruppen.", en: "There are no units in the group."},
  notPublished: {nb: "Tallet er skjult.", en: "The number is suppressed."},
};
