import {cleaningSummary} from "../../../../data-loaders/downloads/cleaningSummary.js";
import {readAssumptions} from "../../../../data-loaders/inputs/readAssumptions.js";
import {readCodebook} from "../../../../data-loaders/inputs/readCodebook.js";
import {sourceReader} from "../../../../data-loaders/inputs/readSource.js";
import {formatDate, formatNumber, formatPercent} from "../../../../src/lib/language/format.js";
import {capital, type Lang, listText, type Text} from "../../../../src/lib/language/text.js";
import {missingReason} from "../../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import {type ChangeGroup, changesBy, type DesignPart} from "../../../../src/lib/respondents/cleaning.js";
import {reasonOf, type Value} from "../../../../src/lib/respondents/respondents.js";
import {waveVariable} from "../../../../src/lib/respondents/waves.js";
import {settings} from "../../../../src/lib/settings.js";
import {explorerInput, facts, survey} from "../../../facts.js";
import {names, numbers, surveyTable, texts} from "../table.js";

const summary = cleaningSummary(survey);

const say = {
  row: {nb: "rad", en: "row"},
  becomes: {nb: "blir", en: "becomes"},
  empty: {nb: "(tomt)", en: "(blank)"},
  column: {nb: "Kolonne", en: "Column"},
  notRead: {nb: "ikke i kodeboken, ikke brukt", en: "not in the codebook, not used"},
  marks: {nb: "sier at svarene er konstruert", en: "says that the responses are made up"},
  merged: {nb: "Fylker som er slått sammen i vektene", en: "Counties merged in the weights"},
  unknown: {nb: "ukjent", en: "unknown"},
  none: {nb: "Ingen.", en: "None."},
  active: {nb: "Regler som endret noe", en: "Rules that changed something"},
  idle: {nb: "Regler som ikke endret noe", en: "Rules that changed nothing"},
} satisfies Record<string, Text>;

/** What a column says of how respondents were drawn. */
const designParts: Record<DesignPart, Text> = {
  weight: {nb: "vekt", en: "weight"},
  strata: {nb: "stratum", en: "stratum"},
  clusters: {nb: "klynge", en: "cluster"},
  populations: {nb: "hvor mange stratumet har", en: "how many the stratum has"},
  panel: {nb: "hvem som svarte, så de kan følges mellom bølgene", en: "who answered, to be followed between waves"},
};

/** Each assumption that the made-up respondents rest on, with its reason. */
export function assumptionsBlock(lang: Lang): Markup {
  return surveyTable(
    assumptions(),
    [
      names({nb: "Antakelse", en: "Assumption"}, ({text}) => text[lang]),
      texts({nb: "Hvorfor", en: "Why"}, ({why}) => why[lang]),
    ],
    {
      lang,
      label: {nb: "Antakelsene bak de konstruerte svarene", en: "The assumptions behind the made-up respondents"},
    },
  );
}

/** What the made-up respondents rest on beside the stated numbers. */
export function assumptions() {
  return readAssumptions(sourceReader(), {codebook: readCodebook(sourceReader()), claims: facts.summary.claims});
}

const files: Text =
  settings.waves.length > 0 ? {nb: "Filene", en: "The files have"} : {nb: "Filen", en: "The file has"};

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
  const accepted = listText((settings.accept ?? []).map((name) => labelOf(name)))[lang];
  if (record.file.format === "counts") return countedFile(lang, {read, some, received, note, accepted});
  const losing =
    accepted &&
    markup`<p>${{nb: "Eieren av filen har godtatt at svar som kodeboken ikke kjenner, ikke teller:", en: "The owner of the file has accepted that answers the codebook does not have are not counted:"}[lang]} ${accepted}.</p>`;
  return lang === "nb"
    ? markup`${note && markup`<p><strong>${note}</strong></p>`}<p class="sums">${files.nb} har <strong>${read}</strong> rader. <strong>${kept}</strong> av dem er respondenter, <strong>${aside}</strong> er lagt til side. <strong>${changed}</strong> felt er endret. <strong>${some}</strong> av respondentene svarte ikke på alt.${received && ` ${isMadeUp ? "Laget" : "Mottatt"} ${received}.`}</p>${losing}`
    : markup`${note && markup`<p><strong>${note}</strong></p>`}<p class="sums">${files.en} <strong>${read}</strong> rows. <strong>${kept}</strong> of them are respondents, <strong>${aside}</strong> are set aside. <strong>${changed}</strong> cells were changed. <strong>${some}</strong> of the respondents skipped a question.${received && ` ${isMadeUp ? "Made" : "Received"} on ${received}.`}</p>${losing}`;
}

/** The same of a table that a database counted, which was clean before. */
function countedFile(
  lang: Lang,
  {
    read,
    some,
    received,
    note,
    accepted,
  }: Record<"read" | "some" | "accepted", string> & {received: string | null; note?: string},
): Markup {
  return lang === "nb"
    ? markup`${note && markup`<p><strong>${note}</strong></p>`}<p class="sums">Tabellen har <strong>${read}</strong> respondenter. <strong>${some}</strong> av dem svarte ikke på alt.${received && ` Mottatt ${received}.`}</p>${accepted && markup`<p>Svar som kodeboken ikke kjenner, teller som ubesvart: ${accepted}.</p>`}`
    : markup`${note && markup`<p><strong>${note}</strong></p>`}<p class="sums">The table has <strong>${read}</strong> respondents. <strong>${some}</strong> of them skipped a question.${received && ` Received on ${received}.`}</p>${accepted && markup`<p>Answers that the codebook does not have count as no answer: ${accepted}.</p>`}`;
}

/** What a question is called. */
const labelOf = (name: string): Text =>
  survey.codebook.variables.find((each) => each.name === name)?.label ?? {nb: name, en: name};

/** Each rule that did something, in its order, with examples where rows may be shown; the others by name under it. */
export function rulesBlock(lang: Lang): Markup {
  const isIdle = ({cellsChanged, rowsSetAside}: (typeof summary.rules)[number]) => cellsChanged + rowsSetAside === 0;
  const active = surveyTable(
    summary.rules.filter((rule) => !isIdle(rule)),
    [
      names(
        {nb: "Regel", en: "Rule"},
        ({label, does}) => markup`${label[lang]}<br><span class="quiet">${does[lang]}</span>`,
      ),
      numbers({nb: "Felt endret", en: "Cells changed"}, ({cellsChanged}) => formatNumber(cellsChanged, lang)),
      numbers({nb: "Rader lagt til side", en: "Rows set aside"}, ({rowsSetAside}) => formatNumber(rowsSetAside, lang)),
      texts({nb: "Eksempel", en: "Example"}, ({id}) => exampleOf(id, lang)),
    ],
    {
      lang,
      isStacked: true,
      label: {
        nb: "Reglene som endret noe, i den rekkefølgen de kjøres",
        en: "The rules that changed something, in the order they run",
      },
    },
  );
  return markup`<details class="data"><summary>${say.active[lang]}</summary>${active}</details>
<details class="data"><summary>${say.idle[lang]}</summary><ul>${summary.rules.filter(isIdle).map(({label, does}) => markup`<li><strong>${label[lang]}.</strong> ${does[lang]}</li>`)}</ul></details>`;
}

/** An example where rows may be shown. Never free text or names of units: the record does not have them. */
function exampleOf(rule: string, lang: Lang): Markup | null {
  const {record, settings} = survey;
  const groups = record.changes.filter((group) => group.rule === rule);
  const example = groups.find(({before}) => before !== null) ?? groups[0];
  return settings.access === "protected" || !example ? null : exampleMarkup(example, lang);
}

function exampleMarkup({column: name, before, after, rows: [row], wave}: ChangeGroup, lang: Lang): Markup {
  const where = markup`<span class="quiet">${wave && `${waveNamed(wave, lang)}, `}${capital(say.row[lang])} ${formatNumber(row, lang)}, <code>${name}</code></span>`;
  if (before === null) return where;
  return markup`${where}<br><code>${valueText(before, lang)}</code> ${say.becomes[lang]} <code>${valueText(after ?? "", lang)}</code>`;
}

/** A value of the record as a reader reads it: a missing one by its reason. */
function valueText(value: Value, lang: Lang): string {
  if (typeof value === "number") return missingReason[reasonOf(value)][lang];
  return value === "" ? say.empty[lang] : visible(value);
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
  return surveyTable(
    summary.setAside.toSorted((a, b) => b.rows - a.rows),
    [
      names({nb: "Grunn", en: "Reason"}, ({label}) => label[lang]),
      numbers({nb: "Rader", en: "Rows"}, ({rows}) => formatNumber(rows, lang)),
    ],
    {lang, label: {nb: "Rader lagt til side, etter grunn", en: "Rows set aside, by reason"}},
  );
}

/** How many answered in each wave. */
export function waveSizesBlock(lang: Lang): Markup {
  const {codes = []} = explorerInput.rows?.columns.get(waveVariable) ?? {};
  const waves = settings.waves.map(({label}, at) => ({
    label,
    n: codes.filter((code) => code === at).length,
  }));
  return surveyTable(
    waves,
    [
      names({nb: "Bølge", en: "Wave"}, ({label}) => label[lang]),
      numbers({nb: "Respondenter", en: "Respondents"}, ({n}) => formatNumber(n, lang)),
    ],
    {lang, label: {nb: "Respondenter etter bølge", en: "Respondents by wave"}},
  );
}

/** What a wave is called. */
const waveNamed = (wave: string, lang: Lang) => settings.waves.find(({id}) => id === wave)?.label[lang] ?? wave;

/** What each column of the file was taken for. */
export function columnsBlock(lang: Lang): Markup {
  const readText = ({readAs, design}: (typeof survey.record.columns)[number]) => {
    const part = design && designParts[design][lang];
    if (readAs === null) return part ?? say.notRead[lang];
    if (readAs === "data") return say.marks[lang];
    return markup`<code>${readAs}</code>${part && `, ${part}`}`;
  };
  return surveyTable(
    survey.record.columns,
    [
      names(
        {nb: "Kolonne i filen", en: "Column in the file"},
        ({header, wave}, index) =>
          markup`${wave && `${waveNamed(wave, lang)}: `}${header ? markup`<code>${header}</code>` : `${say.column[lang]} ${formatNumber(index + 1, lang)}`}`,
      ),
      texts({nb: "Leses som", en: "Read as"}, readText),
    ],
    {lang, label: {nb: "Kolonnene i filen", en: "The columns of the file"}},
  );
}

/** What each respondent stands for, class by class. */
export function weightsBlock(lang: Lang): Markup {
  const merged = survey.weighting.regions.filter(({code}) => code.includes("+"));
  const known = (value: number | null, format: (value: number, lang: Lang) => string) =>
    value === null ? say.unknown[lang] : format(value, lang);
  const weights = surveyTable(
    survey.weighting.classes,
    [
      names({nb: "Klasse", en: "Class"}, ({label}) => label[lang]),
      numbers({nb: "Spurt (N)", en: "Asked (N)"}, ({population}) => known(population, formatNumber)),
      numbers({nb: "Svarte (n)", en: "Answered (n)"}, ({respondents}) => formatNumber(respondents, lang)),
      numbers({nb: "Svarprosent", en: "Response rate"}, ({responseRate}) => known(responseRate, formatPercent)),
      numbers({nb: "Vekt i snitt (N/n)", en: "Mean weight (N/n)"}, ({weight}) => formatNumber(weight, lang, 2)),
    ],
    {lang, label: {nb: "Vekter etter klasse", en: "Weights by class"}},
  );
  return markup`${weights}
${merged.length > 0 && markup`<p>${say.merged[lang]}: ${merged.map(({label}) => label[lang]).join("; ")}.</p>`}`;
}
