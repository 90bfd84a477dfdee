import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Figure} from "../../../src/components/figure.js";
import {figures} from "../../../src/components/figures.js";
import {embedFile, figureAddress} from "../../../src/components/markup/downloadLinks.js";
import {markOf, withMark} from "../../../src/components/markup/standInMark.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup, trusted} from "../../../src/lib/markup.js";
import {initialSelection} from "../../../src/lib/selection.js";
import {settings} from "../../../src/lib/settings.js";
import {facts} from "../../facts.js";
import {linksFrom} from "../../pages/deferredHtml.js";
import {controlled, numbersIn, workbenchFor} from "../../pages/figureBlock.js";
import {numberNotes} from "../../pages/numbers/numberNotes.js";
import {cardTags} from "../../share/cardTags.js";
import {siteUrl} from "../../siteUrl.js";
import {viewOf} from "../../views.js";

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
  const notes = numbersIn(figure.id);
  return markup`<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="${view.subtitle[lang]}">
${cardTags({lang, title: view.title[lang], description: view.subtitle[lang], name: `figure-${figure.id}`, view})}
<title>${view.title[lang]}</title>
<link rel="canonical" href="${figureAddress(figure, {lang, siteUrl})}">
<link rel="stylesheet" href="embed.css">
<script type="module" src="../../components/page.js"></script>
<script type="module" src="../../components/tellHeight.js"></script>${
    choices.length > 0 &&
    markup`
<script type="module" src="../../components/embed.js"></script>`
  }
</head>
<body class="embed">
<main id="observablehq-main">
${figure.explores ? workbenchFor(figure, choices, {lang, isAlone: true}) : controlled(figure, choices, selection, {lang, level: 1, isAlone: true})}
${notes.length > 0 && trusted(linksFrom(`${lang}/${embedFile(figure.id)}`, numberNotes(notes, lang).html))}
<p class="whole"><a target="_top" href="${figureAddress(figure, {lang, siteUrl, search: withMark("", markOf(view))})}" data-whole>${whole[lang]}: ${settings.title[lang]}</a></p>
<p id="status" class="said" role="status"></p>
</main>
</body>
</html>
`;
}

const whole: Text = {nb: "Hele figuren", en: "The whole figure"};
