import {formatNumber} from "../../language/format.js";
import {joinList, type Lang, orList, quoted, uncapital} from "../../language/text.js";
import {waveVariable} from "../../respondents/waves.js";
import type {NamedFilter} from "../table.js";

/** Whom a table is about, before anyone is counted. */
export interface Group {
  filters: readonly NamedFilter[];
  /** False for a survey whose respondents are no units of a register. */
  hasUnits: boolean;
  /** True when the question was put to some only. */
  isRouted: boolean;
  /** True of all units, those that did not answer too; default false. */
  isOfAll?: boolean;
}

/** “the 57 municipalities with under 2,000 inhabitants that answered”; of nobody “none of the municipalities …”. */
export function groupText({filters, hasUnits, isRouted, isOfAll = false}: Group, n: number, lang: Lang): string {
  const labelsOf = (categories: readonly NamedCategory[]) => categories.map(({label}) => label[lang]);
  const sizes = labelsOf(categoriesOf(filters, "size").filter(isMunicipal)).map(uncapital);
  const responses = filters
    .filter(({variable}) => !known.includes(variable))
    .map(({label, categories}) => {
      const said = labelsOf(categories).map((each) => quoted(each, lang));
      return `${orList(said, lang)} ${{nb: "på", en: "to"}[lang]} ${quoted(label[lang], lang)}`;
    });
  return told[lang]({
    n,
    who: whoOf[lang](hasUnits ? kindOf(filters) : "respondent", n, orList(sizes, lang)),
    counties: joinList(labelsOf(categoriesOf(filters, "county")), lang),
    waves: joinList(labelsOf(categoriesOf(filters, waveVariable)), lang),
    responses: joinList(responses, lang),
    isRouted,
    isOfAll,
  });
}

/** What is told of a group, in one language; lists without entries are empty texts. */
interface Told {
  n: number;
  /** What they are called. */
  who: string;
  counties: string;
  waves: string;
  responses: string;
  isRouted: boolean;
  isOfAll: boolean;
}

const told: Record<Lang, (group: Told) => string> = {
  nb: ({n, who, counties, waves, responses, isRouted, isOfAll}) => {
    const whom = n === 0 ? `ingen av ${who}` : n === 1 ? `den ene ${who}` : `de ${formatNumber(n, "nb")} ${who}`;
    const answered = isOfAll ? "" : isRouted ? " som ble spurt og svarte" : " som svarte";
    return `${whom}${counties && ` i ${counties}`}${answered}${waves && ` i ${waves}`}${responses && `, og som hadde svart ${responses}`}`;
  },
  en: ({n, who, counties, waves, responses, isRouted, isOfAll}) => {
    const one = n === 1;
    const whom = n === 0 ? `none of the ${who}` : `the ${one ? "one" : formatNumber(n, "en")} ${who}`;
    const asked = isRouted ? ` that ${one ? "was" : "were"} asked and answered` : " that answered";
    const answered = isOfAll ? "" : asked;
    return `${whom}${counties && ` in ${counties}`}${answered}${waves && ` in ${waves}`}${responses && ` and had said ${responses}`}`;
  },
};

/** What so many are called, in the definite form: “municipalities and county authorities”. @param sizes of municipalities, or an empty text */
const whoOf: Record<Lang, (kind: UnitKind | "respondent", n: number, sizes: string) => string> = {
  nb: (kind, n, sizes) => {
    const one = n === 1;
    const municipality = `${one ? "kommunen" : "kommunene"}${sizes && ` med ${sizes}`}`;
    const countyAuthority = one ? "fylkeskommunen" : "fylkeskommunene";
    const both = `${municipality} ${n > 1 ? "og" : "eller"} ${countyAuthority}`;
    return {municipality, countyAuthority, both, respondent: one ? "respondenten" : "respondentene"}[kind];
  },
  en: (kind, n, sizes) => {
    const one = n === 1;
    const municipality = `${one ? "municipality" : "municipalities"}${sizes && ` with ${sizes}`}`;
    const countyAuthority = one ? "county authority" : "county authorities";
    const both = `${municipality} ${n > 1 ? "and" : "or"} ${countyAuthority}`;
    return {municipality, countyAuthority, both, respondent: one ? "respondent" : "respondents"}[kind];
  },
};

/** What so many of a group are called: “kommunene” in Norwegian, “municipalities” in English. */
export function whoText({filters, hasUnits}: Pick<Group, "filters" | "hasUnits">, n: number, lang: Lang): string {
  return whoOf[lang](hasUnits ? kindOf(filters) : "respondent", n, "");
}

/** Filters that tell who answered and when, and not what, by name. */
const known: readonly string[] = ["kind", "size", "county", waveVariable];

type NamedCategory = NamedFilter["categories"][number];

/** What all filters on a variable leave in: a layer may narrow what a filter leaves in already. */
function categoriesOf(filters: readonly NamedFilter[], variable: string): readonly NamedCategory[] {
  const [first, ...others] = filters.filter((filter) => filter.variable === variable);
  return (first?.categories ?? []).filter(({code}) =>
    others.every(({categories}) => categories.some((category) => category.code === code)),
  );
}

type UnitKind = "municipality" | "countyAuthority" | "both";

/** Which kinds of unit the filters leave in. */
function kindOf(filters: readonly NamedFilter[]): UnitKind {
  const kinds = categoriesOf(filters, "kind").map(({code}) => code);
  const sizes = categoriesOf(filters, "size").map(({code}) => code);
  const isOnlyMunicipal = sizes.length > 0 && !sizes.includes(authorities);
  const isOnlyAuthorities = sizes.length === 1 && sizes[0] === authorities;
  if (isOnlyAuthorities || String(kinds) === "countyAuthority") return "countyAuthority";
  return isOnlyMunicipal || String(kinds) === "municipality" ? "municipality" : "both";
}

const authorities = "countyAuthorities";

/** County authorities are a class of size, but have no size. */
const isMunicipal = ({code}: NamedCategory) => code !== authorities;
