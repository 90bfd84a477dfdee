import {type Answer, answer} from "../../../src/lib/bounds/answer.js";
import {pairs} from "../../../src/lib/bounds/askedQuantity.js";
import {allReadings, boundsModel} from "../../../src/lib/bounds/model.js";
import {questionText} from "../../../src/lib/bounds/sentence.js";
import type {Summary} from "../../../src/lib/claims/claim.js";
import {formatEnds} from "../../../src/lib/language/format.js";
import type {Lang, Text} from "../../../src/lib/language/text.js";
import {type Markup, markup, type Part} from "../../../src/lib/markup.js";
import {rankLabel} from "../../../src/lib/quantities/rank.js";
import type {Selection} from "../../../src/lib/selection.js";
import {facts} from "../../facts.js";
import {names, numbers, table} from "./table.js";

const say = {
  caption: {
    nb: "Hvor mange av hundre, i hver av tolkningene",
    en: "How many of a hundred, in each of the readings",
  },
  matters: {nb: "spørsmål der tolkningen betyr noe", en: "questions for which the reading matters"},
  depend: {
    nb: "spørsmål avhenger av det.",
    en: "questions depend on it.",
  },
  same: {nb: "skilles ikke", en: "not distinguished"},
  sameMeans: {
    nb: "«Skilles ikke»: I denne tolkningen er strategi på plass og strategi ved årets utgang samme sak.",
    en: "“Not distinguished”: in this reading, a strategy in place and a strategy by the year’s end are the same thing.",
  },
  cannot: {nb: "kan ikke si", en: "cannot say"},
} satisfies Record<string, Text>;

const {summary} = facts;
/** The readings of one sentence, all others read in the first way. */
interface SentenceReadings {
  readings: Summary["readings"];
  selections: readonly Selection[];
}

/**
 * Every question of the matrix whose answer depends on how an ambiguous sentence is read, sentence by sentence: of a
 * sentence that is ambiguous once, how many there are.
 */
export function readingsMatterBlock(lang: Lang): Markup {
  return markup`${sentences().map((sentence) => sentenceMarkup(sentence, lang))}<p>${say.sameMeans[lang]}</p>`;
}

/** Two readings are of the same sentence if their claims stand in it. */
function sentences(): SentenceReadings[] {
  const placeOf = (claim: string) => JSON.stringify(summary.claims.find(({id}) => id === claim)?.place);
  const places = [...new Set(summary.readings.map(({claim}) => placeOf(claim)))];
  return places.map((place) => {
    const readings = summary.readings.filter(({claim}) => placeOf(claim) === place);
    return {readings, selections: allReadings({...summary, readings})};
  });
}

function sentenceMarkup({readings, selections}: SentenceReadings, lang: Lang): Markup {
  const models = selections.map((selection) => boundsModel(facts, selection));
  const rows = pairs(summary.attributes)
    .map((question) => ({question, answers: models.map((model) => answer(model, question))}))
    .filter(({answers}) => new Set(answers.flatMap(endsOf)).size > 1);
  if (readings.length === 1) return markup`<p>${readings[0].question[lang]} ${rows.length} ${say.depend[lang]}</p>`;
  const questions = table(
    rows,
    [
      names({nb: "Spørsmål", en: "Question"}, ({question}) => questionText(question, summary.attributes)[lang]),
      ...selections.map((selection, index) =>
        numbers<(typeof rows)[number]>(headOf(readings, selection, lang), ({answers}) =>
          answerMarkup(answers[index], lang),
        ),
      ),
    ],
    {lang, label: say.caption, caption: say.caption[lang]},
  );
  return markup`<details class="data"><summary>${rows.length} ${say.matters[lang]}</summary>
${questions}</details>`;
}

/** The options of a reading, one under the other. */
function headOf(readings: SentenceReadings["readings"], selection: Selection, lang: Lang): Markup {
  const labels = readings.map(({id, options}) => options.find(({code}) => code === selection[id])?.label[lang]);
  return markup`${labels.map((label, index) => markup`${index > 0 && markup`<br>`}${label}`)}`;
}

function answerMarkup(found: Answer, lang: Lang): Part {
  if (found.status !== "range") return say.same[lang];
  const shown = found.rank === "unknown" ? say.cannot[lang] : formatEnds(found, lang);
  return markup`<span class="n n-${found.rank}">${shown}</span><span class="said"> (${rankLabel[found.rank][lang]})</span>`;
}

/** What tells one answer from another; an attribute that is not told apart gives none. */
const endsOf = (found: Answer) => (found.status === "range" ? [formatEnds(found, "en")] : []);
