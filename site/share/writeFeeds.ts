import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Lang} from "../../src/lib/language/text.js";
import {type Markup, markup} from "../../src/lib/markup.js";
import {pathOf} from "../../src/lib/pages.js";
import {settings} from "../../src/lib/settings.js";
import {changeAnchor, changesIn, changeTitle} from "../pages/changes.js";
import {absolute} from "../siteUrl.js";
import {feedFile} from "./files.js";

/** Writes what has changed, version by version, as an Atom feed in each language. */
export function writeFeeds(output: string): void {
  for (const lang of settings.languages) writeFileSync(join(output, feedFile(lang)), feed(lang).html);
}

function feed(lang: Lang): Markup {
  const page = absolute(pathOf("changelog", lang));
  const versions = changesIn(lang).filter(({date}) => date !== null);
  const entries = versions.map(
    (each) => markup`<entry xml:lang="${each.lang}">
<title>${changeTitle(each, lang)}</title>
<id>${page}#${changeAnchor(each)}</id>
<link href="${page}#${changeAnchor(each)}"/>
<updated>${each.date}T00:00:00Z</updated>
<content type="text">${each.text}</content>
</entry>
`,
  );
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<title>${settings.title[lang]}</title>
<id>${page}</id>
<link href="${page}"/>
<link rel="self" href="${absolute(feedFile(lang))}"/>
<updated>${versions[0]?.date ?? settings.published}T00:00:00Z</updated>
<author><name>${settings.publisher[lang]}</name></author>
${entries}</feed>
`;
}
