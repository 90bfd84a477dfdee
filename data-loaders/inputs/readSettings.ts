import type {Claim} from "../../src/lib/claims/claim.js";
import {locale} from "../../src/lib/language/text.js";
import type {Settings} from "../../src/lib/settings.js";
import {numbersOf} from "./checks/numbersOf.js";
import {InputError} from "./inputError.js";
import {sourceLanguages} from "./languages/siteLanguages.mjs";
import type {SourceReader} from "./readSource.js";
import {parseJson} from "./readTable.js";
import {schemaDefect, valueAt} from "./schemaDefect.js";
import {settings} from "./schemas/settings.js";

const file = "settings.json";

/**
 * What the survey's owner says of it and of the site.
 *
 * @throws InputError naming field and value of the first defect
 */
export function readSettings(read: SourceReader): Settings {
  const loose = parseJson(read(file), file);
  const {data, error} = settings.safeParse(loose);
  const missing = error?.issues.filter(({path}) => path.length === 1 && valueAt(loose, path) === undefined) ?? [];
  if (missing.length > 0)
    throw new InputError(`settings that are missing: ${missing.map(({path}) => String(path[0])).join(", ")}`, {file});
  if (error)
    throw schemaDefect(error.issues.find(({path}) => path[0] === "languages") ?? error.issues[0], loose, {file});
  const {$schema: _, ...complete} = data;
  const unwritten =
    complete.parts.includes("pages") && complete.languages.find((lang) => !sourceLanguages.includes(lang));
  if (unwritten)
    throw new InputError("pages are written in nb and en alone", {file, column: "languages", value: unwritten});
  return complete;
}

/**
 * That the summary, where it has claims, dates the fieldwork so.
 *
 * @throws InputError when no quotation has first and last day, in that order
 */
export function checkFieldwork({fieldwork}: Settings, claims: readonly Pick<Claim, "quote">[]): void {
  if (claims.length === 0 || claims.some(({quote}) => isQuoted(fieldwork, quote))) return;
  throw new InputError("days are in no quotation", {file, column: "fieldwork", value: fieldwork});
}

function isQuoted({from, to}: Settings["fieldwork"], {lang, text}: Claim["quote"]): boolean {
  const day = new Intl.DateTimeFormat(locale[lang], {day: "numeric", month: "long", timeZone: "UTC"});
  const [first, last] = [from, to].map((date) => `(?<!\\d)${day.format(new Date(date))}`);
  const years = [from, to].map((date) => Number(date.slice(0, 4)));
  return new RegExp(`${first}.*${last}`).test(text) && years.every((year) => numbersOf(text).includes(year));
}
