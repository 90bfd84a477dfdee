import {answer, type Question} from "../../lib/bounds/answer.js";
import {type Asked, ask, askAll} from "../../lib/bounds/askedQuantity.js";
import {conflict} from "../../lib/bounds/conflict.js";
import {type BoundsModel, boundsModel, withShare} from "../../lib/bounds/model.js";
import {narrowest} from "../../lib/bounds/narrowing.js";
import {answerText, eventLabel, groupText} from "../../lib/bounds/sentence.js";
import type {Attribute, Summary} from "../../lib/claim.js";
import type {FigureFacts} from "../../lib/facts.js";
import {formatOf100} from "../../lib/format.js";
import {type Quantity, roundingRange} from "../../lib/quantity.js";
import type {Choice, Selection} from "../../lib/selection.js";
import {inBoth, type Text} from "../../lib/text.js";
import type {Figure, FigureView} from "../figure.js";
import {rangeRows} from "../rangeRows.js";
import {questionChoices, questionOf} from "./questionChoices.js";
import {joinTexts, plainReadingChoices, readingText} from "./readingChoices.js";
import {claimsText} from "./restsOn.js";

const keys = {of: "ifOf", what: "ifWhat"};
const initial = {of: "usesNow", what: "strategyByYearEnd"};

/** How many of the ranges that narrow are shown. */
const shown = 6;

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

/** What a reader supposes, and what it is put to. */
interface Supposition {
  question: Question;
  percent: number;
  model: BoundsModel;
  summary: Summary;
  /** Said under the title: what is supposed, and how the ambiguous sentence is read. */
  subtitle: Text;
}

function view(facts: FigureFacts, selection: Selection): FigureView {
  const {summary} = facts;
  const question = questionOf(selection, keys);
  const percent = Number(selection.if);
  const model = boundsModel(facts, selection);
  const subtitle = joinTexts(supposedText(question, percent, summary), readingText(summary, selection));
  const supposition = {question, percent, model, summary, subtitle};
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
  const {question, percent, model, summary, subtitle} = supposition;
  const narrowed = narrowest(question, {summary, model, more})
    .slice(0, shown)
    .flatMap((each) => asQuantities(each.question, {summary, model, more}));
  return {
    title: narrowed.length > 0 ? titles.narrows : titles.narrowsNothing,
    subtitle,
    alt: inBoth((lang) => [subtitle[lang], ...narrowed.map((each) => changeText(each, summary)[lang])].join(" ")),
    note: {
      nb: "Et tankeeksperiment, ikke et funn: prosenten har du valgt selv. Stiplet er spennet slik sammendraget lar det stå; fargen er det som ville vært igjen.",
      en: "A thought experiment, not a finding: you chose the percentage yourself. Dashed is the range as the summary leaves it; the colour is what would be left.",
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

const titles = {
  narrows: {nb: "Ett tall til, og disse spennene krymper", en: "One more number, and these ranges shrink"},
  narrowsNothing: {
    nb: "Dette tallet ville ikke gjort noe annet spenn smalere",
    en: "This number would narrow no other range",
  },
} satisfies Record<string, Text>;

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
  return before && after ? [{question, before, quantity: {...after, id: `${after.id}-supposed`}}] : [];
}

/** The question as a line of the table. */
function rowLabel({question}: Change, {attributes}: Summary): Text {
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

/** A question that has no range to be narrowed: the same is said in its place. */
function refusal({question, model, summary: {attributes}, subtitle}: Supposition): FigureView {
  const title = answerText(question, answer(model, question), attributes);
  return {
    title,
    subtitle,
    alt: title,
    note: {nb: "Velg et annet tall å tenke deg kjent.", en: "Choose another number to suppose known."},
    empty: title,
    rows: [],
    chart: (options) => rangeRows([], options),
  };
}

/** A number that cannot be: what it would have to be, and which stated numbers say so. */
function contradiction(
  {question, percent, model, summary, subtitle}: Supposition,
  against: readonly string[],
): FigureView {
  const [{quantity}] = askAll([question], {summary, model});
  const list = claimsText(
    against.filter((id) => id !== "supposed"),
    summary,
  );
  return {
    title: {
      nb: `Det kan ikke være ${percent} %, for sammendraget oppgir noe annet`,
      en: `It cannot be ${percent}%, for the summary states otherwise`,
    },
    subtitle,
    alt: inBoth((lang) => `${quantity.label[lang]}: ${formatOf100(quantity, lang)}.`),
    note: {
      nb: `Tallet du tenkte deg, kan ikke stemme sammen med ${list.nb}. Spennet viser hva det kan være.`,
      en: `The number you supposed cannot be true together with ${list.en}. The range shows what it can be.`,
    },
    rows: [{quantity}],
    chart: (options) => rangeRows([{quantity, label: quantity.label[options.lang]}], options),
  };
}
