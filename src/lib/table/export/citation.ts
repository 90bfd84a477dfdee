import {fold} from "../../language/fold.js";
import {formatDate} from "../../language/format.js";
import {capital, type Lang, type Text} from "../../language/text.js";
import {words} from "../../language/words.js";
import {type Rank, rankLabel, rankMeaning} from "../../quantities/rank.js";
import {settings} from "../../settings.js";
import {rankText} from "./tableFrame.js";

/** What is cited: a view, or the report itself. */
export interface Cited {
  title: Text;
  /** Where it stands, with everything that the reader chose; empty where that is not known. */
  address: string;
  /** What its numbers rest on; null for the report, which has numbers of every rank. */
  rank: Rank | null;
  /** Code that tells views of one report apart in a list of references; null for the report. */
  id: string | null;
}

/** Forms of a citation, by how a file with it ends. */
export const citationFormats = ["txt", "bib", "ris"] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** A citation in one of its forms. */
export function citation(cited: Cited, format: CitationFormat, lang: Lang): string {
  return {txt: citationText, bib: citationBibtex, ris: citationRis}[format](cited, lang);
}

/** A citation as a list of references has it; of made-up respondents it says that they are, in brackets. */
export function citationText(cited: Cited, lang: Lang): string {
  const {publisher, version, published} = settings;
  const edition = `${words.version[lang]} ${version}, ${formatDate(published, lang)}`;
  return `${publisher[lang]} (${year()}). ${titleOf(cited, lang)}. ${containerOf(cited, lang)}${edition}. ${cited.address}`.trimEnd();
}

/** A citation as a BibTeX entry. */
export function citationBibtex(cited: Cited, lang: Lang): string {
  const {publisher, version} = settings;
  const fields = {
    title: bibtexText(titleOf(cited, lang)),
    author: `{${bibtexText(publisher[lang])}}`,
    year: year(),
    version,
    url: bibtexUrl(cited.address),
    note: bibtexText(noteOf(cited, lang)),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== "");
  const lines = given.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${keyOf(cited)},\n${lines.join(",\n")}\n}`;
}

/** A citation as an RIS record, for Zotero, EndNote and their like. */
export function citationRis(cited: Cited, lang: Lang): string {
  const {publisher, version, published, title} = settings;
  const fields: [string, string][] = [
    ["TY", "DATA"],
    ["TI", titleOf(cited, lang)],
    ["AU", risName(publisher[lang])],
    ["PB", publisher[lang]],
    ["PY", year()],
    ["DA", published.replaceAll("-", "/")],
    ["ET", version],
    ...(cited.id === null ? [] : [["T2", title[lang]] as [string, string]]),
    ["LA", lang],
    ...(cited.address === "" ? [] : [["UR", cited.address] as [string, string]]),
    ["N1", noteOf(cited, lang)],
    ["ER", ""],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${onOneLine(value)}\r\n`).join("");
}

const year = () => settings.published.slice(0, 4);

function titleOf({title, rank}: Cited, lang: Lang): string {
  return rank === "standIn" ? `${title[lang]} [${rankLabel.standIn[lang]}]` : title[lang];
}

/** The report that a view is part of. */
function containerOf({id}: Cited, lang: Lang): string {
  const {title} = settings;
  return id === null ? "" : {nb: `I: ${title.nb}. `, en: `In: ${title.en}. `}[lang];
}

/** The survey, and what the numbers rest on. */
function noteOf({rank}: Cited, lang: Lang): string {
  const {survey, owner, fieldworkBy} = settings;
  const about = `${survey}: ${[owner, fieldworkBy].filter(Boolean).join(", ")}`;
  if (rank === null) return about;
  if (rank === "standIn") return `${about}. ${rankText({rank})[lang]}`;
  return `${about}. ${capital(rankLabel[rank][lang])}: ${rankMeaning[rank][lang]}`;
}

const surveyKey = fold(settings.survey).replace(/[^a-z0-9]+/g, "");

const keyOf = ({id}: Cited) => `${surveyKey}explorable${id === null ? "" : `-${id.replace(/[^a-zA-Z0-9]+/g, "-")}`}`;

const bibtexEscapes: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text in which nothing is a command of TeX. */
const bibtexText = (text: string) =>
  onOneLine(text).replace(/[\\~^&%$#_{}]/g, (character) => bibtexEscapes[character] ?? `\\${character}`);

/** An address cannot be escaped, but its braces and backslashes can be written as per cent. */
const bibtexUrl = (address: string) => address.replace(/[{}\\]/g, encodeURIComponent);

/** RIS parts a name at its comma, and a publisher has no first name. */
const risName = (name: string) => name.replaceAll(",", "");

const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();
