import {type Answer, answer, isWider, type Question, type Range} from "../bounds/answer.js";
import {allReadings, type BoundsModel, boundsModel, type Questioned, withoutClaim} from "../bounds/model.js";
import {groupText} from "../bounds/sentence.js";
import {suggestion} from "../language/nearest.js";
import type {Text} from "../language/text.js";
import type {Quantity} from "../quantities/quantity.js";
import type {Selection} from "../selection.js";
import {settings} from "../settings.js";
import type {Attribute, Summary} from "./claim.js";

/** A question that the report asks by name, so that prose and figures cannot answer it differently. */
export interface NamedQuestion extends Question {
  /** What `[[id]]` in prose names. */
  id: string;
  label: Text;
  /** The attribute whose time the answer has. */
  timeOf: string;
  /** Options of readings that the question is asked under; of the others, all are taken together. */
  reading?: Selection;
}

const questions: readonly NamedQuestion[] = [
  {
    id: "not-using-now",
    label: {nb: "Bruker ikke sosiale medier nå", en: "Do not use social media now"},
    event: ["!usesNow"],
    given: [],
    timeOf: "usesNow",
  },
  {
    id: "planned-only",
    label: {nb: "Kommer til innen utgangen av 2011, etter planene", en: "Join by the end of 2011, according to plans"},
    event: ["usesByYearEnd", "!usesNow"],
    given: [],
    timeOf: "usesByYearEnd",
  },
  {
    id: "not-by-year-end",
    label: {nb: "Verken bruker eller planlegger å begynne i 2011", en: "Neither use nor plan to start in 2011"},
    event: ["!usesByYearEnd"],
    given: [],
    timeOf: "usesByYearEnd",
  },
  {
    id: "facebook-of-all",
    label: {nb: "På Facebook, av alle som svarte", en: "On Facebook, of all that answered"},
    event: ["onFacebook"],
    given: [],
    timeOf: "onFacebook",
  },
  {
    id: "two-or-more-of-all",
    label: {
      nb: "Har to eller flere Facebook-sider, av alle som svarte",
      en: "Have two or more Facebook pages, of all that answered",
    },
    event: ["twoOrMorePages"],
    given: [],
    timeOf: "twoOrMorePages",
  },
  {
    id: "no-strategy-by-year-end",
    label: {nb: "Uten strategi ved utgangen av 2011", en: "Without a strategy at the end of 2011"},
    event: ["!strategyByYearEnd"],
    given: [],
    timeOf: "strategyByYearEnd",
  },
  {
    id: "strategy-now",
    label: {nb: "Hadde strategi på plass våren 2011", en: "Had a strategy in place in spring 2011"},
    event: ["strategyNow"],
    given: [],
    timeOf: "strategyNow",
    reading: {goal: "now"},
  },
  {
    id: "uses-without-strategy",
    label: {
      nb: "Bruker sosiale medier uten strategi ved utgangen av 2011",
      en: "Use social media without a strategy at the end of 2011",
    },
    event: ["usesByYearEnd", "!strategyByYearEnd"],
    given: [],
    timeOf: "usesByYearEnd",
  },
  {
    id: "strategy-of-users",
    label: {
      nb: "Får strategi i 2011, av dem som bruker sosiale medier",
      en: "Get a strategy in 2011, of those that use social media",
    },
    event: ["strategyByYearEnd"],
    given: ["usesNow"],
    timeOf: "strategyByYearEnd",
  },
  {
    id: "goal-of-all-now",
    label: {
      nb: "Hadde strategi på plass våren 2011, med mål om dialog",
      en: "Had a strategy in place in spring 2011, with dialogue as a goal",
    },
    event: ["dialogueGoal"],
    given: [],
    timeOf: "dialogueGoal",
    reading: {goal: "now"},
  },
  {
    id: "goal-of-all-year",
    label: {
      nb: "Har strategi innen utgangen av 2011, med mål om dialog",
      en: "Have a strategy by the end of 2011, with dialogue as a goal",
    },
    event: ["dialogueGoal"],
    given: [],
    timeOf: "strategyByYearEnd",
    reading: {goal: "year"},
  },
  {
    id: "practice-of-all-users",
    label: {nb: "Bruker sosiale medier med vekt på dialog", en: "Use social media with a focus on dialogue"},
    event: ["dialogueInUse"],
    given: [],
    timeOf: "dialogueInUse",
    reading: {practice: "users"},
  },
  {
    id: "practice-of-all-strategy-now",
    label: {
      nb: "Hadde strategi på plass våren 2011, og vekt på dialog i bruk",
      en: "Had a strategy in place in spring 2011, and a focus on dialogue in use",
    },
    event: ["dialogueInUse", "strategyNow"],
    given: [],
    timeOf: "dialogueInUse",
    reading: {goal: "now", practice: "strategy"},
  },
  {
    id: "practice-of-all-strategy-year",
    label: {
      nb: "Har strategi innen utgangen av 2011, og vekt på dialog i bruk",
      en: "Have a strategy by the end of 2011, and a focus on dialogue in use",
    },
    event: ["dialogueInUse", "strategyByYearEnd"],
    given: [],
    timeOf: "strategyByYearEnd",
    reading: {goal: "year", practice: "strategy"},
  },
];

/**
 * Numbers that follow from the stated ones, each the answer to a question that stands here once, by name.
 *
 * @throws when a question names an attribute or a reading that the summary does not have
 * @throws when a question has no answer: the claims contradict each other, or it asks what they do not tell apart
 */
export function derivedQuantities(questioned: Questioned, asked: readonly NamedQuestion[] = questions): Quantity[] {
  return asked.map((question) => derivedQuantity(question, questioned));
}

function derivedQuantity(named: NamedQuestion, {summary, solve}: Questioned): Quantity {
  checkNames(named, summary);
  const {id, label, reading = {}, timeOf} = named;
  const models = allReadings(summary)
    .filter((each) => Object.entries(reading).every(([key, code]) => each[key] === code))
    .map((each) => boundsModel({summary, solve}, each));
  const range = widestRange(models, named);
  const claims = summary.claims
    .map((claim) => claim.id)
    .filter((claim) => models[0].stated.some((s) => s.claim === claim));
  return {
    id,
    label,
    unit: "proportion",
    ...range,
    base: groupText(named, summary.attributes),
    time: (summary.attributes.find(({code}) => code === timeOf) as Attribute).time,
    claims: claims.filter((claim) =>
      isWider(
        widestRange(
          models.map((model) => withoutClaim(model, claim)),
          named,
        ),
        range,
      ),
    ),
    source: settings.source,
  };
}

/** That a question asks only for attributes and readings that the summary has. */
function checkNames({id, event, given, timeOf, reading = {}}: NamedQuestion, {attributes, readings}: Summary): void {
  const check = (kind: string, name: string, known: readonly string[]) => {
    if (known.includes(name)) return;
    throw new Error(`unknown ${kind}: ${name}${suggestion(name, known)} (src/lib/claims/derived.ts, ${id})`);
  };
  const codes = attributes.map(({code}) => code);
  for (const literal of [...event, ...given, timeOf]) check("attribute", literal.replace("!", ""), codes);
  for (const [key, option] of Object.entries(reading)) {
    check(
      "reading",
      key,
      readings.map((each) => each.id),
    );
    const options = readings.find((each) => each.id === key)?.options ?? [];
    check(
      "option of a reading",
      option,
      options.map(({code}) => code),
    );
  }
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
