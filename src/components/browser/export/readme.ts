import type {Text} from "../../../lib/language/text.js";
import {citation} from "../../../lib/table/export/citation.js";
import {tableFrame} from "../../../lib/table/export/tableFrame.js";
import type {Taken} from "./taken.js";

const say = {
  what: {nb: "SPØRSMÅL OG UTVALG", en: "QUESTION AND SAMPLE"},
  caveats: {nb: "FORBEHOLD", en: "CAVEATS"},
  few: {
    nb: "Tall med stjerne bygger på få svar eller har et bredt konfidensintervall. Under fem svar vises antallet i stedet for prosent.",
    en: "Numbers with a star rest on few answers or have a wide confidence interval. Below five answers, the count is shown instead of a percentage.",
  },
  silent: {
    nb: "Intervallene forutsetter at de som ikke svarte, ligner dem som svarte. Det kan ikke etterprøves med svarene alene.",
    en: "The intervals assume that non-respondents are like respondents. The answers alone cannot show whether they are.",
  },
  files: {nb: "FILER", en: "FILES"},
  run: {
    nb: "Regn ut tabellen på nytt i denne mappen: Rscript table.R (krever R-pakken survey).",
    en: "To recompute the table in this folder: Rscript table.R (needs the R package survey).",
  },
  licence: {nb: "LISENS", en: "LICENCE"},
  cite: {nb: "SLIK SITERER DU", en: "HOW TO CITE"},
} satisfies Record<string, Text>;

const licence = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/";

/** What a reader of an archive has to know of the tables in it, without a day: the same view gives the same text. */
export function readme({figure: {id}, view, lang, address}: Taken, files: readonly string[]): string {
  const {title, subtitle, note, rows, explored} = view;
  const tables = (explored?.tables ?? []).map(({table}) => table);
  const [frame] = tables.map((table) => tableFrame(table, {lang, title}));
  const sections = tables.flatMap((table) => {
    const {filters, base} = tableFrame(table, {lang, title});
    return [filters, base, ...(table.legend ?? []).map((text) => text[lang])];
  });
  const cited = {title, address, rank: rows[0]?.quantity.rank ?? null, id};
  const blocks = [
    [title[lang], frame?.rank],
    [say.what[lang], subtitle[lang], frame?.measure, ...sections, frame?.source, frame?.publisher],
    [say.caveats[lang], note[lang], say.few[lang], say.silent[lang]],
    [say.files[lang], ...files, say.run[lang]],
    [say.licence[lang], licence],
    [say.cite[lang], citation(cited, "txt", lang)],
  ];
  return blocks.map((lines) => `${lines.filter(Boolean).join("\n")}\n`).join("\n");
}
