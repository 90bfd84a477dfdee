import {formatDate} from "../../src/lib/language/format.js";
import type {Lang, Text} from "../../src/lib/language/text.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {compareSites, type SiteDifference} from "../compareSites.js";
import type {ReleaseRecord} from "./releaseRecord.js";

/** Where the page stands in the folder of a language. */
export const changedNumbersFile = "changed-numbers.html";

/** Files that hold numbers; pictures and archives are made of the same. */
const ofNumbers = /\.(html|csv|json|jsonstat|xml)$/;

/** Texts of a release that differ from those of every other, whatever its numbers. */
const ownTexts = ({address, version, published}: ReleaseRecord) => [
  address,
  version,
  published,
  ...(["nb", "en"] as const).map((lang) => formatDate(published, lang)),
];

export interface Release {
  folder: string;
  record: ReleaseRecord;
}

/** Every number that differs between two releases, page by page. */
export function changedBetween(before: Release, after: Release): SiteDifference[] {
  const ignore = [ownTexts(before.record), ownTexts(after.record)] as const;
  return compareSites(before.folder, after.folder, {ignore}).filter(
    ({file}) => ofNumbers.test(file) && !file.endsWith(changedNumbersFile) && !notNumbers.has(file),
  );
}

/** Files in which checksums of others stand, and what names files. */
const notNumbers = new Set(["release.json", "sbom.json", "data/catalog.jsonld", "data/respondents/datapackage.json"]);

const say = {
  title: {nb: "Tall som er endret", en: "Numbers that have changed"},
  none: {nb: "Ingen tall er endret.", en: "No number has changed."},
  first: {nb: "Dette er den første utgaven.", en: "This is the first release."},
  before: {nb: "Før", en: "Before"},
  after: {nb: "Nå", en: "Now"},
  added: {nb: "ny", en: "new"},
  removed: {nb: "fjernet", en: "removed"},
  changed: {nb: "endret", en: "changed"},
  files: {nb: "Filer", en: "Files"},
  back: {nb: "Sitering og utgaver", en: "How to cite, and releases"},
} satisfies Record<string, Text>;

const since = (before: string, after: string): Text => ({
  nb: `Fra versjon ${before} til ${after}, side for side. Samme tall kan stå flere steder.`,
  en: `From version ${before} to ${after}, page by page. The same number may stand in several places.`,
});

/**
 * The page of what has changed in which number since the last release.
 *
 * @param differences null of a first release
 */
export function changedNumbersPage(
  differences: readonly SiteDifference[] | null,
  {before, after, lang}: {before: string; after: string; lang: Lang},
): string {
  const own = differences?.filter(({file}) => file.startsWith(`${lang}/`) || !/^(nb|en)\//.test(file)) ?? [];
  const pages = own.filter(({file}) => file.endsWith(".html"));
  const files = own.filter(({file}) => !file.endsWith(".html"));
  return `<!DOCTYPE html>\n${
    markup`<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say.title[lang]}, ${after}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}h2{overflow-wrap:anywhere}@media (prefers-color-scheme:dark){:root{color-scheme:dark}}</style></head>
<body><main><h1>${say.title[lang]}</h1>
<p>${differences ? since(before, after)[lang] : say.first[lang]}</p>
${differences && own.length === 0 && markup`<p>${say.none[lang]}</p>`}
${pages.map((each) => pageOf(each, lang))}
${files.length > 0 && markup`<h2>${say.files[lang]}</h2><ul>${files.map(({file, kind}) => markup`<li>${file}: ${say[kind][lang]}</li>`)}</ul>`}
<p><a href="citation.html#release">${say.back[lang]}</a></p></main></body></html>`.html
  }\n`;
}

function pageOf({file, kind, before, after}: SiteDifference, lang: Lang): Markup {
  const name = file.slice(file.indexOf("/") + 1);
  const list = (title: string, texts: readonly string[]) =>
    texts.length > 0 && markup`<dt>${title}</dt>${texts.map((text) => markup`<dd>${text}</dd>`)}`;
  if (kind !== "changed") return markup`<h2>${name}: ${say[kind][lang]}</h2>`;
  return markup`<h2><a href="${name}">${name}</a></h2><dl>${list(say.before[lang], before)}${list(say.after[lang], after)}</dl>`;
}
