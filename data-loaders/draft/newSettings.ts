import {snakeCase} from "../../src/lib/language/snakeCase.js";
import {isoMoment} from "../cleaning/rules/dates.js";
import {takenPages} from "../inputs/schemas/settings.js";
import {type DraftLanguage, languages} from "./entries/inLanguages.js";

/** What is known of a survey before its owner is asked. */
export interface Known {
  /** Path of its file of responses, from its folder. */
  file: string;
  /** Path of the schema of settings, from its folder. */
  schema: string;
  /** First and last day on which answers came in, where the file says so. */
  fieldwork: {from: string; to: string} | null;
  /** Headers of columns that look like parts of a sample's design. */
  design: Partial<Record<"weight" | "strata" | "clusters", string>>;
  /** ISO 8601. */
  today: string;
}

/** Asks something; answers with what was typed, or with the default. */
export type Ask = (
  question: string,
  options?: {usual?: string; isValid?: (text: string) => boolean},
) => Promise<string>;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isoMoment(text) !== null;
const isOneOf =
  (...texts: string[]) =>
  (text: string) =>
    texts.includes(text);

/** The settings of a new survey, from what its owner says; `ask` is called for one thing after the other. */
export async function newSettings(ask: Ask, known: Known): Promise<Record<string, unknown>> {
  const lang = (await ask(`Language of the site: ${languages.join(" or ")}`, {
    isValid: isOneOf(...languages),
  })) as DraftLanguage;
  const inLanguage = (text: string) => ({[lang]: text});
  const title = await ask("Title of the site");
  const survey = await ask("Short name of the survey, for the head of each page", {usual: title});
  const description = await ask("What the survey is about, in a sentence");
  const owner = await ask("Who asked the questions");
  const publisher = await ask("Who publishes the site", {usual: owner});
  const from = await ask("First day on which answers came in", {usual: known.fieldwork?.from, isValid: isDay});
  const isAfter = (day: string) => isDay(day) && day >= from;
  const to = await ask("Last day", {usual: known.fieldwork?.to ?? from, isValid: isAfter});
  const access = await ask(
    "May every respondent's row be published (open), or tables alone (protected)? What was published once cannot be taken back",
    {usual: "protected", isValid: isOneOf("open", "protected")},
  );
  const pages = await ask("Pages of the site, with commas between, such as Use, Attitudes; - for none", {
    usual: "-",
    isValid: (text) => arePages(namesIn(text).map(idOf)),
  });
  const contact = await ask("E-mail address to which readers report errors; - for none", {usual: "-"});
  const design = access === "open" ? await designOf(ask, known) : {};
  return {
    $schema: known.schema,
    survey,
    title: inLanguage(title),
    description: inLanguage(description),
    owner,
    fieldwork: {from, to},
    source: inLanguage(`${owner}: ${title}`),
    publisher: inLanguage(publisher),
    version: "1.0.0",
    published: known.today,
    languages: [lang],
    ...(contact !== "-" && {contact: contact.includes(":") ? contact : `mailto:${contact}`}),
    surveyFile: known.file,
    access,
    themes: namesIn(pages).map((name) => ({id: idOf(name), name: inLanguage(name)})),
    ...(Object.keys(design).length > 0 && {design}),
  };
}

/** The parts of the design that the owner wants to be used: numbers of a protected file are unweighted. */
async function designOf(ask: Ask, {design}: Known): Promise<Known["design"]> {
  const used: [string, string][] = [];
  for (const [part, header] of Object.entries(design)) {
    const answer = await ask(`Use the column ${header} as ${part}`, {usual: "yes", isValid: isOneOf("yes", "no")});
    if (answer === "yes") used.push([part, header]);
  }
  return Object.fromEntries(used);
}

const idOf = (name: string) => snakeCase(name).replaceAll("_", "-");

const arePages = (ids: readonly string[]) =>
  new Set(ids).size === ids.length && ids.every((id) => /^[a-z]/.test(id) && !takenPages.includes(id));

const namesIn = (pages: string) =>
  pages === "-"
    ? []
    : pages
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean);
