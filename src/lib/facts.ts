import type {Solve} from "./bounds/model.js";
import type {Claim, Summary} from "./claims/claim.js";
import type {Context, ContextValue} from "./claims/context.js";
import {proportionOf} from "./claims/context.js";
import type {PageId} from "./pages.js";
import {type Quantity, roundingRange} from "./quantities/quantity.js";
import type {Municipality, Register} from "./respondents/register.js";
import type {SurveyFacts} from "./respondents/surveyFacts.js";
import {settings} from "./settings.js";
import type {ExplorerTally} from "./table/counts/tally.js";
import type {PageExplorer} from "./table/explorer.js";

/** Everything the report knows. */
export interface Facts {
  summary: Summary;
  context: Context;
  register: Register;
  municipalities: Municipality[];
  /** What follows from the summary's numbers, worked out when the report is built. */
  derived: Quantity[];
  /** What answers further questions put to the summary. */
  solve: Solve;
  /** What a respondents’ file gives: the one that was handed in, or the made-up one. */
  survey: SurveyFacts;
  /** What readers break down on each page that has something to break down. */
  explorer: Partial<Record<PageId, PageExplorer>>;
  /** What is counted in for a set of variables, by the set’s name (`tallySetFor`). */
  tallySet(name: string): readonly ExplorerTally[];
}

/** Everything but what comes from a respondents’ file. */
export type PublishedFacts = Omit<Facts, "survey" | "explorer" | "tallySet">;

/** What figures are drawn from, and all of it that the browser is ever sent. */
export type FigureFacts = Pick<
  Facts,
  "summary" | "context" | "derived" | "register" | "solve" | "survey" | "explorer" | "tallySet"
>;

/**
 * Every number a page may show, by id: stated, derived from stated, named without a number, and context.
 *
 * @throws when two quantities have the same id
 */
export function quantitiesOf({
  summary,
  context,
  derived,
}: Pick<Facts, "summary" | "context" | "derived">): Map<string, Quantity> {
  const stated = summary.claims.filter(({kind}) => kind === "number");
  const unknown = summary.claims.filter(({kind, label}) => kind !== "number" && label);
  return index([
    ...stated.map((claim) => statedQuantity(claim, summary)),
    ...derived,
    ...unknown.map((claim) => unknownQuantity(claim, summary)),
    ...context.values.map((value) => contextQuantity(value, context)),
  ]);
}

/** Finds a quantity or says which one is missing. */
export function quantity(quantities: ReadonlyMap<string, Quantity>, id: string): Quantity {
  const found = quantities.get(id);
  if (!found) throw new Error(`unknown number: ${id}`);
  return found;
}

function index(quantities: readonly Quantity[]): Map<string, Quantity> {
  const byId = new Map<string, Quantity>();
  for (const each of quantities) {
    if (byId.has(each.id)) throw new Error(`two numbers with one id: ${each.id}`);
    byId.set(each.id, each);
  }
  return byId;
}

function statedQuantity(claim: Claim, summary: Summary): Quantity {
  const percent = claim.value as number;
  return {...unknownQuantity(claim, summary), rank: "stated", value: percent / 100, ...roundingRange(percent)};
}

/** Something the summary names without saying how many: a number of rank unknown, anywhere from none to all. */
export function unknownQuantity({id, label, text, universe, time}: Claim, {universes}: Summary): Quantity {
  const base = universes.find(({code}) => code === universe)?.label;
  if (!base) throw new Error(`unknown universe: ${universe}`);
  return {
    id,
    label: label ?? text,
    rank: "unknown",
    unit: "proportion",
    value: null,
    low: 0,
    high: 1,
    base,
    time,
    claims: [id],
    source: settings.source,
  };
}

function contextQuantity(value: ContextValue, {records}: Context): Quantity {
  const record = records.find(({id}) => id === value.record);
  if (!record) throw new Error(`value without a record: ${value.id}`);
  const proportion = proportionOf(value);
  const number = proportion ?? value.value;
  return {
    id: value.id,
    label: value.label,
    rank: "context",
    unit: proportion === null ? "count" : "proportion",
    value: number,
    low: number,
    high: number,
    base: record.base ?? {nb: "ikke oppgitt hos kilden", en: "not given by the source"},
    time: record.period,
    claims: [record.id],
    source: record.publisher,
    approximate: value.approximate ?? undefined,
  };
}
