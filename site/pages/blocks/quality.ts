import {cleaningSummary} from "../../../data-loaders/downloads/cleaningSummary.js";
import {readAssumptions} from "../../../data-loaders/inputs/readAssumptions.js";
import {readCodebook} from "../../../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import {formatDate, formatNumber, formatPercent} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {missingReason} from "../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../src/lib/markup.js";
import {rankLabel} from "../../../src/lib/quantities/rank.js";
import {type ChangeGroup, changesBy} from "../../../src/lib/respondents/cleaning.js";
import type {Reason} from "../../../src/lib/respondents/codebook.js";
import {facts, survey} from "../../facts.js";

const summary = cleaningSummary(survey);

const say = {
  rule: {nb: "Regel", en: "Rule"},
  changes: {nb: "Felt endret", en: "Cells changed"},
  example: {nb: "Eksempel", en: "Example"},
  reason: {nb: "Grunn", en: "Reason"},
  rows: {nb: "Rader", en: "Rows"},
  row: {nb: "rad", en: "row"},
  becomes: {nb: "blir", en: "becomes"},
  empty: {nb: "(tomt)", en: "(blank)"},
  column: {nb: "Kolonne", en: "Column"},
  header: {nb: "Kolonne i filen", en: "Column in the file"},
  readAs: {nb: "Leses som", en: "Read as"},
  notRead: {nb: "ikke i kodeboken, ikke brukt", en: "not in the codebook, not used"},
  marks: {nb: "sier at svarene er konstruert", en: "says that the responses are made up"},
  class: {nb: "Klasse", en: "Class"},
  asked: {nb: "Spurt (N)", en: "Asked (N)"},
  answered: {nb: "Svarte (n)", en: "Answered (n)"},
  rate: {nb: "Svarprosent", en: "Response rate"},
  merged: {nb: "Fylker som er slått sammen i vektene", en: "Counties that are merged in the weights"},
  weight: {nb: "Vekt i snitt (N/n)", en: "Mean weight (N/n)"},
  unknown: {nb: "ukjent", en: "unknown"},
  setAside: {nb: "Rader lagt til side, etter grunn", en: "Rows set aside, by reason"},
  none: {nb: "Ingen.", en: "None."},
  rowsAside: {nb: "Rader lagt til side", en: "Rows set aside"},
  idle: {nb: "Regler som ikke endret noe", en: "Rules that changed nothing"},
  handedIn: {
    nb: "Svarene kommer fra en fil som er levert til denne rapporten. Alt som regnes ut av dem, er merket «anslått» og har intervall og grunnlag.",
    en: "The responses come from a file handed in for this report. Everything computed from them is marked ‘estimated’ and carries its interval and base.",
  },
  madeUp: {
    nb: "Svarene fra 2011 er ikke offentlige. For at alt skal kunne prøves, følger det med en fil med konstruerte svar. Også feilene i filen er laget, for at reglene skal ha noe å rette. Avrundet stemmer svarene med hvert tall i sammendraget, i én av tolkningene: at målet om dialog gjelder strategier som alt var på plass, og at dialog i bruk gjelder alle kommuner i sosiale medier. Utover det er svarene fordelt så jevnt som tallene og antakelsene tillater, uten innebygde forskjeller mellom fylker eller mellom store og små kommuner.",
    en: "The responses of 2011 are not public. So that everything can be tried, the report comes with a file of made-up ones. The errors in the file are made up too, so that the rules have something to correct. Rounded, the responses agree with every number in the summary, in one of its readings: that the goal of dialogue is about strategies already in place, and that dialogue in use is about all municipalities on social media. Beyond that they are distributed as evenly as the numbers and the assumptions allow, with no built-in differences between counties or between large and small municipalities.",
  },
  noFinding: {nb: "Ingenting i dem er et funn.", en: "Nothing in them is a finding."},
  howMany: {
    nb: "Hvor mange som svarte, er også en antakelse, for det sier ikke sammendraget.",
    en: "How many answered is an assumption too, for the summary does not say.",
  },
  flat: {
    nb: "Det verken sammendraget eller en antakelse sier noe om, er likt fordelt: Kan bare ett svar velges, er alle like vanlige. Kan flere velges, er hvert av dem valgt av halvparten. I kodeboken står det ved hvert svar hva andelen bygger på.",
    en: "What neither the summary nor an assumption says anything about is distributed evenly: if only one response can be chosen, all are equally common. If several can, each is chosen by half. The codebook says of each response what its share rests on.",
  },
  assumption: {nb: "Antakelse", en: "Assumption"},
  why: {nb: "Hvorfor", en: "Why"},
} satisfies Record<string, Text>;

/** A table with a label of its file's rank in the caption, so that none stands unlabelled. */
function labelled(
  caption: string,
  head: Markup,
  body: Markup[],
  lang: Lang,
  layout: "columns" | "stacked" = "columns",
): Markup {
  const {rank} = facts.survey;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table${layout === "stacked" && markup` class="stacked"`}>
<caption><span class="rank rank-${rank}">${capital(rankLabel[rank][lang])}</span> ${caption}</caption>
<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const column = (text: Text, lang: Lang) => markup`<th scope="col">${text[lang]}</th>`;
const numberColumn = (text: Text, lang: Lang) => markup`<th scope="col" class="number">${text[lang]}</th>`;

/** Whether the responses are somebody's or made up, and of what. */
export function originBlock(lang: Lang): Markup {
  if (facts.survey.rank === "estimated") return markup`<p>${say.handedIn[lang]}</p>`;
  return markup`<p>${say.madeUp[lang]} <strong>${say.noFinding[lang]}</strong> ${say.howMany[lang]}</p>
${assumptionsTable(lang)}
<p>${say.flat[lang]}</p>`;
}

/** Each assumption that the made-up respondents rest on, with its reason. */
function assumptionsTable(lang: Lang): Markup {
  const caption = {nb: "Antakelsene bak de konstruerte svarene", en: "The assumptions behind the made-up respondents"}[
    lang
  ];
  const rows = assumptions().map(
    ({text, why}) => markup`<tr><th scope="row">${text[lang]}</th><td>${why[lang]}</td></tr>`,
  );
  return labelled(caption, markup`${column(say.assumption, lang)}${column(say.why, lang)}`, rows, lang);
}

/** What the made-up respondents rest on beside the stated numbers. */
export function assumptions() {
  return readAssumptions(sourceReader(), {codebook: readCodebook(sourceReader()), claims: facts.summary.claims});
}

/** What came in, and what became of it, in a few sentences. */
export function fileBlock(lang: Lang): Markup {
  const {record, settings} = survey;
  const {rowsIn, rowsKept, partial, setAside} = record;
  const [read, kept, aside, some, changed] = [rowsIn, rowsKept, setAside.length, partial, changesBy(record)].map((n) =>
    formatNumber(n, lang),
  );
  const received = settings.received ? formatDate(settings.received, lang) : null;
  const note = settings.note?.[lang];
  const isMadeUp = facts.survey.rank === "standIn";
  return lang === "nb"
    ? markup`${note && markup`<p><strong>${note}</strong></p>`}<p class="sums">Filen har <strong>${read}</strong> rader. <strong>${kept}</strong> av dem er respondenter, <strong>${aside}</strong> er lagt til side. <strong>${changed}</strong> felt er endret. <strong>${some}</strong> av respondentene lot noe stå ubesvart.${received && ` ${isMadeUp ? "Laget" : "Mottatt"} ${received}.`}</p>`
    : markup`${note && markup`<p><strong>${note}</strong></p>`}<p class="sums">The file has <strong>${read}</strong> rows. <strong>${kept}</strong> of them are respondents, <strong>${aside}</strong> are set aside. <strong>${changed}</strong> cells were changed. <strong>${some}</strong> of the respondents left something unanswered.${received && ` ${isMadeUp ? "Made" : "Received"} on ${received}.`}</p>`;
}

/** Each rule that did something, in its order, with examples where rows may be shown; the others by name under it. */
export function rulesBlock(lang: Lang): Markup {
  const caption = {
    nb: "Reglene som endret noe, i den rekkefølgen de brukes",
    en: "The rules that changed something, in the order in which they are applied",
  }[lang];
  const head = markup`${column(say.rule, lang)}${numberColumn(say.changes, lang)}${numberColumn(say.rowsAside, lang)}${column(say.example, lang)}`;
  const isIdle = ({cellsChanged, rowsSetAside}: (typeof summary.rules)[number]) => cellsChanged + rowsSetAside === 0;
  const rows = summary.rules
    .filter((rule) => !isIdle(rule))
    .map(
      ({id, label, does, cellsChanged, rowsSetAside}) =>
        markup`<tr><th scope="row">${label[lang]}<br><span class="quiet">${does[lang]}</span></th><td class="number">${formatNumber(cellsChanged, lang)}</td><td class="number">${formatNumber(rowsSetAside, lang)}</td><td>${exampleOf(id, lang)}</td></tr>`,
    );
  return markup`${labelled(caption, head, rows, lang, "stacked")}
<details class="data"><summary>${say.idle[lang]}</summary><ul>${summary.rules.filter(isIdle).map(({label, does}) => markup`<li><strong>${label[lang]}.</strong> ${does[lang]}</li>`)}</ul></details>`;
}

/** An example where rows may be shown. Never free text or names of units: the record does not have them. */
function exampleOf(rule: string, lang: Lang): Markup | null {
  const {record, settings} = survey;
  const groups = record.changes.filter((group) => group.rule === rule);
  const example = groups.find(({before}) => before !== null) ?? groups[0];
  return settings.access === "protected" || !example ? null : exampleMarkup(example, lang);
}

function exampleMarkup({column: name, before, after, rows: [row]}: ChangeGroup, lang: Lang): Markup {
  const where = markup`<span class="quiet">${capital(say.row[lang])} ${formatNumber(row, lang)}, <code>${name}</code></span>`;
  if (before === null) return where;
  return markup`${where}<br><code>${valueText(before, lang)}</code> ${say.becomes[lang]} <code>${valueText(after ?? "", lang)}</code>`;
}

/** A value of the record as a reader reads it: a missing one by its reason. */
function valueText(value: string, lang: Lang): string {
  if (value === "") return say.empty[lang];
  return value.startsWith("!") ? missingReason[value.slice(1) as Reason][lang] : visible(value);
}

/** A text with what no one would see written out: `Ra[U+030A]dmann`. */
function visible(text: string): string {
  return text.replace(/(?! )[\p{M}\p{C}\p{Z}]/gu, (character) => {
    const number = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${number}]`;
  });
}

/** Why rows are no respondents, and how many. */
export function setAsideBlock(lang: Lang): Markup {
  if (summary.setAside.length === 0) return markup`<p>${say.none[lang]}</p>`;
  const rows = [...summary.setAside]
    .sort((a, b) => b.rows - a.rows)
    .map(
      ({label, rows: count}) =>
        markup`<tr><th scope="row">${label[lang]}</th><td class="number">${formatNumber(count, lang)}</td></tr>`,
    );
  return labelled(say.setAside[lang], markup`${column(say.reason, lang)}${numberColumn(say.rows, lang)}`, rows, lang);
}

/** What each column of the file was taken for. */
export function columnsBlock(lang: Lang): Markup {
  const caption = {nb: "Kolonnene i filen", en: "The columns of the file"}[lang];
  const rows = survey.record.columns.map(
    ({header, readAs}, index) =>
      markup`<tr><th scope="row">${header ?? `${say.column[lang]} ${formatNumber(index + 1, lang)}`}</th><td>${readAs === null ? say.notRead[lang] : readAs === "data" ? say.marks[lang] : markup`<code>${readAs}</code>`}</td></tr>`,
  );
  return labelled(caption, markup`${column(say.header, lang)}${column(say.readAs, lang)}`, rows, lang);
}

/** What each respondent stands for, class by class. */
export function weightsTable(lang: Lang): Markup {
  const caption = {nb: "Vekter etter klasse", en: "Weights by class"}[lang];
  const head = markup`${column(say.class, lang)}${[say.asked, say.answered, say.rate, say.weight].map((text) => numberColumn(text, lang))}`;
  const rows = survey.weighting.classes.map(
    ({label, population, respondents, responseRate, weight}) =>
      markup`<tr><th scope="row">${label[lang]}</th><td class="number">${population === null ? say.unknown[lang] : formatNumber(population, lang)}</td><td class="number">${formatNumber(respondents, lang)}</td><td class="number">${responseRate === null ? say.unknown[lang] : formatPercent(responseRate, lang)}</td><td class="number">${formatNumber(weight, lang, 2)}</td></tr>`,
  );
  const merged = survey.weighting.regions.filter(({code}) => code.includes("+"));
  return markup`${labelled(caption, head, rows, lang)}
${merged.length > 0 && markup`<p>${say.merged[lang]}: ${merged.map(({label}) => label[lang]).join("; ")}.</p>`}`;
}
