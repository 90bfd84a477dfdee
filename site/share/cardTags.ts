import type {FigureView} from "../../src/components/figure.js";
import {type Lang, locale} from "../../src/lib/language/text.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {absolute} from "../siteUrl.js";
import {cardSize} from "./card.js";
import {cardFile} from "./files.js";

interface Shared {
  lang: Lang;
  title: string;
  description: string;
  /** Of its picture: the page, or `figure-ID`. */
  name: string;
  /** The figure in the picture, if there is one. */
  view?: FigureView;
}

/** Language and country, as `nn_NO`. */
function openGraphLocale(lang: Lang): string {
  const {language, region} = new Intl.Locale([locale[lang]].flat()[0]).maximize();
  return `${language}_${region}`;
}

/** What those who show a shared link read: title, description, and a picture with its alternative. */
export function cardTags({lang, title, description, name, view}: Shared): Markup {
  const alt = view ? view.title[lang] : `${title}. ${description}`;
  return markup`<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:locale" content="${openGraphLocale(lang)}">
<meta property="og:image" content="${absolute(cardFile(name, lang))}">
<meta property="og:image:width" content="${cardSize.width}">
<meta property="og:image:height" content="${cardSize.height}">
<meta property="og:image:alt" content="${alt}">
<meta name="twitter:card" content="summary_large_image">`;
}
