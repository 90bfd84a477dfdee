import {describe, expect, it} from "vitest";
import {factsOf, handedIn, ofLibraries, secret, standIn} from "../../../test/support/exampleFacts.js";
import type {Facts} from "../../lib/facts.js";
import {parseSelection} from "../../lib/selection.js";
import {workbench} from "./workbench.js";

const open = factsOf(handedIn);

function shown(search: string, facts: Facts = open) {
  const {selection, refused} = parseSelection(search, workbench.choices(facts));
  expect(refused).toEqual([]);
  return workbench.view(facts, selection);
}

describe("the sentence of the workbench", () => {
  it.each([
    [
      "of everybody",
      "?columns=none",
      "30 prosent hadde en strategi på plass (27–34)",
      "30% had a strategy in place (27–34)",
    ],
    [
      "of a group",
      "?columns=none&size=under2000",
      "Av de 58 kommunene med under 2 000 innbyggere som svarte, hadde 27 prosent en strategi på plass (20–35)",
      "Of the 58 municipalities with under 2,000 inhabitants that answered, 27% had a strategy in place (20–35)",
    ],
    [
      "by a group without significant differences",
      "",
      "30 prosent hadde en strategi på plass (27–34), uten signifikante forskjeller etter størrelse: mellom 27 og 33 prosent",
      "30% had a strategy in place (27–34), with no significant difference by size: between 27 and 33%",
    ],
    [
      "per cent of the row",
      "?measure=rowPercent",
      "Av dem som hadde en strategi på plass, hadde 33 prosent 5 000–19 999 innbyggere (27–39)",
      "Of those that had a strategy in place, 33% had 5,000–19,999 inhabitants (27–39)",
    ],
    [
      "a count",
      "?measure=count",
      "136 av 448 hadde en strategi på plass (120–153)",
      "136 of 448 had a strategy in place (120–153)",
    ],
    [
      "a mean",
      "?rows=facebook_pages&measure=mean&columns=none",
      "Gjennomsnittet for «Antall Facebook-sider» var 2,97 (2,77–3,17)",
      "The mean of “Number of Facebook pages” was 2.97 (2.77–3.17)",
    ],
    [
      "few",
      "?columns=none&county=10&size=under2000",
      "Av de 3 kommunene med under 2 000 innbyggere i Vest-Agder som svarte, hadde 1 av 3 en strategi på plass",
      "Of the 3 municipalities with under 2,000 inhabitants in Vest-Agder that answered, 1 of 3 had a strategy in place",
    ],
    [
      "an answer without a predicate",
      "?rows=respondent_role&columns=none",
      "20 prosent svarte «Kommunikasjon eller informasjon» på «Rollen til den som svarte» (17–24)",
      "20% answered “Communications or information” to “Role of the person answering” (17–24)",
    ],
    [
      "not asked",
      "?rows=plans_2011&columns=none&uses_now=yes",
      "Ingen i denne gruppen fikk spørsmålet «Planer for 2011». Fjern «Bruker sosiale medier: Ja» for å se 113 svar",
      "Nobody in this group was asked “Plans for 2011”. Remove “Uses social media: Yes” to see 113 answers",
    ],
    [
      "nobody left: the filter to remove",
      "?county=03&kind=countyAuthority",
      "Ingen i denne gruppen svarte på «Strategi for sosiale medier». Fjern «Fylke: Oslo» for å se 11 svar",
      "Nobody in this group answered “Strategy for social media”. Remove “County: Oslo” to see 11 answers",
    ],
    [
      "layers",
      "?layer=kind",
      "Hvor mange som hadde en strategi på plass: kommuner 30 prosent (27–34); fylkeskommuner 27 prosent (17–50)",
      "How many had a strategy in place: municipalities 30% (27–34); county authorities 27% (17–50)",
    ],
    [
      "layers that are merged, under a filter",
      "?columns=none&layer=size&uses_now=yes&merge=size-under2000.2000to4999*size-5000to19999.20000plus",
      "Hvor mange som hadde en strategi på plass: under 2 000 innbyggere eller 2 000–4 999 innbyggere 29 prosent (23–37); 5 000–19 999 innbyggere eller 20 000 innbyggere eller flere 32 prosent (24–40); fylkeskommuner 34 prosent (18–64)",
      "How many had a strategy in place: under 2,000 inhabitants or 2,000–4,999 inhabitants 29% (23–37); 5,000–19,999 inhabitants or 20,000 inhabitants or more 32% (24–40); county authorities 34% (18–64)",
    ],
    [
      "the chosen answer, merged with another",
      "?columns=none&answer=strategy.none&merge=strategy-later.none",
      "54 prosent ventet en strategi senere eller hadde ingen planer om en strategi (50–58)",
      "54% expected a strategy later or had no plans for a strategy (50–58)",
    ],
    [
      "too many layers to list",
      "?layer=county",
      "«Strategi for sosiale medier» etter størrelse, én tabell for hver gruppe",
      "“Strategy for social media” by size, one table for each group",
    ],
    [
      "what the register knows",
      "?rows=size&columns=none",
      "21 prosent hadde under 2 000 innbyggere",
      "21% had under 2,000 inhabitants",
    ],
    [
      "per cent of the row, of a group",
      "?measure=rowPercent&columns=experience&kind=countyAuthority",
      "Blant de 6 fylkeskommunene som svarte: av dem som hadde en strategi på plass, hadde 2 av 2 svært positive erfaringer",
      "Among the 6 county authorities that answered: of those that had a strategy in place, 2 of 2 had very positive experiences",
    ],
    [
      "per cent of the row without columns, where all are a hundred",
      "?measure=rowPercent&columns=none",
      "«Strategi for sosiale medier»",
      "“Strategy for social media”",
    ],
  ])("says it: %s", (_, search, nb, en) => {
    const {title} = shown(search);
    expect([title.nb.replaceAll("\u00a0", " "), title.en]).toEqual([nb, en]);
  });

  it("names the groups that differ most of those that differ significantly", () => {
    const {title} = shown("?rows=challenges&columns=strategy&answer=challenges.dialogue");
    expect(title.en).toBe(
      "Those that had no plans for a strategy more often named creating dialogue as a challenge than those that expected a strategy by the end of 2011: 72% against 40%",
    );
    expect(title.nb).toBe(
      "De som hadde ingen planer om en strategi, nevnte oftere det å skape dialog som utfordring enn de som ventet en strategi innen utgangen av 2011: 72 mot 40 prosent",
    );
  });

  it("offers the choices that bring respondents back, as few as can be", () => {
    expect(shown("?county=03&kind=countyAuthority").drop).toEqual({
      choose: "county=all",
      label: {nb: "Fjern «Fylke: Oslo» for å se 11 svar", en: "Remove “County: Oslo” to see 11 answers"},
    });
    expect(shown("?county=03&kind=countyAuthority&size=under2000").drop?.choose).toBe("county=all&kind=all");
    expect(shown("?county=03&kind=municipality").drop).toBeUndefined();
  });

  it("says of made-up respondents that they are", () => {
    expect(shown("?columns=none", factsOf(standIn)).title.nb).toMatch(/^Konstruerte svar: 30 prosent hadde/);
  });

  it("says how many are in no column, where each of the others is in one", () => {
    const {subtitle, explored} = shown("?rows=strategy&columns=plans_2011&view=table");
    const [all, ...columns] = (explored?.tables[0].table.columns ?? []).map(({unweightedBase}) => unweightedBase ?? 0);
    const outside = all - columns.reduce((sum, n) => sum + n, 0);
    expect(outside).toBeGreaterThan(50);
    expect(subtitle.en).toContain(
      `; ${outside} of them are in no column, not having been asked or not having answered “`,
    );
    expect(subtitle.nb).toContain(
      `; ${outside} av dem er ikke i noen kolonne, fordi de ikke fikk eller ikke besvarte «`,
    );
    for (const search of ["?rows=strategy&columns=size", "?rows=strategy&columns=challenges"])
      expect(shown(search).subtitle.en).not.toContain("in no column");
  });

  it("says the question, of whom, the weights and what is left unanswered under it", () => {
    expect(shown("?rows=experience").subtitle.en).toBe(
      "What has the experience with social media been so far? Per cent of the 154 municipalities and county authorities that were asked and answered, by size; weighted by size and county; 3 with missing answers left out.",
    );
    expect(shown("?measure=count&weight=off").subtitle.nb).toBe(
      "Har kommunen utarbeidet strategi for bruk av sosiale medier? Antall, etter størrelse. Gjelder de 270 kommunene og fylkeskommunene som svarte; uvektet.",
    );
  });

  it("has no interval and no filter of a protected file, and no units where there are none", () => {
    expect(shown("?rows=strategy&columns=none", factsOf(secret)).title.en).toMatch(/^\d+% had a strategy in place$/);
    const libraries = factsOf(ofLibraries);
    const {title, subtitle} = shown("?columns=none", libraries);
    expect(title.en).toMatch(/^\d+% answered “.*” to “/);
    expect(subtitle.en).toMatch(/; unweighted\.$/);
  });
});
