import {type Answer, answer, isWider, type Range} from "../bounds/answer.js";
import {allReadings, type BoundsModel, boundsModel, type Questioned, withoutClaim} from "../bounds/model.js";
import {groupText} from "../bounds/sentence.js";
import type {Quantity} from "../quantities/quantity.js";
import {settings} from "../settings.js";
import type {Attribute, NamedQuestion} from "./claim.js";

/**
 * Numbers that follow from the stated ones: the answers to questions that the report asks by name.
 *
 * @throws Error when a question has no answer: the claims contradict each other, or it asks what they do not tell apart
 */
export function derivedQuantities(questioned: Questioned, questions: readonly NamedQuestion[]): Quantity[] {
  return questions.map((question) => derivedQuantity(question, questioned));
}

function derivedQuantity(named: NamedQuestion, {summary, solve}: Questioned): Quantity {
  const {id, label, reading = {}, timeOf} = named;
  const models = allReadings(summary)
    .filter((each) => Object.entries(reading).every(([key, code]) => each[key] === code))
    .map((each) => boundsModel({summary, solve}, each));
  const range = widestRange(models, named);
  const rangeWithout = (claim: string) =>
    widestRange(
      models.map((model) => withoutClaim(model, claim)),
      named,
    );
  return {
    id,
    label,
    unit: "proportion",
    ...range,
    base: groupText(named, summary.attributes),
    time: (summary.attributes.find(({code}) => code === timeOf) as Attribute).time,
    claims: models[0].stated.map(({claim}) => claim).filter((claim) => isWider(rangeWithout(claim), range)),
    source: settings.source,
  };
}

/** What holds however the sentence is read: the least of the least, the greatest of the greatest. */
function widestRange(
  models: readonly BoundsModel[],
  named: NamedQuestion,
): Pick<Quantity, "rank" | "value" | "low" | "high"> {
  const ranges = models.map((model) => rangeOf(answer(model, named), named.id));
  const [first] = ranges;
  const isOne = ranges.every(({rank, value}) => rank === first.rank && value === first.value);
  return {
    rank: isOne ? first.rank : "bounded",
    value: isOne ? first.value : null,
    low: Math.min(...ranges.map(({low}) => low)),
    high: Math.max(...ranges.map(({high}) => high)),
  };
}

function rangeOf(given: Answer, id: string): Range {
  if (given.status === "range") return given;
  const about = given.status === "contradiction" ? `: ${given.claims.join(", ")}` : "";
  throw new Error(`a derived number has no answer: ${id} (${given.status}${about})`);
}
