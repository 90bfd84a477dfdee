import {readAssumptions} from "../../../../data-loaders/inputs/readAssumptions.js";
import {sourceReader} from "../../../../data-loaders/inputs/readSource.js";
import {type ResponseBasis, responseBasis} from "../../../../data-loaders/survey/responseBasis.js";
import {countText, missingText} from "../../../../src/lib/language/countText.js";
import {formatNumber, formatPercent} from "../../../../src/lib/language/format.js";
import {snakeCase} from "../../../../src/lib/language/snakeCase.js";
import {capital, inBoth, joinList, type Lang, type Text} from "../../../../src/lib/language/text.js";
import {suppressed} from "../../../../src/lib/language/words.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import {
  type AnsweredVariable,
  type Codebook,
  isAnswered,
  type Variable,
} from "../../../../src/lib/respondents/codebook.js";
import {type Condition, serializeCondition} from "../../../../src/lib/respondents/condition.js";
import type {Distribution, DistributionCell} from "../../../../src/lib/respondents/distribution.js";
import {has} from "../../../../src/lib/settings.js";
import {facts, survey} from "../../../facts.js";
import {claimAddress} from "../../numbers/numberNotes.js";
import {names, numbers, surveyTable, texts} from "../table.js";

const say = {
  column: {nb: "Kolonne", en: "Column"},
  asked: {nb: "Stilt til", en: "Asked of"},
  all: {nb: "alle", en: "all"},
  response: {nb: "Svar", en: "Response"},
  accepted: {nb: "også godtatt", en: "also accepted"},
  respondents: {nb: "Antall", en: "Number"},
  share: {nb: "Vektet andel (95\u00a0%\u00a0intervall)", en: "Weighted share (95%\u00a0interval)"},
  plainShare: {nb: "Andel, uvektet", en: "Share, unweighted"},
  shareAlone: {nb: "Andel (95\u00a0%\u00a0intervall)", en: "Share (95%\u00a0interval)"},
  base: {nb: "Svarte på spørsmålet", en: "Answered the question"},
  missing: {nb: "Uten svar", en: "Without a response"},
  headers: {nb: "Kolonnen kan også hete", en: "The column may also be headed"},
  source: {nb: "Bygger på", en: "Rests on"},
  neverPublished: {nb: "Publiseres aldri.", en: "Never published."},
  rests: {nb: "Andelen bygger på", en: "The share rests on"},
} satisfies Record<string, Text>;

const typeText: Record<Variable["type"], Text> = {
  unitNumber: {nb: "hvem som svarte", en: "who answered"},
  unitName: {nb: "hvem som svarte, med navn", en: "who answered, by name"},
  id: {nb: "løpenummer", en: "serial number"},
  date: {nb: "dato", en: "date"},
  text: {nb: "fritekst", en: "free text"},
  single: {nb: "ett svar", en: "one response"},
  multiple: {nb: "flere svar mulig", en: "several responses possible"},
  count: {nb: "antall", en: "count"},
};

const originText: Record<Exclude<Variable["origin"], "asked">, Text> = {
  number: {nb: "Sammendraget gir et tall.", en: "The summary gives a number."},
  words: {nb: "Sammendraget nevner det i ord.", en: "The summary mentions it in words."},
  assumed: {nb: "Antatt: Sammendraget nevner det ikke.", en: "Assumed: the summary does not mention it."},
};

/** Every question of the codebook, linkable and searchable, with how the responses are spread. */
export function codebookBlock(lang: Lang): Markup {
  const {codebook} = survey;
  return markup`<ol class="entries codebook" data-searched>${codebook.variables.map((variable) => entry(variable, codebook, lang))}</ol>`;
}

function entry(variable: Variable, codebook: Codebook, lang: Lang): Markup {
  const {name, label, question, type, origin, claims, headers} = variable;
  const shown = [name, label.nb, label.en, question.nb, question.en].map(snakeCase);
  const others = headers.filter((header) => !shown.includes(snakeCase(header)));
  const distribution = facts.survey.distributions.find((each) => each.variable === name);
  return markup`<li id="v-${name}" tabindex="-1"><p class="entry-head"><a class="entry-link" href="#v-${name}">${label[lang]}</a></p>
<p class="question">${question[lang]}</p>
<p class="entry-meta">${capital(typeText[type][lang])} · ${say.asked[lang]} ${universeText(variable, codebook)[lang]} · ${say.column[lang]}: <code>${name}</code></p>
${origin !== "asked" && markup`<p class="entry-meta"><strong>${originText[origin][lang]}</strong>${claims.length > 0 && markup` ${say.source[lang]}: ${claimLinks(claims, lang)}`}</p>`}
${isAnswered(variable) && distribution && answersTable(variable, distribution, lang)}
${(type === "text" || type === "unitName") && markup`<p class="entry-meta">${say.neverPublished[lang]}</p>`}
${others.length > 0 && markup`<p class="entry-meta">${say.headers[lang]}: ${others.map((header, index) => markup`${index > 0 && " · "}<code>${header}</code>`)}</p>`}</li>`;
}

function claimLinks(claims: readonly string[], lang: Lang): Markup[] {
  return claims.map((id, index) => {
    const claim = facts.summary.claims.find((each) => each.id === id);
    return markup`${index > 0 && "; "}<a href="${claimAddress(id, lang)}">${claim?.label?.[lang] ?? claim?.text[lang].replace(/\.$/, "")}</a>`;
  });
}

/** Of whom a question is asked, in words. */
export function universeText({universe}: Variable, codebook: Codebook): Text {
  if (universe.length === 0) return say.all;
  return inBoth((lang) =>
    joinList(
      universe.map((condition) => conditionText(condition, codebook, lang)),
      lang,
    ),
  );
}

function conditionText(condition: Condition, {variables}: Codebook, lang: Lang): string {
  const {variable: name, codes} = serializeCondition(condition);
  const variable = variables.find((each) => each.name === name) as Variable;
  const categories = "categories" in variable ? variable.categories : [];
  const labels = codes.map((code) => categories.find((each) => each.code === code)?.label[lang] ?? code);
  return lang === "nb"
    ? `dem som svarte «${labels.join("» eller «")}» på «${variable.label.nb}»`
    : `those that answered “${labels.join("” or “")}” to “${variable.label.en}”`;
}

const basisText: Record<ResponseBasis["basis"], Text> = {
  stated: {nb: "et tall i sammendraget", en: "a number in the summary"},
  maximumEntropy: {nb: "så jevn fordeling som tallene tillater", en: "as even as the numbers allow"},
  assumed: {nb: "en antakelse", en: "an assumption"},
  flat: {nb: "likt fordelt", en: "distributed evenly"},
};

/** What made-up responses rest on, each by itself; nothing where responses are somebody’s. */
const bases =
  facts.survey.rank === "standIn" && has("claims")
    ? responseBasis({
        codebook: survey.codebook,
        summary: facts.summary,
        assumptions: readAssumptions(sourceReader(), {codebook: survey.codebook, claims: facts.summary.claims}),
      })
    : [];

/** The basis of a cell; counts beyond those that the assumptions know have none of their own. */
function basisOf(variable: string, code: string): Text | undefined {
  const found = bases.find((each) => each.variable === variable && (each.option ?? each.code) === code);
  return found && basisText[found.basis];
}

/** Categories with codes and accepted spellings, and in the file at hand how many gave each. */
function answersTable(variable: AnsweredVariable, {cells, unweightedBase, missing}: Distribution, lang: Lang): Markup {
  const {isProtected, noise, response, isWeighted} = facts.survey;
  const share = isProtected && !noise ? say.plainShare : response || isWeighted ? say.share : say.shareAlone;
  const basis = texts<DistributionCell>(say.rests, ({code}) => basisOf(variable.name, code)?.[lang]);
  return surveyTable(
    cells,
    [
      names(
        say.response,
        ({label, code}) => markup`${label[lang]}${variable.type !== "count" && writtenAs(variable, code, lang)}`,
      ),
      numbers(say.respondents, ({count}) => countText(count, lang)),
      numbers(share, (cell) => shareText(cell, lang)),
      ...(bases.length > 0 ? [basis] : []),
    ],
    {
      lang,
      isStacked: true,
      label: variable.label,
      caption: `${say.base[lang]}: ${countText(unweightedBase, lang)}. ${withoutResponse(missing, lang)}`,
    },
  );
}

/** A share with its interval; a share of nobody is no share. */
function shareText({count, proportion, interval}: DistributionCell, lang: Lang): string {
  if (count === null) return suppressed[lang];
  if (proportion === null) return "–";
  const shown = formatPercent(proportion, lang, 0);
  if (interval === null || interval.low === interval.high) return shown;
  const [low, high] = [interval.low, interval.high].map((end) => formatNumber(end * 100, lang));
  return `${shown} (${low}–${high})`;
}

/** A response's code, and how else files may write it but for capitals and signs. */
function writtenAs(variable: AnsweredVariable, code: string, lang: Lang): Markup {
  return markup`<br><span class="quiet"><code>${code}</code>${spellingsText(variable, code, lang)}</span>`;
}

/** How files may write a response, beside its code and labels. */
function spellingsText(variable: AnsweredVariable, code: string, lang: Lang): string {
  const category = "categories" in variable ? variable.categories.find((each) => each.code === code) : undefined;
  const others = category?.spellings.filter((text) => snakeCase(text) !== code) ?? [];
  return others.length > 0 ? ` · ${say.accepted[lang]}: ${others.join(", ")}` : "";
}

function withoutResponse(missing: Distribution["missing"], lang: Lang): string {
  const counts = missingText(missing, lang);
  return counts === "" ? "" : `${say.missing[lang]}: ${counts}.`;
}
