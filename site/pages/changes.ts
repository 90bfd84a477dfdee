import {readFileSync} from "node:fs";
import {formatDate} from "../../src/lib/language/format.js";
import type {Lang, Text} from "../../src/lib/language/text.js";
import {words} from "../../src/lib/language/words.js";
import {settings} from "../../src/lib/settings.js";

/** What has changed in one version of the report. */
export interface Changes {
  /** Number of the version; null for what is not in one yet. */
  version: string | null;
  /** ISO 8601. */
  date: string | null;
  /** Markdown. */
  text: string;
  /** What it is written in. */
  lang: Lang;
}

const files: Record<Lang, string> = {en: "docs/changelog.md", nb: "docs/changelog.nb.md"};

/** Every version, the newest first. In Norwegian those that have been translated; the others in English. */
export function changesIn(lang: Lang): Changes[] {
  const translated = lang === "en" ? [] : changesOf(lang);
  return changesOf("en").map((each) => translated.find(({version}) => version === each.version) ?? each);
}

/** @throws when a heading is neither "Next" nor a version with its date */
function changesOf(lang: Lang): Changes[] {
  const [, ...sections] = readFileSync(files[lang], "utf8").split(/^## /m);
  return sections.map((section) => {
    const [heading] = section.split("\n", 1);
    const found = /^(?:Next|(\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d))$/.exec(heading);
    if (!found) throw new Error(`unknown version: ${heading} (${files[lang]})`);
    const [, version, date] = found;
    return {version: version ?? null, date: date ?? null, text: section.slice(heading.length).trim(), lang};
  });
}

/** Anchor of a version. */
export const changeAnchor = ({version}: Changes) => (version === null ? "next" : `v-${version.replaceAll(".", "-")}`);

/** A version and its day, in words. */
export function changeTitle({version, date}: Changes, lang: Lang): string {
  if (version === null || date === null) return `${since[lang]} ${settings.version}`;
  return `${words.version[lang]} ${version}, ${formatDate(date, lang)}`;
}

const since: Text = {nb: "Siden versjon", en: "Since version"};
