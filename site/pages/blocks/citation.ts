import {readFileSync} from "node:fs";
import {sourceFolder} from "../../../data-loaders/inputs/readSource.js";
import {isLocalAddress} from "../../../src/lib/isLocalAddress.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {settings} from "../../../src/lib/settings.js";
import {citation} from "../../../src/lib/table/export/citation.js";
import {absolute, siteUrl} from "../../siteUrl.js";
import {names, table, texts} from "./table.js";

const file: Text = {nb: "Fil", en: "File"};

/** How to cite the report: as text, and for lists of references. Without an address where the site has none yet. */
export function citationBlock(lang: Lang): Markup {
  const address = isLocalAddress(siteUrl) ? "" : absolute(`${lang}/`);
  const cited = {title: settings.title, address, rank: null, id: null};
  const forms = (["bib", "ris"] as const).map(
    (format) =>
      markup`<details><summary>${formNames[format][lang]}</summary><pre tabindex="0" role="region" aria-label="${formNames[format][lang]}"><code>${citation(cited, format, lang).trim()}</code></pre></details>`,
  );
  return markup`<div class="citation"><p>${citation(cited, "txt", lang)}</p>
${forms}</div>`;
}

const formNames: Record<"bib" | "ris", Text> = {
  bib: {nb: "BibTeX", en: "BibTeX"},
  ris: {nb: "RIS, til Zotero og EndNote", en: "RIS, for Zotero and EndNote"},
};

/** The table of inputs, with origin, date and licence, as the folder of inputs keeps it. */
export function inputsBlock(lang: Lang): Markup {
  const rows = readFileSync(`${sourceFolder}README.md`, "utf8").matchAll(
    /^\| `([^`]+)` \| (.+?) \| (.+?) \| (.+?) \| `/gm,
  );
  const inEnglish = (text: string) => (lang === "en" ? text : markup`<span lang="en">${text}</span>`);
  return table(
    [...rows],
    [
      names(file, ([, path]) => markup`<code>${path}</code>`),
      texts({nb: "Hvor den kommer fra (på engelsk)", en: "Where it comes from"}, ([, , origin]) => inEnglish(origin)),
      texts({nb: "Dato", en: "Date"}, ([, , , date]) => inEnglish(date)),
      texts({nb: "Vilkår (på engelsk)", en: "Licence"}, ([, , , , licence]) => inEnglish(licence)),
    ],
    {lang, label: file},
  );
}
