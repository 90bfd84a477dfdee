import {answer, type Question} from "../../lib/bounds/answer.js";
import {askAll} from "../../lib/bounds/askedQuantity.js";
import {conflict} from "../../lib/bounds/conflict.js";
import {type BoundsModel, boundsModel, withShare} from "../../lib/bounds/model.js";
import {answerText, eventLabel, groupText, questionText} from "../../lib/bounds/sentence.js";
import type {Attribute, Summary} from "../../lib/claim.js";
import type {FigureFacts} from "../../lib/facts.js";
import {formatOf100, formatPercent} from "../../lib/format.js";
import {type Quantity, roundingRange} from "../../lib/quantity.js";
import type {Choice, Selection} from "../../lib/selection.js";
import {inBoth, joinList, type Text} from "../../lib/text.js";
import type {Figure, FigureView} from "../figure.js";
import {rangeRows} from "../rangeRows.js";
import {pairs} from "./informative.js";
import {questionChoices, questionOf} from "./questionChoices.js";
import {plainReadingChoices} from "./readingChoices.js";

const keys = {of: "ifOf", what: "ifWhat"};
const initial = {of: "usesNow", what: "strategyByYearEnd"};

/** How many of the ranges that narrow are shown. */
const shown = 8;

/** What one more known number would do: the ranges that it would narrow most, before and after. */
export const oneMore: Figure = {
  id: "one-more",
  page: "what-can-it-say",
  asks: true,
  choices: ({summary}) => [...questionChoices(summary, keys, initial), percentChoice, ...plainReadingChoices(summary)],
  view,
};

const percentChoice: Choice = {
  key: "if",
  label: {nb: "Tenk deg at det er så mange prosent", en: "Suppose that it is so many per cent"},
  kind: "one",
  control: "slider",
  initial: "40",
  options: Array.from({length: 101}, (_, percent) => ({code: String(percent), label: inBoth(() => String(percent))})),
};

function view(facts: FigureFacts, selection: Selection): FigureView {
  const {summary} = facts;
  const model = boundsModel(facts, selection);
  const supposed = questionOf(selection, keys);
  const percent = Number(selection.if);
  const found = answer(model, supposed);
  if (found.status !== "range") return refusal(answerText(supposed, found, summary.attributes), supposed, summary);
  const share = {claim: "supposed", ...supposed, value: percent / 100, ...roundingRange(percent)};
  const more = withShare(model, share);
  const against = conflict(more);
  if (against.length > 0) return contradiction(supposed, {percent, against, model, summary});
  return narrowing(supposed, {percent, model, more, summary});
}

interface Supposition {
  percent: number;
  model: BoundsModel;
  summary: Summary;
}

function narrowing(supposed: Question, {percent, model, more, summary}: Supposition & {more: BoundsModel}): FigureView {
  const narrowed = narrowest(supposed, {model, more, summary});
  const text = supposedText(supposed, percent, summary);
  return {
    title: {
      nb:
        narrowed.length > 0
          ? `Ett tall til, og disse spennene krymper`
          : "Dette tallet ville ikke gjort noe annet spenn smalere",
      en: narrowed.length > 0 ? `One more number, and these ranges shrink` : "This number would narrow no other range",
    },
    subtitle: text,
    alt: inBoth((lang) =>
      [
        `${text[lang]}`,
        ...narrowed.map(
          (each) =>
            `${rowLabel(each, summary)[lang]}: ${lang === "nb" ? "fra" : "from"} ${formatOf100(each.before, lang)} ${lang === "nb" ? "til" : "to"} ${formatOf100(each.quantity, lang)}.`,
        ),
      ].join(" "),
    ),
    note: {
      nb: "Et tankeeksperiment, ikke et funn: prosenten har du valgt selv. Stiplet grått er spennet slik sammendraget lar det stå; fargen er det som ville vært igjen.",
      en: "A thought experiment, not a finding: you chose the percentage yourself. Dashed grey is the range as the summary leaves it; the colour is what would be left.",
    },
    empty: {
      nb: "Ingen andre spenn blir smalere av dette tallet.",
      en: "No other range is narrowed by this number.",
    },
    rows: narrowed.flatMap((each) => [
      {
        quantity: each.before,
        label: rowLabel(each, summary),
        note: {nb: "slik sammendraget lar det stå", en: "as the summary leaves it"},
      },
      {
        quantity: each.quantity,
        label: rowLabel(each, summary),
        note: {nb: `tenkt: ${percent} %`, en: `supposed: ${percent}%`},
      },
    ]),
    chart: (options) =>
      rangeRows(
        narrowed.map(({question, before, quantity}) => {
          const {label, sub} = twoLines(question, summary.attributes);
          return {quantity, before, label: label[options.lang], sub: sub[options.lang]};
        }),
        options,
      ),
  };
}

/** A range that narrows: what it was, what it would be, and the question that it answers. */
interface Narrowed {
  question: Question;
  before: Quantity;
  quantity: Quantity;
}

/** The question as a line of the table. */
function rowLabel({question}: Narrowed, {attributes}: Summary): Text {
  const {label, sub} = twoLines(question, attributes);
  return inBoth((lang) => `${label[lang]}, ${sub[lang]}`);
}

/** The question in two lines: the first thing that is counted, and what goes with it or of whom it is counted. */
function twoLines(
  {event: [first, ...others], given}: Question,
  attributes: readonly Attribute[],
): {label: Text; sub: Text} {
  const label = eventLabel([first], attributes);
  if (others.length > 0) {
    const also = eventLabel(others, attributes);
    return {label, sub: {nb: `og ${lower(also.nb)}`, en: `and ${lower(also.en)}`}};
  }
  const group = groupText({given}, attributes);
  return {label, sub: {nb: `av ${group.nb}`, en: `of ${group.en}`}};
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The ranges that a supposed number narrows most, widest narrowing first; ones that say the same are taken once. */
function narrowest(
  supposed: Question,
  {model, more, summary}: {model: BoundsModel; more: BoundsModel; summary: Summary},
): Narrowed[] {
  const attributes = summary.attributes.filter(({code}) => !model.standsFor.has(code));
  const codes = attributes.map(({code}) => code);
  const without = codes.flatMap((a) => codes.filter((b) => b !== a).map((b) => ({event: [a, `!${b}`], given: []})));
  const questions = [...without, ...pairs(attributes)].filter(
    (each) => String(each.event) !== String(supposed.event) || String(each.given) !== String(supposed.given),
  );
  const before = askAll(questions, {summary, model});
  const after = askAll(questions, {summary, model: more});
  const width = ({low, high}: Quantity) => high - low;
  return before
    .map(({question, quantity}, index) => ({
      question,
      before: quantity,
      quantity: {...after[index].quantity, id: `${quantity.id}-supposed`},
    }))
    .map((each) => ({...each, gain: width(each.before) - width(each.quantity)}))
    .filter(({gain}) => gain > 0.01)
    .sort((a, b) => b.gain - a.gain)
    .filter((each, index, sorted) => sorted.findIndex((other) => isSameRange(other, each)) === index)
    .slice(0, shown);
}

function isSameRange(a: Narrowed, b: Narrowed): boolean {
  const ends = ({before, quantity}: Narrowed) => [before.low, before.high, quantity.low, quantity.high];
  return ends(a).every((end, index) => Math.abs(end - ends(b)[index]) < 1e-6);
}

function supposedText(supposed: Question, percent: number, {attributes}: Summary): Text {
  const value = percent / 100;
  const said = answerText(supposed, {status: "range", rank: "stated", value, ...roundingRange(percent)}, attributes);
  return {nb: `Tenkt: ${said.nb}`, en: `Supposed: ${said.en}`};
}

function refusal(title: Text, supposed: Question, {attributes}: Summary): FigureView {
  return {
    title,
    subtitle: questionText(supposed, attributes),
    alt: title,
    note: {nb: "Velg et annet tall å tenke deg kjent.", en: "Choose another number to suppose known."},
    empty: title,
    rows: [],
    chart: (options) => rangeRows([], options),
  };
}

/** A number that cannot be: what it would have to be, and which stated numbers say so. */
function contradiction(
  supposed: Question,
  {percent, against, model, summary}: Supposition & {against: readonly string[]},
): FigureView {
  const [{quantity}] = askAll([supposed], {summary, model});
  const claims = summary.claims.filter(({id}) => against.includes(id));
  const list = inBoth((lang) =>
    joinList(
      claims.map(({value, label, text}) => `${formatPercent((value ?? 0) / 100, lang)} (${(label ?? text)[lang]})`),
      lang,
    ),
  );
  return {
    title: {
      nb: `Det kan ikke være ${percent} %, for sammendraget oppgir noe annet`,
      en: `It cannot be ${percent}%, for the summary states otherwise`,
    },
    subtitle: supposedText(supposed, percent, summary),
    alt: inBoth((lang) => `${quantity.label[lang]}: ${formatOf100(quantity, lang)}.`),
    note: {
      nb: `Tallet du tenkte deg, kan ikke stemme sammen med ${list.nb}. Spennet viser hva det kan være.`,
      en: `The number you supposed cannot be true together with ${list.en}. The range shows what it can be.`,
    },
    rows: [{quantity}],
    chart: (options) => rangeRows([{quantity, label: quantity.label[options.lang]}], options),
  };
}
