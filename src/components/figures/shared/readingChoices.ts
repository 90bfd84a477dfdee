import type {Summary} from "../../../lib/claims/claim.js";
import {inBoth, type Text} from "../../../lib/language/text.js";
import type {Choice, Selection} from "../../../lib/selection.js";

/** The ways to read what is ambiguous, as switches. */
export function readingChoices({readings}: Summary): Choice[] {
  return readings.map(({id, question, options}) => ({
    key: id,
    label: question,
    kind: "one",
    initial: options[0].code,
    options: options.map(({code, label, text}) => ({code, label, hint: text})),
  }));
}

/** The same for a figure with much else to choose: without the reasons, which stand where the readings are told of. */
export function plainReadingChoices(summary: Summary): Choice[] {
  return readingChoices(summary).map((choice) => ({
    ...choice,
    options: choice.options.map(({code, label}) => ({code, label})),
  }));
}

/** Which readings an answer depends on, given the numbers that it rests on, and those that a reader chose; may be empty. */
export function readingsOf({readings, ...summary}: Summary, claims: readonly string[], selection: Selection): Text {
  const own = readings.filter(({id, claim, options}) => claims.includes(claim) || selection[id] !== options[0].code);
  return own.length > 0 ? readingText({...summary, readings: own}, selection) : {nb: "", en: ""};
}

/** Which readings a figure is drawn for, as a sentence under its title. */
export function readingText({readings}: Summary, selection: Selection): Text {
  const labels = inBoth((lang) =>
    readings
      .flatMap(({id, options}) => options.filter(({code}) => code === selection[id]))
      .map(({label}) => (lang === "nb" ? `«${label.nb}»` : `“${label.en}”`))
      .join(", "),
  );
  return {nb: `Tolkning: ${labels.nb}.`, en: `Reading: ${labels.en}.`};
}

/** Sentences after each other. */
export function joinTexts(...texts: readonly Text[]): Text {
  return inBoth((lang) =>
    texts
      .map((text) => text[lang])
      .filter(Boolean)
      .join(" "),
  );
}
