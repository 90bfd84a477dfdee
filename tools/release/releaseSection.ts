import {formatDate} from "../../src/lib/language/format.js";
import type {Lang, Text} from "../../src/lib/language/text.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {changedNumbersFile} from "./changedNumbers.js";
import type {ReleaseRecord} from "./releaseRecord.js";

export const checksumsFile = "SHA256SUMS";

/** Name of the archive of a release. */
export const archiveName = ({survey, version}: ReleaseRecord) =>
  `${survey.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${version}`;

const say = {
  own: {nb: "Denne utgaven", en: "This release"},
  all: {nb: "Utgaver", en: "Releases"},
  stays: {
    nb: "Det som står der, endres aldri. Bruk den når du siterer et tall.",
    en: "What stands there never changes. Use it when you cite a number.",
  },
  changed: {nb: "Tall som er endret siden forrige utgave", en: "Numbers that have changed since the last release"},
  archive: {nb: "Hele nettstedet, til å åpne uten nett (zip)", en: "The whole site, to open without a network (zip)"},
  checksums: {nb: "Kontrollsummer (SHA-256)", en: "Checksums (SHA-256)"},
} satisfies Record<string, Text>;

/** Of a released site: its version, the address that it keeps, and what comes with it. */
export function ownRelease(record: ReleaseRecord, lang: Lang): Markup {
  const {version, published, address} = record;
  return markup`<h2 id="release">${say.own[lang]}</h2>
<p>${version}, ${formatDate(published, lang)}: <a href="${address}${lang}/">${address}${lang}/</a>. ${say.stays[lang]}</p>
<ul><li><a href="${changedNumbersFile}">${say.changed[lang]}</a></li><li><a href="../${archiveName(record)}.zip">${say.archive[lang]}</a></li><li><a href="../${checksumsFile}">${say.checksums[lang]}</a></li></ul>`;
}

/** Of the site that always shows the newest: every release, the newest first. */
export function allReleases(releases: readonly ReleaseRecord[], lang: Lang): Markup {
  return markup`<h2 id="release">${say.all[lang]}</h2>
<p>${say.stays[lang]}</p>
<ul>${releases.map(
    ({version, published}) =>
      markup`<li><a href="../${version}/${lang}/">${version}</a>, ${formatDate(published, lang)} (<a href="../${version}/${lang}/${changedNumbersFile}">${say.changed[lang].toLowerCase()}</a>)</li>`,
  )}</ul>`;
}
