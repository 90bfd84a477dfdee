import type {Attribute, Event} from "../claims/claim.js";
import {formatNumber, outwardOf100} from "../language/format.js";
import {inBoth, joinList, type Lang, type Text} from "../language/text.js";
import type {Answer, Question, Range} from "./answer.js";

/*
 * Questions and answers in words. The reader builds a question from attributes, so its sentence is built from theirs;
 * beyond these every sentence is whole, in each language.
 */

/** Of whom a question asks: reads on from "of". */
export function groupText({given}: Pick<Question, "given">, attributes: readonly Attribute[]): Text {
  return {
    nb: `kommunene som ${answeredAnd(given, attributes, "nb")}`,
    en: `the municipalities that ${answeredAnd(given, attributes, "en")}`,
  };
}

/** What holds of those that are counted, as the label of a row. */
export function eventLabel(event: Event, attributes: readonly Attribute[]): Text {
  return inBoth((lang) => capital(isText(event, attributes, lang)));
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
  return {
    nb: `blant dem som ${whoText(given, attributes, "nb")}`,
    en: `among those that ${whoText(given, attributes, "en")}`,
  };
}

/** The question as it is asked. */
export function questionText({event, given}: Question, attributes: readonly Attribute[]): Text {
  const is = inBoth((lang) => isText(event, attributes, lang));
  return {
    nb: `Av kommunene som ${answeredAnd(given, attributes, "nb")}, hvor mange ${is.nb}?`,
    en: `Of the municipalities that ${answeredAnd(given, attributes, "en")}, how many ${is.en}?`,
  };
}

/** The answer in one sentence without a full stop: rounded outward, and always of those that answered. */
export function answerText({event, given}: Question, found: Answer, attributes: readonly Attribute[]): Text {
  if (found.status === "notDistinguished") return notDistinguishedText(found, attributes);
  if (found.status === "nobody") return nobody;
  if (found.status === "contradiction") return contradiction;
  if (event.every((literal) => given.includes(literal) || given.includes(negated(literal)))) return saidByGroup;
  const is = inBoth((lang) => isText(event, attributes, lang));
  const group = inBoth((lang) => answeredAnd(given, attributes, lang));
  if (found.rank === "unknown") {
    return {
      nb: `Sammendraget kan ikke si hvor mange av kommunene som ${group.nb}, som ${whoText(event, attributes, "nb")}`,
      en: `The summary cannot say how many of the municipalities that ${group.en} ${is.en}`,
    };
  }
  const all = certain(found);
  if (all === "none") {
    return {
      nb: `Ingen av kommunene som ${group.nb}, ${is.nb}`,
      en: `None of the municipalities that ${group.en} ${is.en}`,
    };
  }
  if (all === "all") {
    return {nb: `Alle kommunene som ${group.nb}, ${is.nb}`, en: `All municipalities that ${group.en} ${is.en}`};
  }
  if (isNearlyOpen(found)) {
    const ends = nearlyOpenText(found);
    return {
      nb: `Fra ${ends.nb} kommunene som ${group.nb}, ${is.nb}`,
      en: `From ${ends.en} of the municipalities that ${group.en} ${is.en}`,
    };
  }
  const many = inBoth((lang) => capital(countText(found, lang)));
  return {
    nb: `${many.nb} av${nbsp}100 kommuner som ${group.nb}, ${is.nb}`,
    en: `${many.en} of${nbsp}100 municipalities that ${group.en} ${is.en}`,
  };
}

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

/** True of a range that leaves out less than one of a hundred at each end. */
function isNearlyOpen(range: Range): boolean {
  const {low, high} = outwardOf100(range);
  return low === 0 && high === 100;
}

function nearlyOpenText({low, high}: Range): Text {
  const [some, most] = [low > 1e-8, high < 1 - 1e-8];
  return {
    nb: `${some ? "nesten ingen" : "ingen"} til ${most ? "nesten alle" : "alle"}`,
    en: `${some ? "hardly any" : "none"} to ${most ? "nearly all" : "all"}`,
  };
}

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

/** Whether a range leaves nobody, or nobody out. */
function certain({low, high}: Range): "none" | "all" | null {
  if (high < 1e-8) return "none";
  return low > 1 - 1e-8 ? "all" : null;
}

/** "answered and used social media": after "that". */
function answeredAnd(given: Event, attributes: readonly Attribute[], lang: Lang): string {
  const answered = lang === "nb" ? "svarte" : "answered";
  return joinList([answered, ...given.map((literal) => wordsOf(literal, attributes, "who")[lang])], lang);
}

function isText(event: Event, attributes: readonly Attribute[], lang: Lang): string {
  return joinList(
    event.map((literal) => wordsOf(literal, attributes, "is")[lang]),
    lang,
  );
}

function whoText(event: Event, attributes: readonly Attribute[], lang: Lang): string {
  return joinList(
    event.map((literal) => wordsOf(literal, attributes, "who")[lang]),
    lang,
  );
}

function wordsOf(literal: string, attributes: readonly Attribute[], place: "is" | "who"): Text {
  const {is, isNot, whoIs, whoIsNot} = attributeOf(literal.replace("!", ""), attributes);
  const [yes, no] = place === "is" ? [is, isNot] : [whoIs, whoIsNot];
  return literal.startsWith("!") ? no : yes;
}

function attributeOf(code: string, attributes: readonly Attribute[]): Attribute {
  const found = attributes.find((attribute) => attribute.code === code);
  if (!found) throw new Error(`unknown attribute: ${code}`);
  return found;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
