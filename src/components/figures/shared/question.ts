import {type Answer, type Question, support} from "../../../lib/bounds/answer.js";
import {ask} from "../../../lib/bounds/askedQuantity.js";
import {type BoundsModel, boundsModel} from "../../../lib/bounds/model.js";
import {answerText} from "../../../lib/bounds/sentence.js";
import type {Summary} from "../../../lib/claims/claim.js";
import {capital, inBoth, type Text} from "../../../lib/language/text.js";
import {words} from "../../../lib/language/words.js";
import type {Quantity} from "../../../lib/quantities/quantity.js";
import {rankLabel} from "../../../lib/quantities/rank.js";
import type {Selection} from "../../../lib/selection.js";
import {rangeRows} from "../../charts/rangeRows.js";
import type {Figure, FigureView, Given, Row} from "../../figure.js";
import {claimsText, derivationText, nameOf} from "./derivationText.js";
import {questionChoices, questionOf} from "./questionChoices.js";
import {joinTexts, plainReadingChoices, readingsOf, readingText} from "./readingChoices.js";
import {saidRange} from "./saidRange.js";

const keys = {of: "of", andOf: "andOf", what: "what", andWhat: "andWhat"};
const initial = {of: "usesNow", what: "strategyByYearEnd"};

/** A question that the reader builds, its range, and the stated numbers that hold the range where it is. */
export const question: Figure<"summary" | "solve"> = {
  id: "question",
  page: "what-can-it-say",
  needs: ["summary", "solve"],
  choices: ({summary}) => [
    ...questionChoices(summary, keys, initial),
    ...plainReadingChoices(summary).map((choice) => ({...choice, where: "more"})),
  ],
  view,
};

function view(facts: Given<"summary" | "solve">, selection: Selection): FigureView {
  const {summary} = facts;
  const model = boundsModel(facts, selection);
  const asked = questionOf(selection, keys);
  const {found, quantity} = ask(asked, {summary, model});
  const left = quantity ? withoutRows(asked, {summary, model, quantity}) : [];
  return {
    title: answerText(asked, found, summary.attributes),
    subtitle: quantity
      ? joinTexts(measuredText(quantity), readingsOf(summary, quantity.claims, selection))
      : readingText(summary, selection),
    alt: altOf(quantity, left),
    note: noteOf(found, left.length > 0, summary),
    empty: words.noBar,
    rows: quantity ? [{quantity, note: derivationText(quantity, summary)}, ...left] : [],
    chart: (options) =>
      rangeRows(
        [
          ...(quantity ? [{quantity, label: withAll}] : []),
          ...left.map((row) => ({...row, colour: "context" as const})),
        ],
        options,
      ),
  };
}

const withAll: Text = {nb: "Med alle tallene", en: "With all the figures"};

type LabelledRow = Row & {label: Text};

/** The range as it would be without each of the numbers that it rests on. */
function withoutRows(
  asked: Question,
  {summary, model, quantity}: {summary: Summary; model: BoundsModel; quantity: Quantity},
): LabelledRow[] {
  return support(model, asked).map(({claim, low, high}) => ({
    label: withoutText(claim, summary),
    quantity: {
      ...quantity,
      id: `${quantity.id}-without-${claim}`,
      rank: low < 1e-8 && high > 1 - 1e-8 ? "unknown" : "bounded",
      value: null,
      low,
      high,
      claims: quantity.claims.filter((each) => each !== claim),
    },
  }));
}

function withoutText(id: string, summary: Summary): Text {
  const name = nameOf(id, summary);
  return {nb: `Uten tallet for «${name.nb}»`, en: `Without the figure for “${name.en}”`};
}

/** Rank, base and time; what is asked stands in the title. */
function measuredText({rank, base, time}: Quantity): Text {
  return inBoth((lang) => {
    const of = lang === "nb" ? "av" : "of";
    return `${capital(rankLabel[rank][lang])}, ${of} ${base[lang]}; ${time[lang]}.`;
  });
}

function altOf(quantity: Quantity | null, left: readonly LabelledRow[]): Text {
  return inBoth((lang) => {
    if (!quantity) return lang === "nb" ? "Ingen stolpe." : "No bar.";
    const bars = left.map(({label, quantity: without}) => `${label[lang]}: ${saidRange(without, lang)}.`);
    return [`${quantity.label[lang]}: ${saidRange(quantity, lang)}.`, ...bars].join(" ");
  });
}

function noteOf(found: Answer, isHeld: boolean, summary: Summary): Text {
  if (found.status === "contradiction") {
    const list = claimsText(found.claims, summary, nameOf);
    return {nb: `Disse tallene kan ikke alle stemme: ${list.nb}.`, en: `These numbers cannot all be true: ${list.en}.`};
  }
  if (found.status !== "range") return notes[found.status];
  if (found.rank === "bounded") return isHeld ? notes.held : notes.heldByMany;
  return found.rank === "derived" && !isHeld ? notes.words : notes[found.rank];
}

const notes = {
  nobody: {
    nb: "Vilkårene utelukker hverandre. Velg et annet vilkår.",
    en: "The conditions rule each other out. Choose another condition.",
  },
  notDistinguished: {
    nb: "Velg den andre tolkningen, eller spør om strategi innen utgangen av året.",
    en: "Choose the other reading, or ask about a strategy by the end of the year.",
  },
  held: {
    nb: "Stolpen går fra det laveste til det høyeste svaret som passer med alt sammendraget oppgir. Ingenting i det taler for ett svar i spennet framfor et annet. Radene under viser spennet uten ett av tallene.",
    en: "The bar runs from the lowest to the highest answer that fits everything the summary states. Nothing there favours one answer within it over another. The rows below show the range without one of the figures.",
  },
  heldByMany: {
    nb: "Stolpen går fra det laveste til det høyeste svaret som passer med alt sammendraget oppgir. Ikke noe enkelt tall avgjør: Uten ett av dem gir de andre det samme spennet.",
    en: "The bar runs from the lowest to the highest answer that fits everything the summary states. No single figure decides it: drop any one and the others give the same range.",
  },
  stated: {
    nb: "Dette tallet står i sammendraget. Eventuelle rader under viser hva de andre tallene ville gitt uten det.",
    en: "The summary prints this figure. Any rows below show what the other figures would give without it.",
  },
  derived: {
    nb: "Svaret følger av de oppgitte tallene, og spennet kommer bare av avrundingen. Radene under viser spennet uten ett av dem.",
    en: "The answer follows from the stated figures, and the range is rounding alone. The rows below show the range without one of them.",
  },
  words: {
    nb: "Dette følger av hva ordene betyr, uansett hvilke tall sammendraget oppgir.",
    en: "This follows from what the words mean, whatever figures the summary states.",
  },
  unknown: {
    nb: "Alt fra ingen til alle passer med det sammendraget oppgir.",
    en: "Anything from none to all fits what the summary states.",
  },
} satisfies Record<string, Text>;
