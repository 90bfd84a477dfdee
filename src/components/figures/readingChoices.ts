import type {Summary} from "../../lib/claim.js";
import type {Choice} from "../../lib/selection.js";

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
