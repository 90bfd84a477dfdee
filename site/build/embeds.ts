import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Figure} from "../../src/components/figure.js";
import {figures} from "../../src/components/figures.js";
import {controlsMarkup} from "../../src/components/markup/controlsMarkup.js";
import {embedFile, figureAddress} from "../../src/components/markup/downloadLinks.js";
import {figureMarkup, figureParts, linksOf} from "../../src/components/markup/figureMarkup.js";
import {markOf, withMark} from "../../src/components/markup/standInMark.js";
import type {Lang} from "../../src/lib/language/text.js";
import {type Markup, markup, trusted} from "../../src/lib/markup.js";
import {initialSelection} from "../../src/lib/selection.js";
import {settings} from "../../src/lib/settings.js";
import {document} from "../document.js";
import {facts, quantities} from "../facts.js";
import {linksFrom} from "../pages/deferredHtml.js";
import {numbersIn} from "../pages/figureBlock.js";
import {numberNotes} from "../pages/numberNotes.js";
import {siteUrl} from "../siteUrl.js";
import {viewOf} from "../views.js";

/** Writes each figure alone on a page, in both languages, to be shown inside somebody else's. */
export function writeEmbeds(output: string): void {
  for (const lang of settings.languages) {
    mkdirSync(join(output, lang, "embed"), {recursive: true});
    for (const figure of figures) writeFileSync(join(output, lang, embedFile(figure.id)), embedPage(figure, lang).html);
  }
}

function embedPage(figure: Figure, lang: Lang): Markup {
  const choices = figure.choices(facts);
  const selection = initialSelection(choices);
  const view = viewOf(figure, selection);
  const linkTo = linksOf(figure.id, view, (quantityId) => quantities.has(quantityId));
  const parts = figureParts(figure, view, {lang, document, linkTo});
  const notes = numbersIn(figure.id);
  const whole = lang === "nb" ? "Hele rapporten" : "The whole report";
  return markup`<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="description" content="${view.subtitle[lang]}">
<title>${view.title[lang]}</title>
<link rel="canonical" href="${figureAddress(figure, {lang, siteUrl})}">
<link rel="stylesheet" href="embed.css">
<script type="module" src="../../components/page.js"></script>${
    choices.length > 0 &&
    markup`
<script type="module" src="../../components/embed.js"></script>`
  }
</head>
<body class="embed">
<main id="observablehq-main">
${choices.length > 0 && controlsMarkup(figure.id, choices, lang)}
${figureMarkup(figure, parts, {lang, selection, level: 1})}
${notes.length > 0 && trusted(linksFrom(`${lang}/${embedFile(figure.id)}`, numberNotes(notes, lang).html))}
<p class="whole"><a target="_top" href="${figureAddress(figure, {lang, siteUrl, search: withMark("", markOf(view))})}">${whole}: ${settings.title[lang]}</a></p>
<p id="status" class="said" role="status"></p>
</main>
</body>
</html>
`;
}
