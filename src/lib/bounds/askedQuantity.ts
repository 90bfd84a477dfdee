import type {Attribute, Summary} from "../claims/claim.js";
import {inBoth, joinList, type Text} from "../language/text.js";
import type {Quantity} from "../quantities/quantity.js";
import {settings} from "../settings.js";
import {type Answer, answer, type Question, support} from "./answer.js";
import type {BoundsModel} from "./model.js";
import {eventLabel, groupText} from "./sentence.js";

/** What a question is asked of: a model, and the summary whose words it is in. */
export interface Asked {
  summary: Summary;
  model: BoundsModel;
}

/** A question's answer, and the same as a quantity; the quantity is null when the answer is no range. */
export function ask(question: Question, asked: Asked): {found: Answer; quantity: Quantity | null} {
  const found = answer(asked.model, question);
  return {found, quantity: found.status === "range" ? quantityOf(question, found, asked) : null};
}

/** The answers to many questions as quantities, without those that have none. */
export function askAll(questions: readonly Question[], asked: Asked): {question: Question; quantity: Quantity}[] {
  return questions.flatMap((question) => {
    const {quantity} = ask(question, asked);
    return quantity ? [{question, quantity}] : [];
  });
}

/** Every attribute of all, then of those with each other attribute. */
export function pairs(attributes: readonly Attribute[]): Question[] {
  const codes = attributes.map(({code}) => code);
  const given = [[], ...codes.map((code) => [code])];
  return given.flatMap((of) => codes.filter((code) => !of.includes(code)).map((code) => ({event: [code], given: of})));
}

function quantityOf(
  question: Question,
  {rank, value, low, high}: Extract<Answer, {status: "range"}>,
  {summary, model}: Asked,
): Quantity {
  const {attributes} = summary;
  const stated = rank === "stated" && statedClaim(model, question);
  return {
    id: askedId(question),
    label: eventLabel(question.event, attributes),
    rank,
    unit: "proportion",
    value,
    low,
    high,
    base: groupText(question, attributes),
    time: timeOf(question, attributes, model),
    claims: stated ? [stated] : support(model, question).map(({claim}) => claim),
    source: settings.source,
  };
}

/** A name for a question’s answer, fit for an anchor: `asked-onFacebook-of-not-usesNow`. */
function askedId({event, given}: Question): string {
  return ["asked", ...event, "of", ...given].join("-").replaceAll("!", "not-");
}

function statedClaim({stated}: BoundsModel, {event, given}: Question): string | undefined {
  return stated.find((share) => String(share.event) === String(event) && String(share.given) === String(given))?.claim;
}

/**
 * When what is counted holds: all times of its attributes, each once. What implies an attribute that the reading does
 * not tell from a later one is as late: a goal of strategies by the year's end.
 */
function timeOf({event}: Question, attributes: readonly Attribute[], {standsFor}: BoundsModel): Text {
  const codes = event.map((literal) => literal.replace("!", ""));
  const asked = attributes.filter(({code}) => codes.includes(code));
  const times = asked.map(({implies, time}) => {
    const later = implies.map((code) => standsFor.get(code)).find((code) => code !== undefined);
    return attributes.find(({code}) => code === later)?.time ?? time;
  });
  return inBoth((lang) => joinList([...new Set(times.map((time) => time[lang]))], lang));
}
