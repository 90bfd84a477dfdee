import {readFileSync} from "node:fs";
import {sourceFolder} from "../../../data-loaders/inputs/readSource.js";
import {formatDate} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {words} from "../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {settings} from "../../../src/lib/settings.js";
import {absolute} from "../../siteUrl.js";

const say = {
  cite: {nb: "Slik siterer du rapporten", en: "How to cite the report"},
  bibtex: {nb: "BibTeX", en: "BibTeX"},
  file: {nb: "Fil", en: "File"},
  origin: {nb: "Hvor den kommer fra (på engelsk)", en: "Where it comes from"},
  date: {nb: "Dato", en: "Date"},
  licence: {nb: "Vilkår (på engelsk)", en: "Licence"},
} satisfies Record<string, Text>;

/** How to cite the report, as text and as BibTeX, with version and date. */
export function citationBlock(lang: Lang): Markup {
  const {publisher, title, version, published, survey} = settings;
  const url = absolute(`${lang}/`);
  const year = published.slice(0, 4);
  const text = `${publisher[lang]} (${year}). ${title[lang]}. ${words.version[lang]} ${version}, ${formatDate(published, lang)}. ${url}`;
  const bibtex = `@misc{betakomm2011explorable,
  title = {${title[lang]}},
  author = {{${publisher[lang]}}},
  year = {${year}},
  version = {${version}},
  url = {${url}},
  note = {${survey}: ${settings.owner}, ${settings.fieldworkBy}}
}`;
  return markup`<div class="citation"><p>${text}</p>
<details><summary>${say.bibtex[lang]}</summary><pre tabindex="0" role="region" aria-label="BibTeX"><code>${bibtex}</code></pre></details></div>`;
}

/** The table of inputs, with origin, date and licence, as the folder of inputs keeps it. */
export function inputsBlock(lang: Lang): Markup {
  const rows = [
    ...readFileSync(`${sourceFolder}README.md`, "utf8").matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \| (.+?) \| `/gm),
  ];
  const other = lang === "nb" ? "en" : undefined;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${say.file[lang]}"><table>
<thead><tr><th scope="col">${say.file[lang]}</th><th scope="col">${say.origin[lang]}</th><th scope="col">${say.date[lang]}</th><th scope="col">${say.licence[lang]}</th></tr></thead>
<tbody>${rows.map(([, file, origin, date, licence]) => {
    const inEnglish = (text: string) => (other ? markup`<span lang="en">${text}</span>` : markup`${text}`);
    return markup`<tr><th scope="row"><code>${file}</code></th><td>${inEnglish(origin)}</td><td>${inEnglish(date)}</td><td>${inEnglish(licence)}</td></tr>`;
  })}</tbody></table></div>`;
}
