import type {AnsweredVariable, Codebook, Reason} from "./codebook.js";
import {isAnswered} from "./codebook.js";
import {codeOfReason, type Respondents, type ResponseColumn, reasons} from "./respondents.js";
import {buildDesign} from "./statistics/design.js";
import type {Answers, Domain} from "./statistics/domain.js";
import type {Interval} from "./statistics/interval.js";
import {type ReportedShare, reportInterval} from "./statistics/reportInterval.js";
import type {Text} from "./text.js";
import {designClasses, type Weighting} from "./weighting.js";

/** One category of a question: how many gave it, and the weighted share of those who answered. */
export interface DistributionCell {
  code: string;
  label: Text;
  /** Respondents, unweighted; null where it is suppressed. */
  count: number | null;
  /** 0 to 1, weighted but for a protected file; null where nobody answered, or it is suppressed. */
  proportion: number | null;
  /** 95 %; null where the respondents cannot give one. */
  interval: Interval | null;
  /** Which rule the interval follows, see `reportInterval`; `protected` where there is none for the sake of privacy. */
  rule: ReportedShare["rule"] | "protected";
}

/** All answers to one question. */
export interface Distribution {
  variable: string;
  label: Text;
  /** Respondents who answered; null where it is suppressed. */
  unweightedBase: number | null;
  /** Respondents who gave no answer, by reason; those with none are left out. */
  missing: Partial<Record<Reason, number>>;
  cells: readonly DistributionCell[];
}

/** Weights of those who answered an item, made anew for them: what is asked and not answered counts as nonresponse. */
export type Weigh = (kept: Uint8Array) => Weighting;

/** Numbers of a count shown one by one; the rest are one category. */
const mostNumbers = 7;

/** The answers to every question of a codebook, in its order. */
export function distributions(codebook: Codebook, respondents: Respondents, weigh: Weigh): Distribution[] {
  return codebook.variables.filter(isAnswered).map((variable) => distribution(variable, respondents, weigh));
}

/** The answers to one question. Of a multiple response: the share of respondents, not of mentions. */
export function distribution(variable: AnsweredVariable, {columns, count}: Respondents, weigh: Weigh): Distribution {
  const own = columns.filter((column) => column.variable === variable.name);
  const items = variable.type === "multiple" ? optionItems(variable.categories, own) : categoryItems(variable, own[0]);
  const asked = Int32Array.from({length: count}, (_, row) => worstCode(own, row));
  const kept = Uint8Array.from(asked, (code) => Number(code >= 0 || code === codeOfReason("notAsked")));
  const inside = Uint8Array.from(asked, (code) => Number(code >= 0));
  const unweightedBase = inside.reduce((sum, one) => sum + one, 0);
  const share = unweightedBase === 0 ? () => null : shareAmong(kept, inside, weigh(kept));
  return {
    variable: variable.name,
    label: variable.label,
    unweightedBase,
    missing: missingBy(asked),
    cells: items.map(({code, label, has}) => {
      const reported = share(has);
      return {
        code,
        label,
        count: inside.reduce((sum, one, row) => sum + Number(one === 1 && has(row)), 0),
        proportion: reported === null || reported.rule === "empty" ? null : reported.proportion,
        interval: reported === null || !("interval" in reported) ? null : reported.interval,
        rule: reported?.rule ?? "empty",
      };
    }),
  };
}

interface Item {
  code: string;
  label: Text;
  /** True of a respondent that gave this response. */
  has: (row: number) => boolean;
}

function categoryItems(variable: AnsweredVariable, {codes, categories}: ResponseColumn): Item[] {
  if (variable.type === "count") return numberItems(codes, categories);
  return categories.map((code, index) => ({
    code,
    label: labelOf(variable, code),
    has: (row) => codes[row] === index,
  }));
}

function labelOf(variable: AnsweredVariable, code: string): Text {
  const category = "categories" in variable ? variable.categories.find((each) => each.code === code) : undefined;
  return category?.label ?? {nb: code, en: code};
}

function optionItems(categories: readonly {code: string; label: Text}[], own: readonly ResponseColumn[]): Item[] {
  return categories.map(({code, label}) => {
    const column = own.find(({option}) => option === code) as ResponseColumn;
    const chosen = column.categories.indexOf("yes");
    return {code, label, has: (row) => column.codes[row] === chosen};
  });
}

function numberItems(codes: Int32Array, numbers: readonly string[]): Item[] {
  if (numbers.length <= mostNumbers + 1)
    return numbers.map((code, index) => ({code, label: {nb: code, en: code}, has: (row) => codes[row] === index}));
  const single = numberItems(codes, numbers.slice(0, mostNumbers));
  const rest = numbers[mostNumbers];
  const label = {nb: `${rest} eller flere`, en: `${rest} or more`};
  return [...single, {code: `${rest}+`, label, has: (row) => codes[row] >= mostNumbers}];
}

/** What a respondent's answer to the whole question comes to: an answer, or why there is none to some part of it. */
function worstCode(own: readonly ResponseColumn[], row: number): number {
  return own.reduce((worst, {codes}) => (codes[row] < 0 && worst >= 0 ? codes[row] : worst), 0);
}

function missingBy(codes: Int32Array): Distribution["missing"] {
  const counts = reasons.map((reason): [Reason, number] => [
    reason,
    codes.filter((code) => code === codeOfReason(reason)).length,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** Shares among those inside, by the design of those kept. */
function shareAmong(kept: Uint8Array, inside: Uint8Array, weighting: Weighting): (has: Item["has"]) => ReportedShare {
  const rows = Int32Array.from(kept.keys()).filter((row) => kept[row] === 1);
  const ones = new Float64Array(rows.length).fill(1);
  const design = buildDesign(ones, {classOf: weighting.classOf, classes: designClasses(weighting), lonely: "adjust"});
  const domain: Domain = Uint8Array.from(rows, (row) => inside[row]);
  return (has) => {
    const answers: Answers = Float64Array.from(rows, (row) => Number(has(row)));
    return reportInterval(design, answers, {domain});
  };
}
