import {packageFile} from "../../../../data-loaders/downloads/products.js";
import {formatNumber} from "../../../../src/lib/language/format.js";
import {inBoth, type Lang, languageName, type Text} from "../../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import {surveyFolder, surveyProducts} from "../../../build/output/surveyFiles.js";
import {names, numbers, surveyTable, texts} from "../table.js";

/** What a file holds, by how its name ends; the first that fits. */
const holds: Readonly<Record<string, Text>> = {
  "-spss.csv": {
    nb: "Den rensede tabellen med tall for koder, til R og SPSS",
    en: "The clean table with numbers for codes, for R and SPSS",
  },
  "-tables.csv": {nb: "Tabellene som publiseres", en: "The tables that are published"},
  "-tables.json": {nb: "De samme tabellene for programmer", en: "The same tables for programs"},
  "-frequencies.csv": {
    nb: "Hvor mange som har hver kode i hver kolonne",
    en: "How many have each code in each column",
  },
  "-dictionary.csv": {nb: "Hva hver kolonne og kode betyr", en: "What every column and code means"},
  "-dictionary.json": {nb: "Det samme for programmer", en: "The same for programs"},
  "-changes.csv": {
    nb: "Hver endring: rad, kolonne, før, etter og regel",
    en: "Every change: row, column, before, after and rule",
  },
  "-set-aside.csv": {
    nb: "Hver rad som er lagt til side, med grunn",
    en: "Every row that was set aside, with its reason",
  },
  "-nb.R": {nb: "Leser tabellen inn i R med norske etiketter", en: "Reads the table into R with Norwegian labels"},
  "-en.R": {nb: "Leser tabellen inn i R med engelske etiketter", en: "Reads the table into R with English labels"},
  "-nb.sps": {
    nb: "Leser tabellen inn i SPSS eller PSPP med norske etiketter",
    en: "Reads the table into SPSS or PSPP with Norwegian labels",
  },
  "-en.sps": {
    nb: "Leser tabellen inn i SPSS eller PSPP med engelske etiketter",
    en: "Reads the table into SPSS or PSPP with English labels",
  },
  "-ddi.xml": {
    nb: "Kodebok for programmer og arkiver: spørsmål, hvem som fikk dem, koder og antall (DDI-Codebook 2.5)",
    en: "Codebook for programs and archives: questions, who was asked them, codes and counts (DDI-Codebook 2.5)",
  },
  "csv-metadata.json": {
    nb: "Beskriver CSV-filene for programmer (CSV on the Web)",
    en: "Describes the CSV files for programs (CSV on the Web)",
  },
  "datapackage.json": {
    nb: "Beskriver alle filene for programmer (Data Package)",
    en: "Describes all the files for programs (Data Package)",
  },
  ".parquet": {nb: "Den rensede tabellen i Parquet", en: "The clean table in Parquet"},
  ".csv": {
    nb: "Den rensede tabellen: én rad for hver respondent, koder fra kodeboken",
    en: "The clean table: one row for each respondent, codes of the codebook",
  },
};

/** The files that a reader may take along, and what each is for. */
export function surveyDownloadsBlock(lang: Lang): Markup {
  return surveyTable(
    surveyProducts.map(packageFile),
    [
      names({nb: "Fil", en: "File"}, ({path}) => markup`<a href="/${surveyFolder}/${path}" data-file>${path}</a>`),
      texts({nb: "Hva den inneholder", en: "What it holds"}, ({path}) => textFor(path)[lang]),
      numbers({nb: "Størrelse", en: "Size"}, ({size}) => sizeText(size, lang)),
    ],
    {lang, label: {nb: "Filene til nedlasting", en: "The files for download"}},
  );
}

function textFor(path: string): Text {
  const plain = path.replace(/\.gz$/, "");
  const found = Object.entries(holds).find(([ending]) => plain.endsWith(ending))?.[1] ?? textForScript(plain);
  if (!found) throw new Error(`file that nothing is said of: ${path}`);
  return found;
}

/** Of a script in a language that the source is not written in. */
function textForScript(path: string): Text | null {
  const [, code, program] = /-([a-z]{2,3})\.(R|sps)$/.exec(path) ?? [];
  if (!code) return null;
  const language = inBoth((lang) => languageName(code as Lang, lang));
  return program === "R"
    ? {
        nb: `Leser tabellen inn i R med etiketter på ${language.nb}`,
        en: `Reads the table into R with labels in ${language.en}`,
      }
    : {
        nb: `Leser tabellen inn i SPSS eller PSPP med etiketter på ${language.nb}`,
        en: `Reads the table into SPSS or PSPP with labels in ${language.en}`,
      };
}

function sizeText(bytes: number, lang: Lang): string {
  return `${formatNumber(bytes / 1000, lang, bytes < 10_000 ? 1 : 0)}\u00a0kB`;
}
