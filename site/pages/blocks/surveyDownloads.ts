import {formatNumber} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {rankLabel} from "../../../src/lib/quantities/rank.js";
import {fileOf, surveyFolder, surveyProducts} from "../../build/surveyFiles.js";
import {facts, survey} from "../../facts.js";

const say = {
  file: {nb: "Fil", en: "File"},
  holds: {nb: "Hva den inneholder", en: "What it holds"},
  size: {nb: "Størrelse", en: "Size"},
  open: {nb: "Filene til nedlasting", en: "The files for download"},
  protected: {
    nb: "Filen er beskyttet. Ingen rader publiseres, bare tabeller: hvert spørsmål for alle, etter fylke og etter størrelse. Der få har svart, er tallene skjult, og noen andre er skjult for at de ikke skal kunne regnes ut.",
    en: "The file is protected. No rows are published, only tables: each question for all, by county and by size. Where few answered, numbers are suppressed, and some others so that they cannot be worked out.",
  },
} satisfies Record<string, Text>;

/** What a file holds, by how its name ends; the first that fits. */
const holds: readonly [ending: string, text: Text][] = [
  [
    "-spss.csv",
    {
      nb: "Den rensede tabellen med tall for koder, til R og SPSS",
      en: "The clean table with numbers for codes, for R and SPSS",
    },
  ],
  ["-tables.csv", {nb: "Tabellene som publiseres", en: "The tables that are published"}],
  ["-tables.json", {nb: "De samme tabellene for programmer", en: "The same tables for programs"}],
  ["-dictionary.csv", {nb: "Hva hver kolonne og kode betyr", en: "What every column and code means"}],
  ["-dictionary.json", {nb: "Det samme for programmer", en: "The same for programs"}],
  [
    "-changes.csv",
    {nb: "Hver endring: rad, kolonne, før, etter og regel", en: "Every change: row, column, before, after and rule"},
  ],
  [
    "-set-aside.csv",
    {nb: "Hver rad som er lagt til side, med grunn", en: "Every row that was set aside, with its reason"},
  ],
  ["-nb.R", {nb: "Leser tabellen inn i R med norske etiketter", en: "Reads the table into R with Norwegian labels"}],
  ["-en.R", {nb: "Leser tabellen inn i R med engelske etiketter", en: "Reads the table into R with English labels"}],
  [
    "-nb.sps",
    {
      nb: "Leser tabellen inn i SPSS eller PSPP med norske etiketter",
      en: "Reads the table into SPSS or PSPP with Norwegian labels",
    },
  ],
  [
    "-en.sps",
    {
      nb: "Leser tabellen inn i SPSS eller PSPP med engelske etiketter",
      en: "Reads the table into SPSS or PSPP with English labels",
    },
  ],
  [
    "datapackage.json",
    {
      nb: "Beskriver alle filene for programmer (Data Package)",
      en: "Describes all the files for programs (Data Package)",
    },
  ],
  [".parquet", {nb: "Den rensede tabellen i Parquet", en: "The clean table in Parquet"}],
  [
    ".csv",
    {
      nb: "Den rensede tabellen: én rad for hver respondent, koder fra kodeboken",
      en: "The clean table: one row for each respondent, codes of the codebook",
    },
  ],
];

/** The files that a reader may take along, and what each is for. */
export function surveyDownloadsBlock(lang: Lang): Markup {
  const {rank} = facts.survey;
  return markup`${survey.settings.access === "protected" && markup`<p>${say.protected[lang]}</p>`}
<div class="scroll" tabindex="0" role="region" aria-label="${say.open[lang]}"><table>
<caption><span class="rank rank-${rank}">${capital(rankLabel[rank][lang])}</span> ${say.open[lang]}</caption>
<thead><tr><th scope="col">${say.file[lang]}</th><th scope="col">${say.holds[lang]}</th><th scope="col" class="number">${say.size[lang]}</th></tr></thead>
<tbody>${surveyProducts.map((product) => {
    const {path, size} = fileOf(product);
    return markup`<tr><th scope="row"><a href="/${surveyFolder}/${path}" data-file>${path}</a></th><td>${textFor(path)[lang]}</td><td class="number">${sizeText(size, lang)}</td></tr>`;
  })}</tbody></table></div>`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function textFor(path: string): Text {
  const found = holds.find(([ending]) => path.endsWith(ending));
  if (!found) throw new Error(`file that nothing is said of: ${path}`);
  return found[1];
}

function sizeText(bytes: number, lang: Lang): string {
  return `${formatNumber(bytes / 1000, lang, bytes < 10_000 ? 1 : 0)}\u00a0kB`;
}
