import type {Assumption} from "../../src/lib/claims/assumption.js";
import type {Summary} from "../../src/lib/claims/claim.js";
import type {AskedAttribute, Codebook} from "../../src/lib/respondents/codebook.js";
import {meets} from "../../src/lib/respondents/condition.js";
import {type Item, itemsOf} from "./items.js";

/** What the share of one response to a question rests on among stand-in respondents. */
export interface ResponseBasis {
  /** The variable. */
  variable: string;
  /** The option of a multiple response; else null. */
  option: string | null;
  /** The response; of an option `yes`. */
  code: string;
  /**
   * A stated figure gives it; it is what such figures leave most even; an assumption states its size; or nothing is said,
   * and all responses are equally likely.
   */
  basis: "stated" | "maximumEntropy" | "assumed" | "flat";
  /** Ids of the assumption that it rests on. */
  assumption: string | null;
}

interface Sources {
  codebook: Codebook;
  summary: Pick<Summary, "claims">;
  assumptions: readonly Assumption[];
}

/** What every response of the stand-in respondents rests on, question by question. */
export function responseBasis(sources: Sources): ResponseBasis[] {
  const {codebook, assumptions} = sources;
  return itemsOf(codebook, assumptions).flatMap((item) =>
    (item.option === null ? item.candidates : ["yes"]).map((code) => ({
      variable: item.variable.name,
      option: item.option,
      code,
      ...basisOf(item, item.option ?? code, sources),
    })),
  );
}

function basisOf(item: Item, code: string, {codebook, summary, assumptions}: Sources) {
  const covering = codebook.attributes.filter((attribute) => coveredBy(attribute, item).length > 0);
  const covered = new Set(covering.flatMap((attribute) => coveredBy(attribute, item)));
  const isAlone = (attribute: AskedAttribute) => String(coveredBy(attribute, item)) === code;
  const isStated = ({code: name}: AskedAttribute) =>
    summary.claims.some(({attribute}) => String(attribute?.event) === name);
  const rest = item.candidates.filter((each) => !covered.has(each));
  const isComplement = item.option === null && String(rest) === code;
  if (isComplement || covering.some((attribute) => isAlone(attribute) && isStated(attribute)))
    return {basis: "stated", assumption: null} as const;
  if (covered.has(code) && covering.some((attribute) => !isStated(attribute)))
    return {basis: "maximumEntropy", assumption: null} as const;
  const assumption = assumptions.find((each) => isAbout(each, item))?.id ?? null;
  return {basis: assumption === null ? "flat" : "assumed", assumption} as const;
}

/** The item’s responses by which one has the attribute; of an option its code. */
function coveredBy({anyOf}: AskedAttribute, {variable, option, candidates}: Item): string[] {
  const conditions = anyOf.filter((each) => each.variable === variable.name);
  const responses = option === null ? candidates : [option];
  return responses.filter((response) => conditions.some((condition) => meets(response, condition)));
}

function isAbout(assumption: Assumption, {variable, option}: Item): boolean {
  if (!("variable" in assumption) || assumption.variable !== variable.name) return false;
  return option === null || !("codes" in assumption) || assumption.codes.includes(option);
}
