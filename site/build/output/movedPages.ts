import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {figureById} from "../../../src/components/figures.js";
import {embedFile} from "../../../src/components/markup/downloadLinks.js";
import {keys} from "../../../src/components/workbench/choiceKeys.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {explorerPages} from "../../../src/lib/pages.js";
import {initialSelection} from "../../../src/lib/selection.js";
import {settings} from "../../../src/lib/settings.js";
import {facts} from "../../facts.js";

/** Where a page of an earlier version stood, below the folder of the language, and what shows the same now. */
interface Moved {
  from: string;
  to: string;
}

/** Every address that earlier versions had and this one has not. */
function movedPages(): Moved[] {
  const maps = explorerPages.flatMap((page) => {
    const {show} = initialSelection(figureById(`${page}-answers`).choices(facts));
    if (show === undefined) return [];
    const search = new URLSearchParams({[keys.view]: "map", [keys.rows]: show.split(".")[0], [keys.answer]: show});
    return {from: embedFile(`${page}-map`), to: `explore.html?${search}`};
  });
  return [
    {from: "crosstab.html", to: "explore.html"},
    {from: "utforsk.html", to: "explore.html"},
    {from: "kommune.html", to: "municipality.html"},
    {from: embedFile("crosstab"), to: "explore.html"},
    {from: embedFile("silence"), to: `explore.html?${keys.view}=whatif`},
    ...maps,
  ];
}

/** Writes a page for each that leads on: with a script, the query is taken along; without one, a refresh will do. */
export function writeMovedPages(output: string): void {
  for (const lang of settings.languages)
    for (const moved of movedPages()) {
      const file = join(output, lang, moved.from);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, movedPage(moved, lang).html);
    }
}

function movedPage({from, to}: Moved, lang: Lang): Markup {
  const root = from.includes("/") ? "../.." : "..";
  return markup`<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.moved[lang]}</title>
<script src="${root}/moved.js" data-to="${to}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>
</head>
<body>
<main id="observablehq-main">
<h1>${words.moved[lang]}</h1>
<p><a href="${to}">${words.go[lang]}</a></p>
</main>
</body>
</html>
`;
}

const words = {
  moved: {nb: "Siden er flyttet", en: "This page has moved"},
  go: {nb: "Gå til siden", en: "Go to the page"},
} satisfies Record<string, Text>;
