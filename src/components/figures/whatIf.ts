import {answer, type Question} from "../../lib/bounds/answer.js";
import {type Asked, ask, askAll} from "../../lib/bounds/askedQuantity.js";
import {conflict} from "../../lib/bounds/conflict.js";
import {type BoundsModel, boundsModel, withShare} from "../../lib/bounds/model.js";
import {narrowest} from "../../lib/bounds/narrowing.js";
import {amongText, answerText, eventLabel, shortLabel} from "../../lib/bounds/sentence.js";
import type {Attribute, Summary} from "../../lib/claims/claim.js";
import {formatNumber, formatOf100, formatQuantity} from "../../lib/language/format.js";
import {inBoth, type Text, uncapital} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import {type Quantity, roundingRange} from "../../lib/quantities/quantity.js";
import type {Choice, Selection} from "../../lib/selection.js";
import {rangeRows} from "../charts/rangeRows.js";
import type {Figure, FigureView, Given} from "../figure.js";
import {claimsText} from "./shared/derivationText.js";
import {questionChoices, questionOf} from "./shared/questionChoices.js";
import {joinTexts, plainReadingChoices, readingsOf} from "./shared/readingChoices.js";
import {supposed} from "./shared/supposed.js";

const keys = {of: "ifOf", what: "ifWhat"};
const initial = {of: "usesNow", what: "strategyByYearEnd"};

/** How many of the ranges that narrow are shown. */
const shown = 4;

/** What one more known number would do: the ranges that it would narrow most, before and after. */
export const whatIf: Figure<"summary" | "solve"> = {
  id: "one-more",
  page: "what-can-it-say",
  needs: ["summary", "solve"],
  choices: ({summary}) => [...questionChoices(summary, keys, initial), percentChoice, ...plainReadingChoices(summary)],
  view,
};

const percentChoice: Choice = {
  key: "if",
  label: {nb: "Tenk deg at det er", en: "Suppose that it is"},
  unit: {nb: " prosent", en: " per cent"},
  kind: "one",
  control: "slider",
  initial: "40",
  options: Array.from({length: 101}, (_, percent) => ({code: String(percent), label: inBoth(() => String(percent))})),
};

/** What a reader supposes, and what it is put to. */
interface Supposition {
  question: Question;
  percent: number;
  model: BoundsModel;
  summary: Summary;
  /** Said under the title: what is supposed. */
  subtitle: Text;
  selection: Selection;
}

function view(facts: Given<"summary" | "solve">, selection: Selection): FigureView {
  const {summary} = facts;
  const question = questionOf(selection, keys);
  const percent = Number(selection.if);
  const model = boundsModel(facts, selection);
  const subtitle = supposedText(question, percent, summary);
  const supposition = {question, percent, model, summary, subtitle, selection};
  if (answer(model, question).status !== "range") return refusal(supposition);
  const share = {claim: "supposed", ...question, value: percent / 100, ...roundingRange(percent)};
  const more = withShare(model, share);
  const against = conflict(more);
  return against.length > 0 ? contradiction(supposition, against) : narrowing(supposition, more);
}

function supposedText(supposed: Question, percent: number, {attributes}: Summary): Text {
  const value = percent / 100;
  const said = answerText(supposed, {status: "range", rank: "stated", value, ...roundingRange(percent)}, attributes);
  return {nb: `Tenkt: ${said.nb}.`, en: `Supposed: ${said.en}.`};
}

function narrowing(supposition: Supposition, more: BoundsModel): FigureView {
  const {question, percent, model, summary, subtitle, selection} = supposition;
  const narrowed = narrowest(question, {summary, model, more})
    .slice(0, shown)
    .flatMap((each) => asQuantities(each.question, {summary, model, more}));
  return {
    title: narrowed.length > 0 ? narrowsText(percent) : narrowsNothing,
    subtitle: joinTexts(
      subtitle,
      readingsOf(
        summary,
        narrowed.flatMap(({before, quantity}) => [...before.claims, ...quantity.claims]),
        selection,
      ),
    ),
    alt: inBoth((lang) => [subtitle[lang], ...narrowed.map((each) => changeText(each, summary)[lang])].join(" ")),
    note: {
      nb: `Et tankeeksperiment: Prosenten har du valgt selv, og den regnes som avrundet, fra ${formatNumber(percent - 0.5, "nb", 1)} til ${formatNumber(percent + 0.5, "nb", 1)}. Stiplet: spennet i dag. Hul stolpe: det som ville vært igjen.`,
      en: `A thought experiment: you chose the percentage, which is taken as rounded, from ${formatNumber(percent - 0.5, "en", 1)} to ${formatNumber(percent + 0.5, "en", 1)}. Dashed: the range today. Hollow bar: what would be left.`,
    },
    empty: words.noBar,
    rows: narrowed.flatMap((each) => [
      {
        quantity: each.before,
        label: rowLabel(each, summary),
        note: {nb: "slik sammendraget lar det stå", en: "as the summary leaves it"},
      },
      {
        quantity: each.quantity,
        label: rowLabel(each, summary),
        note: supposedText(question, percent, summary),
      },
    ]),
    chart: (options) =>
      rangeRows(
        narrowed.map((each) => ({...each, ...twoLines(each.question, summary.attributes)})),
        options,
      ),
  };
}

function narrowsText(percent: number): Text {
  return {
    nb: `Hvis det var ${percent} av 100, ville disse spennene krympe`,
    en: `If it were ${percent} of 100, these ranges would shrink`,
  };
}

const narrowsNothing: Text = {
  nb: "Dette tallet ville ikke gjort noe annet spenn smalere",
  en: "This number would narrow no other range",
};

/** "…: from 1 to 100 of 100 to 43 to 53 of 100", in words. */
function changeText(each: Change, summary: Summary): Text {
  const label = rowLabel(each, summary);
  const [before, after] = [each.before, each.quantity].map((range) => inBoth((lang) => formatOf100(range, lang)));
  return {
    nb: `${label.nb}: før ${before.nb}, så ${after.nb}.`,
    en: `${label.en}: before ${before.en}, then ${after.en}.`,
  };
}

/** A range that narrows, before and after. */
interface Change {
  question: Question;
  before: Quantity;
  quantity: Quantity;
}

function asQuantities(question: Question, {summary, model, more}: Asked & {more: BoundsModel}): Change[] {
  const before = ask(question, {summary, model}).quantity;
  const after = ask(question, {summary, model: more}).quantity;
  return before && after ? [{question, before, quantity: supposed(after)}] : [];
}

/** The question as a line of the table. */
function rowLabel({question}: Change, {attributes}: Summary): Text {
  const {label, sub} = twoLines(question, attributes);
  return inBoth((lang) => `${label[lang]}, ${sub[lang]}`);
}

/** The question in two lines: the first thing that is counted, and what goes with it or among whom it is counted. */
function twoLines(
  {event: [first, ...others], given}: Question,
  attributes: readonly Attribute[],
): {label: Text; sub: Text} {
  const label = shortLabel([first], attributes);
  if (others.length > 0) {
    const also = eventLabel(others, attributes);
    return {label, sub: {nb: `og ${uncapital(also.nb)}`, en: `and ${uncapital(also.en)}`}};
  }
  return {label, sub: amongText(given, attributes)};
}

/** A question that has no range to be narrowed: the same is said in its place. */
function refusal({question, model, summary: {attributes}, subtitle}: Supposition): FigureView {
  const title = answerText(question, answer(model, question), attributes);
  return {
    title,
    subtitle,
    alt: title,
    note: {nb: "Velg et annet tall å tenke deg.", en: "Choose another number to suppose."},
    empty: words.noBar,
    rows: [],
    chart: (options) => rangeRows([], options),
  };
}

/** A number that cannot be: what it would have to be, and which stated numbers say so. */
function contradiction(
  {question, percent, model, summary, subtitle, selection}: Supposition,
  against: readonly string[],
): FigureView {
  const [{quantity}] = askAll([question], {summary, model});
  const list = claimsText(
    against.filter((id) => id !== "supposed"),
    summary,
  );
  return {
    title: cannotText(quantity, percent),
    subtitle: joinTexts(subtitle, readingsOf(summary, [...against, ...quantity.claims], selection)),
    alt: inBoth((lang) => `${quantity.label[lang]}: ${formatOf100(quantity, lang)}.`),
    note: isByWords(quantity)
      ? {nb: "Det følger av hva ordene betyr.", en: "It follows from what the words mean."}
      : {
          nb: `Tallet du tenkte deg, kan ikke stemme sammen med ${list.nb}. Stolpen viser hva det kan være.`,
          en: `The number you supposed cannot be true together with ${list.en}. The bar shows what it can be.`,
        },
    rows: [{quantity}],
    chart: (options) => rangeRows([{quantity}], options),
  };
}

function cannotText(quantity: Quantity, percent: number): Text {
  if (quantity.rank === "stated" || isByWords(quantity)) {
    const shown = inBoth((lang) => formatQuantity(quantity, lang));
    return {
      nb: `Det kan ikke være ${percent} %: det er ${shown.nb}`,
      en: `It cannot be ${percent}%: it is ${shown.en}`,
    };
  }
  return {
    nb: `Det kan ikke være ${percent} %, for da stemmer ikke det sammendraget oppgir`,
    en: `It cannot be ${percent}%, for then what the summary states would not hold`,
  };
}

/** None or all, whatever was stated. */
const isByWords = ({rank, low, high, claims}: Quantity) => rank === "derived" && low === high && claims.length === 0;
