import type {Attribute, Event} from "../claims/claim.js";
import {formatNumber, outwardOf100} from "../language/format.js";
import {capital, inBoth, type Lang, listText, type Text} from "../language/text.js";
import type {Answer, Question, Range} from "./answer.js";

/*
 * Questions and answers in words. The reader builds a question from attributes, so its sentence is built from theirs;
 * beyond these every sentence is whole, in each language.
 */

/** Of whom a question asks: reads on from "of". */
export function groupText({given}: Pick<Question, "given">, attributes: readonly Attribute[]): Text {
  const group = answeredAnd(given, attributes);
  return {nb: `kommunene som ${group.nb}`, en: `the municipalities that ${group.en}`};
}

/** What holds of those that are counted, as the label of a row. */
export function eventLabel(event: Event, attributes: readonly Attribute[]): Text {
  const is = phrase("is", event, attributes);
  return inBoth((lang) => capital(is[lang]));
}

/** The same in the room of a chart: by the short name of an attribute where there is one alone. */
export function shortLabel(event: Event, attributes: readonly Attribute[]): Text {
  const [literal, ...others] = event;
  const isName = others.length === 0 && !literal.startsWith("!");
  return isName ? attributeOf(literal, attributes).short : eventLabel(event, attributes);
}

/** Among whom something is counted, where it has been said that they answered. */
export function amongText(given: Event, attributes: readonly Attribute[]): Text {
  if (given.length === 0) return {nb: "blant alle", en: "among all"};
  const who = phrase("whoIs", given, attributes);
  return {nb: `blant dem som ${who.nb}`, en: `among those that ${who.en}`};
}

/** The question as it is asked. */
export function questionText({event, given}: Question, attributes: readonly Attribute[]): Text {
  const [group, is] = [answeredAnd(given, attributes), phrase("is", event, attributes)];
  return {
    nb: `Av kommunene som ${group.nb}, hvor mange ${is.nb}?`,
    en: `Of the municipalities that ${group.en}, how many ${is.en}?`,
  };
}

/** The answer in one sentence without a full stop: rounded outward, and always of those that answered. */
export function answerText({event, given}: Question, found: Answer, attributes: readonly Attribute[]): Text {
  if (found.status === "notDistinguished") return notDistinguishedText(found, attributes);
  if (found.status === "nobody") return nobody;
  if (found.status === "contradiction") return contradiction;
  if (event.every((literal) => given.includes(literal) || given.includes(negated(literal)))) return saidByGroup;
  const [group, is] = [answeredAnd(given, attributes), phrase("is", event, attributes)];
  if (found.rank === "unknown") {
    const who = phrase("whoIs", event, attributes);
    return {
      nb: `Sammendraget kan ikke si hvor mange av kommunene som ${group.nb}, som ${who.nb}`,
      en: `The summary cannot say how many of the municipalities that ${group.en} ${is.en}`,
    };
  }
  const many = manyText(found);
  return {nb: `${many.nb} som ${group.nb}, ${is.nb}`, en: `${many.en} that ${group.en} ${is.en}`};
}

/** How many municipalities a range leaves, as the beginning of a sentence. */
function manyText(range: Range): Text {
  const [isNone, isAll] = [range.high < certain, range.low > 1 - certain];
  if (isNone) return {nb: "Ingen av kommunene", en: "None of the municipalities"};
  if (isAll) return {nb: "Alle kommunene", en: "All municipalities"};
  const {low, high} = outwardOf100(range);
  if (low === 0 && high === 100) {
    const [some, notAll] = [range.low > certain, range.high < 1 - certain];
    return {
      nb: `Fra ${some ? "nesten ingen" : "ingen"} til ${notAll ? "nesten alle" : "alle"} kommunene`,
      en: `From ${some ? "hardly any" : "none"} to ${notAll ? "nearly all" : "all"} of the municipalities`,
    };
  }
  return {
    nb: `${capital(countText(range, "nb"))} av${nbsp}100 kommuner`,
    en: `${capital(countText(range, "en"))} of${nbsp}100 municipalities`,
  };
}

/** Shares nearer than this to 0 or 1 are that but for the solver's last digits. */
const certain = 1e-8;

/**
 * How many of a hundred, in words: "58" as printed, or a range rounded outward: "at least 24", "at most 81",
 * "between 5 and 81".
 */
export function countText(range: Pick<Range, "rank" | "value" | "low" | "high">, lang: Lang): string {
  if (range.rank === "stated" && range.value !== null) return formatNumber(range.value * 100, lang, 1);
  const {low, high} = outwardOf100(range);
  if (low === high) return String(low);
  if (high === 100) return lang === "nb" ? `minst${nbsp}${low}` : `at least${nbsp}${low}`;
  if (low === 0) return lang === "nb" ? `høyst${nbsp}${high}` : `at most${nbsp}${high}`;
  return lang === "nb" ? `mellom ${low} og${nbsp}${high}` : `between ${low} and${nbsp}${high}`;
}

const nbsp = "\u00a0";

const negated = (literal: string) => (literal.startsWith("!") ? literal.slice(1) : `!${literal}`);

const saidByGroup: Text = {
  nb: "Svaret ligger allerede i gruppen du spør om",
  en: "The group that you ask about already holds the answer",
};

const nobody: Text = {
  nb: "Ingen kommune kan være i gruppen du spør om",
  en: "No municipality can be in the group that you ask about",
};

const contradiction: Text = {
  nb: "Tallene motsier hverandre, så ingen andel passer til alle",
  en: "The numbers contradict each other, so that no share fits them all",
};

function notDistinguishedText(
  {attribute, from}: Extract<Answer, {status: "notDistinguished"}>,
  attributes: readonly Attribute[],
): Text {
  const [one, other] = [attribute, from].map((code) => attributeOf(code, attributes).short);
  return {
    nb: `Denne tolkningen skiller ikke «${one.nb}» fra «${other.nb}»`,
    en: `This reading does not tell “${one.en}” from “${other.en}”`,
  };
}

/** "answered and used social media": after "that". */
function answeredAnd(given: Event, attributes: readonly Attribute[]): Text {
  return listText([{nb: "svarte", en: "answered"}, ...wordsOf("whoIs", given, attributes)]);
}

/** What holds, as the end of a sentence, or after "that". */
function phrase(place: "is" | "whoIs", event: Event, attributes: readonly Attribute[]): Text {
  return listText(wordsOf(place, event, attributes));
}

function wordsOf(place: "is" | "whoIs", event: Event, attributes: readonly Attribute[]): Text[] {
  return event.map((literal) => {
    const attribute = attributeOf(literal.replace("!", ""), attributes);
    return literal.startsWith("!") ? attribute[`${place}Not`] : attribute[place];
  });
}

function attributeOf(code: string, attributes: readonly Attribute[]): Attribute {
  const found = attributes.find((attribute) => attribute.code === code);
  if (!found) throw new Error(`unknown attribute: ${code}`);
  return found;
}
