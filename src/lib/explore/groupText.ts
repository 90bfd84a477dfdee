import {formatNumber} from "../format.js";
import {joinList, type Lang} from "../text.js";
import type {NamedFilter} from "./table.js";

/** Whom a table is about, before anyone is counted. */
export interface Group {
  filters: readonly NamedFilter[];
  /** False for a survey whose respondents are no units of a register. */
  hasUnits: boolean;
  /** True when the question was put to some only. */
  isRouted: boolean;
}

/** “the 57 municipalities with under 2,000 inhabitants that answered”. */
export function groupText(group: Group, respondents: number, lang: Lang): string {
  return lang === "nb" ? norwegian(group, respondents) : english(group, respondents);
}

function norwegian({filters, hasUnits, isRouted}: Group, n: number): string {
  const one = n === 1;
  const units = hasUnits
    ? {
        municipality: one ? "kommunen" : "kommunene",
        countyAuthority: one ? "fylkeskommunen" : "fylkeskommunene",
        both: one ? "kommunen eller fylkeskommunen" : "kommunene og fylkeskommunene",
      }[kindOf(filters)]
    : one
      ? "respondenten"
      : "respondentene";
  const size = sizesOf(filters, "nb");
  const county = countiesOf(filters, "nb");
  const who = [
    one ? `den ene ${units}` : `de ${formatNumber(n, "nb")} ${units}`,
    size && `med ${size}`,
    county && `i ${county}`,
    isRouted ? "som ble spurt og svarte" : "som svarte",
  ];
  const answered = answeredFilters(filters).map(
    ({label, categories}) =>
      `som svarte ${orList(
        categories.map((each) => `«${each.label.nb}»`),
        "nb",
      )} på «${label.nb}»`,
  );
  return [...who.filter(Boolean), ...(answered.length > 0 ? [`og ${joinList(answered, "nb")}`] : [])].join(" ");
}

function english({filters, hasUnits, isRouted}: Group, n: number): string {
  const one = n === 1;
  const units = hasUnits
    ? {
        municipality: one ? "municipality" : "municipalities",
        countyAuthority: one ? "county authority" : "county authorities",
        both: one ? "municipality or county authority" : "municipalities and county authorities",
      }[kindOf(filters)]
    : one
      ? "respondent"
      : "respondents";
  const size = sizesOf(filters, "en");
  const county = countiesOf(filters, "en");
  const who = [
    `the ${one ? "one" : formatNumber(n, "en")} ${units}`,
    size && `with ${size}`,
    county && `in ${county}`,
    isRouted ? "that were asked and answered" : "that answered",
  ];
  const answered = answeredFilters(filters).map(
    ({label, categories}) =>
      `that said ${orList(
        categories.map((each) => `“${each.label.en}”`),
        "en",
      )} to “${label.en}”`,
  );
  return [...who.filter(Boolean), ...(answered.length > 0 ? [`and ${joinList(answered, "en")}`] : [])].join(" ");
}

/** Filters on what the register knows, by name. */
const registered = ["kind", "size", "county"];

const answeredFilters = (filters: readonly NamedFilter[]) =>
  filters.filter(({variable}) => !registered.includes(variable));

function codesOf(filters: readonly NamedFilter[], variable: string): string[] {
  return filters.find((filter) => filter.variable === variable)?.categories.map(({code}) => code) ?? [];
}

/** Which kinds of unit the filters leave in. */
function kindOf(filters: readonly NamedFilter[]): "municipality" | "countyAuthority" | "both" {
  const kinds = codesOf(filters, "kind");
  const sizes = codesOf(filters, "size");
  const isMunicipal = sizes.length > 0 && !sizes.includes(authorities);
  const isOnlyAuthorities = sizes.length === 1 && sizes[0] === authorities;
  if (isOnlyAuthorities || String(kinds) === "countyAuthority") return "countyAuthority";
  return isMunicipal || String(kinds) === "municipality" ? "municipality" : "both";
}

const authorities = "countyAuthorities";

/** Sizes of municipalities as the end of “with …”; county authorities are a class of size, but no size. */
function sizesOf(filters: readonly NamedFilter[], lang: Lang): string {
  const sizes = filters.find(({variable}) => variable === "size")?.categories ?? [];
  const municipal = sizes.filter(({code}) => code !== authorities);
  return orList(
    municipal.map(({label}) => lower(label[lang])),
    lang,
  );
}

function countiesOf(filters: readonly NamedFilter[], lang: Lang): string {
  const counties = filters.find(({variable}) => variable === "county")?.categories ?? [];
  return joinList(
    counties.map(({label}) => label[lang]),
    lang,
  );
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function orList(items: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang === "nb" ? "nb-NO" : "en-GB", {type: "disjunction"}).format(items);
}
