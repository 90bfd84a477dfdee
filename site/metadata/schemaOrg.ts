import {licence} from "../../data-loaders/downloads/products.js";
import type {Lang} from "../../src/lib/language/text.js";
import {type Markup, trusted} from "../../src/lib/markup.js";
import {pathOf} from "../../src/lib/pages.js";
import {settings} from "../../src/lib/settings.js";
import {absolute} from "../siteUrl.js";
import {type Dataset, datasets} from "./datasets.js";
import {mediaType} from "./mediaType.js";

/** The site's data sets for search engines, as data in a page: it is no script, and nothing runs it. */
export function schemaOrg(lang: Lang): Markup {
  const graph = {"@context": "https://schema.org", "@graph": datasets().map((set) => datasetOf(set, lang))};
  return trusted(`<script type="application/ld+json">${JSON.stringify(graph).replaceAll("<", "\\u003c")}</script>`);
}

function datasetOf({id, title, description, page, files, fieldwork, variables}: Dataset, lang: Lang) {
  const {version, published, owner, publisher, source} = settings;
  return {
    "@type": "Dataset",
    "@id": absolute(`data/#${id}`),
    identifier: id,
    name: title[lang],
    description: description[lang],
    url: absolute(pathOf(page, lang)),
    inLanguage: settings.languages,
    license: licence.path,
    isAccessibleForFree: true,
    version,
    datePublished: published,
    temporalCoverage: `${fieldwork.from}/${fieldwork.to}`,
    creator: {"@type": "Organization", name: owner},
    publisher: {"@type": "Organization", name: publisher[lang]},
    isBasedOn: source[lang],
    variableMeasured: variables.map(({name, label}) => ({"@type": "PropertyValue", name, description: label[lang]})),
    distribution: files.map(({path, size}) => ({
      "@type": "DataDownload",
      name: path.split("/").at(-1),
      contentUrl: absolute(path),
      encodingFormat: mediaType(path),
      ...(size !== undefined && {contentSize: `${size} B`}),
    })),
  };
}
