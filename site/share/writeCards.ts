import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {standInLabel} from "../../src/components/charts/drawChart.js";
import {type Figure, sourcesOf} from "../../src/components/figure.js";
import {figures} from "../../src/components/figures.js";
import {isMadeUp} from "../../src/components/markup/standInMark.js";
import type {Lang, Text} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";
import {pages} from "../../src/lib/pages.js";
import {initialSelection} from "../../src/lib/selection.js";
import {settings} from "../../src/lib/settings.js";
import {facts} from "../facts.js";
import {descriptionOf} from "../pages/frontMatter.js";
import {pageText} from "../pages/pageText.js";
import {partsOf, viewOf} from "../views.js";
import {type Card, cardPicture} from "./card.js";
import {cardFile, figureOf} from "./files.js";

/** Writes the picture of every page and every figure that stands beside a shared link, in both languages, as SVG. */
export function writeCards(output: string): void {
  for (const lang of settings.languages) {
    mkdirSync(join(output, lang, "share"), {recursive: true});
    const write = (name: string, card: Card) =>
      writeFileSync(join(output, cardFile(name, lang, "svg")), cardPicture(card));
    for (const figure of figures) write(`figure-${figure.id}`, figureCard(figure, lang));
    for (const {id} of pages) {
      const figure = figureOf(id);
      const title = headingOf(`/${lang}/${id}`);
      const text = descriptionOf(`/${lang}/${id}`);
      write(id, figure ? {...figureCard(figure, lang), title} : {lang, title, text, charts: [], source: credit(lang)});
    }
  }
}

function figureCard(figure: Figure, lang: Lang): Card {
  const selection = initialSelection(figure.choices(facts));
  const view = viewOf(figure, selection);
  const drawn = partsOf(figure, selection, lang).picture.flatMap((each) => [...each.querySelectorAll("svg")]);
  const [source = credit(lang), ...others] = sourcesOf(view, lang);
  return {
    lang,
    title: view.title[lang],
    charts: drawn.slice(0, 2) as SVGSVGElement[],
    ...(isMadeUp(view)
      ? {warning: standInLabel[lang], source: settings.publisher[lang]}
      : {source: `${words.source[lang]}: ${source}${others.length > 0 ? andOthers[lang] : ""}`}),
  };
}

const andOthers: Text = {nb: " og andre", en: ", and others"};

const credit = (lang: Lang) => settings.source[lang];

/** The main heading of a page, which says what is found. @throws when it has none */
function headingOf(path: string): string {
  const [, heading] = /^# (.+?)(?: \{#[\w-]+\})?$/m.exec(pageText(path)) ?? [];
  if (!heading) throw new Error(`page without a heading: ${path}`);
  return heading;
}
