import {formatNumber} from "../language/format.js";
import {joinList, type Lang, locale} from "../language/text.js";
import type {NamedFilter} from "./table.js";

/** Whom a table is about, before anyone is counted. */
export interface Group {
  filters: readonly NamedFilter[];
  /** False for a survey whose respondents are no units of a register. */
  hasUnits: boolean;
  /** True when the question was put to some only. */
  isRouted: boolean;
}

/** “the 57 municipalities with under 2,000 inhabitants that answered”; of nobody “none of the municipalities …”. */
export function groupText(group: Group, respondents: number, lang: Lang): string {
  return lang === "nb" ? norwegian(group, respondents) : english(group, respondents);
}

function norwegian({filters, hasUnits, isRouted}: Group, n: number): string {
  const one = n === 1;
  const size = categoriesOf(filters, "size").filter(isMunicipal);
  const municipality = [
    one ? "kommunen" : "kommunene",
    ...(size.length > 0 ? [`med ${orList(size.map(namedLower("nb")), "nb")}`] : []),
  ].join(" ");
  const authority = one ? "fylkeskommunen" : "fylkeskommunene";
  const units = {
    municipality,
    countyAuthority: authority,
    both: `${municipality} ${n > 1 ? "og" : "eller"} ${authority}`,
  };
  const who = hasUnits ? units[kindOf(filters)] : one ? "respondenten" : "respondentene";
  const county = categoriesOf(filters, "county").map(({label}) => label.nb);
  const said = answeredFilters(filters).map(
    ({label, categories}) => `${orList(categories.map(quoted("nb")), "nb")} på «${label.nb}»`,
  );
  return [
    n === 0 ? `ingen av ${who}` : one ? `den ene ${who}` : `de ${formatNumber(n, "nb")} ${who}`,
    ...(county.length > 0 ? [`i ${joinList(county, "nb")}`] : []),
    isRouted ? "som ble spurt og svarte" : "som svarte",
  ]
    .join(" ")
    .concat(said.length > 0 ? `, og som hadde svart ${joinList(said, "nb")}` : "");
}

function english({filters, hasUnits, isRouted}: Group, n: number): string {
  const one = n === 1;
  const size = categoriesOf(filters, "size").filter(isMunicipal);
  const municipality = [
    one ? "municipality" : "municipalities",
    ...(size.length > 0 ? [`with ${orList(size.map(namedLower("en")), "en")}`] : []),
  ].join(" ");
  const authority = one ? "county authority" : "county authorities";
  const units = {
    municipality,
    countyAuthority: authority,
    both: `${municipality} ${n > 1 ? "and" : "or"} ${authority}`,
  };
  const who = hasUnits ? units[kindOf(filters)] : one ? "respondent" : "respondents";
  const county = categoriesOf(filters, "county").map(({label}) => label.en);
  const said = answeredFilters(filters).map(
    ({label, categories}) => `${orList(categories.map(quoted("en")), "en")} to “${label.en}”`,
  );
  return [
    n === 0 ? `none of the ${who}` : `the ${one ? "one" : formatNumber(n, "en")} ${who}`,
    ...(county.length > 0 ? [`in ${joinList(county, "en")}`] : []),
    isRouted ? `that ${one ? "was" : "were"} asked and answered` : "that answered",
  ]
    .join(" ")
    .concat(said.length > 0 ? ` and had said ${joinList(said, "en")}` : "");
}

/** Filters on what the register knows, by name. */
const registered = ["kind", "size", "county"];

const answeredFilters = (filters: readonly NamedFilter[]) =>
  filters.filter(({variable}) => !registered.includes(variable));

type NamedCategory = NamedFilter["categories"][number];

/** What all filters on a variable leave in: a layer may narrow what a filter leaves in already. */
function categoriesOf(filters: readonly NamedFilter[], variable: string): readonly NamedCategory[] {
  const [first, ...others] = filters.filter((filter) => filter.variable === variable);
  return (first?.categories ?? []).filter(({code}) =>
    others.every(({categories}) => categories.some((category) => category.code === code)),
  );
}

/** Which kinds of unit the filters leave in. */
function kindOf(filters: readonly NamedFilter[]): "municipality" | "countyAuthority" | "both" {
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

/** A size as the end of “with …”. */
const namedLower =
  (lang: Lang) =>
  ({label}: NamedCategory) =>
    `${label[lang].charAt(0).toLowerCase()}${label[lang].slice(1)}`;

const quoted =
  (lang: Lang) =>
  ({label}: NamedCategory) =>
    lang === "nb" ? `«${label.nb}»` : `“${label.en}”`;

function orList(items: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(locale[lang], {type: "disjunction"}).format(items);
}
