import type {Answer, Question} from "../../lib/bounds/answer.js";
import {support} from "../../lib/bounds/answer.js";
import {ask} from "../../lib/bounds/askedQuantity.js";
import {type BoundsModel, boundsModel} from "../../lib/bounds/model.js";
import {answerText} from "../../lib/bounds/sentence.js";
import type {Summary} from "../../lib/claims/claim.js";
import {inBoth, joinList, type Text} from "../../lib/language/text.js";
import {words} from "../../lib/language/words.js";
import type {Quantity} from "../../lib/quantities/quantity.js";
import {rankLabel} from "../../lib/quantities/rank.js";
import type {Selection} from "../../lib/selection.js";
import {rangeRows} from "../charts/rangeRows.js";
import type {Figure, FigureView, Given, Row} from "../figure.js";
import {derivationText, nameOf} from "./derivationText.js";
import {questionChoices, questionOf} from "./questionChoices.js";
import {joinTexts, plainReadingChoices, readingText} from "./readingChoices.js";
import {saidRange} from "./saidRange.js";

const keys = {of: "of", andOf: "andOf", what: "what", andWhat: "andWhat"};
const initial = {of: "usesNow", what: "strategyByYearEnd"};

/** A question that the reader builds, its range, and the stated numbers that hold the range where it is. */
export const question: Figure<"summary" | "solve"> = {
  id: "question",
  page: "what-can-it-say",
  needs: ["summary", "solve"],
  choices: ({summary}) => [...questionChoices(summary, keys, initial), ...plainReadingChoices(summary)],
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
      ? joinTexts(measuredText(quantity), readingText(summary, selection))
      : readingText(summary, selection),
    alt: altOf(quantity, left),
    note: noteOf(found, left.length > 0, summary),
    empty: words.noBar,
    rows: quantity ? [{quantity, note: derivationText(quantity, summary)}, ...left] : [],
    chart: (options) =>
      rangeRows(
        [
          ...(quantity ? [{quantity, label: withAll[options.lang]}] : []),
          ...left.map(({quantity: without, label}) => ({
            quantity: without,
            label: label[options.lang],
            colour: "context" as const,
          })),
        ],
        options,
      ),
  };
}

const withAll: Text = {nb: "Med alle tallene", en: "With all the numbers"};

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
  const name = inBoth((lang) => nameOf(id, summary, lang));
  return {nb: `Uten tallet for «${name.nb}»`, en: `Without the number for “${name.en}”`};
}

/** Rank, base and time; what is asked stands in the title. */
function measuredText({rank, base, time}: Quantity): Text {
  return inBoth((lang) => {
    const label = rankLabel[rank][lang];
    const of = lang === "nb" ? "av" : "of";
    return `${label.charAt(0).toUpperCase()}${label.slice(1)}, ${of} ${base[lang]}; ${time[lang]}.`;
  });
}

function altOf(quantity: Quantity | null, left: readonly LabelledRow[]): Text {
  return inBoth((lang) => {
    if (!quantity) return lang === "nb" ? "Ingen stolpe." : "No bar.";
    const bars = left.map(({label, quantity: without}) => `${label[lang]}: ${saidRange(without, lang)}.`);
    return [`${quantity.label[lang]}: ${saidRange(quantity, lang)}.`, ...bars].join(" ");
  });
}

function noteOf(found: Answer, isHeld: boolean, {claims}: Summary): Text {
  if (found.status === "contradiction") {
    const list = inBoth((lang) =>
      joinList(
        found.claims.map((id) => claims.find((claim) => claim.id === id)?.label?.[lang] ?? id),
        lang,
      ),
    );
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
    nb: "Stolpen går fra det minste til det største som passer med alt sammendraget oppgir. Den er åpen i endene, og sammendraget gir ingen grunn til å tro mer på én verdi i den enn på en annen. Radene under viser spennet om ett av tallene ikke var oppgitt.",
    en: "The bar goes from the least to the greatest that fits all the summary states. It is open at its ends, and the summary gives no reason to believe in one value within it more than in another. The rows below show the range had one of the numbers not been stated.",
  },
  heldByMany: {
    nb: "Stolpen går fra det minste til det største som passer med alt sammendraget oppgir. Ikke noe enkelt tall holder den på plass: uten ett av dem gir de andre det samme.",
    en: "The bar goes from the least to the greatest that fits all the summary states. No single number holds it in place: without one of them the others give the same.",
  },
  stated: {
    nb: "Dette tallet står i sammendraget. Radene under, om det er noen, viser hva de andre tallene ville sagt uten det.",
    en: "This number is printed in the summary. The rows below, if there are any, show what the other numbers would say without it.",
  },
  derived: {
    nb: "Svaret følger av de oppgitte tallene. Spennet kommer bare av at de er avrundet. Radene under viser spennet om ett av dem ikke var oppgitt.",
    en: "The answer follows from the stated numbers. The range comes from their rounding only. The rows below show the range had one of them not been stated.",
  },
  words: {
    nb: "Dette følger av hva ordene betyr, uansett hvilke tall sammendraget oppgir.",
    en: "This follows from what the words mean, whatever numbers the summary states.",
  },
  unknown: {
    nb: "Alt fra ingen til alle passer med det sammendraget oppgir. Rammen er tom.",
    en: "Anything from none to all fits what the summary states. The frame is empty.",
  },
} satisfies Record<string, Text>;
