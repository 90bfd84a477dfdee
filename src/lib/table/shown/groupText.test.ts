import {describe, expect, it} from "vitest";
import type {NamedFilter} from "../table.js";
import {type Group, groupText} from "./groupText.js";

const same = (code: string, name: string) => ({code, label: {nb: name, en: name}});
const under2000 = {code: "under2000", label: {nb: "Under 2 000 innbyggere", en: "Under 2,000 inhabitants"}};
const to4999 = {code: "2000to4999", label: {nb: "2 000–4 999 innbyggere", en: "2,000–4,999 inhabitants"}};
const authorities = {code: "countyAuthorities", label: {nb: "Fylkeskommuner", en: "County authorities"}};
const municipality = {code: "municipality", label: {nb: "Kommuner", en: "Municipalities"}};
const authority = {...authorities, code: "countyAuthority"};
const yes = {code: "yes", label: {nb: "Ja", en: "Yes"}};
const no = {code: "no", label: {nb: "Nei", en: "No"}};

const filter =
  (variable: string, nb: string, en: string) =>
  (...categories: NamedFilter["categories"]): NamedFilter => ({variable, label: {nb, en}, categories});
const size = filter("size", "Størrelse", "Size");
const county = filter("county", "Fylke", "County");
const kind = filter("kind", "Type enhet", "Kind of unit");
const uses = filter("uses_now", "Bruker sosiale medier", "Uses social media");
const role = filter("role", "Rolle", "Role");
const [oslo, hordaland, finnmark] = [same("03", "Oslo"), same("12", "Hordaland"), same("20", "Finnmark")];

/** A group in both languages, as many times as there are numbers. */
function told(filters: readonly NamedFilter[], numbers: readonly number[], more: Partial<Group> = {}): string[] {
  const group = {filters, hasUnits: true, isRouted: false, ...more};
  return numbers.flatMap((n) => [groupText(group, n, "nb"), groupText(group, n, "en")]);
}

describe("groupText", () => {
  it("names all units, one of them, and none", () => {
    expect(told([], [1270, 1, 0])).toEqual([
      "de 1\u00a0270 kommunene og fylkeskommunene som svarte",
      "the 1,270 municipalities and county authorities that answered",
      "den ene kommunen eller fylkeskommunen som svarte",
      "the one municipality or county authority that answered",
      "ingen av kommunene eller fylkeskommunene som svarte",
      "none of the municipalities or county authorities that answered",
    ]);
  });

  it("names municipalities by their size", () => {
    expect(told([size(under2000)], [60, 1, 0])).toEqual([
      "de 60 kommunene med under 2 000 innbyggere som svarte",
      "the 60 municipalities with under 2,000 inhabitants that answered",
      "den ene kommunen med under 2 000 innbyggere som svarte",
      "the one municipality with under 2,000 inhabitants that answered",
      "ingen av kommunene med under 2 000 innbyggere som svarte",
      "none of the municipalities with under 2,000 inhabitants that answered",
    ]);
    expect(told([size(under2000, to4999)], [2])).toEqual([
      "de 2 kommunene med under 2 000 innbyggere eller 2 000–4 999 innbyggere som svarte",
      "the 2 municipalities with under 2,000 inhabitants or 2,000–4,999 inhabitants that answered",
    ]);
  });

  it("gives county authorities beside municipalities of a size no size", () => {
    expect(told([size(under2000, authorities)], [60, 1, 0])).toEqual([
      "de 60 kommunene med under 2 000 innbyggere og fylkeskommunene som svarte",
      "the 60 municipalities with under 2,000 inhabitants and county authorities that answered",
      "den ene kommunen med under 2 000 innbyggere eller fylkeskommunen som svarte",
      "the one municipality with under 2,000 inhabitants or county authority that answered",
      "ingen av kommunene med under 2 000 innbyggere eller fylkeskommunene som svarte",
      "none of the municipalities with under 2,000 inhabitants or county authorities that answered",
    ]);
  });

  it("knows that the class of county authorities is a kind of unit", () => {
    for (const filters of [[size(authorities)], [kind(authority)], [size(under2000, authorities), kind(authority)]])
      expect(told(filters, [11, 1])).toEqual([
        "de 11 fylkeskommunene som svarte",
        "the 11 county authorities that answered",
        "den ene fylkeskommunen som svarte",
        "the one county authority that answered",
      ]);
  });

  it("knows municipalities by their kind, and both kinds as all", () => {
    expect(told([kind(municipality)], [259])).toEqual([
      "de 259 kommunene som svarte",
      "the 259 municipalities that answered",
    ]);
    expect(told([kind(municipality, authority)], [270])).toEqual(told([], [270]));
    expect(told([kind(municipality), size(under2000, authorities)], [60])).toEqual(told([size(under2000)], [60]));
  });

  it("says where they are, in one county or several, after their size", () => {
    expect(told([county(oslo)], [1])).toEqual([
      "den ene kommunen eller fylkeskommunen i Oslo som svarte",
      "the one municipality or county authority in Oslo that answered",
    ]);
    expect(told([county(oslo, hordaland, finnmark), size(under2000)], [35])).toEqual([
      "de 35 kommunene med under 2 000 innbyggere i Oslo, Hordaland og Finnmark som svarte",
      "the 35 municipalities with under 2,000 inhabitants in Oslo, Hordaland and Finnmark that answered",
    ]);
  });

  it("says what they had answered, one of several responses and to several questions", () => {
    expect(told([uses(yes)], [157, 1])).toEqual([
      "de 157 kommunene og fylkeskommunene som svarte, og som hadde svart «Ja» på «Bruker sosiale medier»",
      "the 157 municipalities and county authorities that answered and had said “Yes” to “Uses social media”",
      "den ene kommunen eller fylkeskommunen som svarte, og som hadde svart «Ja» på «Bruker sosiale medier»",
      "the one municipality or county authority that answered and had said “Yes” to “Uses social media”",
    ]);
    expect(told([uses(yes, no), role(same("it", "IT"))], [2])).toEqual([
      "de 2 kommunene og fylkeskommunene som svarte, og som hadde svart «Ja» eller «Nei» på «Bruker sosiale medier» og «IT» på «Rolle»",
      "the 2 municipalities and county authorities that answered and had said “Yes” or “No” to “Uses social media” and “IT” to “Role”",
    ]);
  });

  it("says that only some were asked, of one and of several", () => {
    expect(told([county(finnmark)], [12, 1], {isRouted: true})).toEqual([
      "de 12 kommunene og fylkeskommunene i Finnmark som ble spurt og svarte",
      "the 12 municipalities and county authorities in Finnmark that were asked and answered",
      "den ene kommunen eller fylkeskommunen i Finnmark som ble spurt og svarte",
      "the one municipality or county authority in Finnmark that was asked and answered",
    ]);
  });

  it("calls those that are no units of a register respondents", () => {
    expect(told([uses(no)], [40, 1, 0], {hasUnits: false, isRouted: true})).toEqual([
      "de 40 respondentene som ble spurt og svarte, og som hadde svart «Nei» på «Bruker sosiale medier»",
      "the 40 respondents that were asked and answered and had said “No” to “Uses social media”",
      "den ene respondenten som ble spurt og svarte, og som hadde svart «Nei» på «Bruker sosiale medier»",
      "the one respondent that was asked and answered and had said “No” to “Uses social media”",
      "ingen av respondentene som ble spurt og svarte, og som hadde svart «Nei» på «Bruker sosiale medier»",
      "none of the respondents that were asked and answered and had said “No” to “Uses social media”",
    ]);
  });

  it("names what is left where a layer narrows a filter on the same", () => {
    expect(told([county(oslo, finnmark), county(finnmark)], [12])).toEqual(told([county(finnmark)], [12]));
    expect(told([size(under2000, authorities), size(authorities)], [11])).toEqual(told([size(authorities)], [11]));
  });
});
