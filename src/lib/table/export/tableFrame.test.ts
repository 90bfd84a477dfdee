import {describe, expect, it} from "vitest";
import {exampleTable} from "../../../../test/support/exampleTable.js";
import {tableFrame} from "./tableFrame.js";

describe("tableFrame", () => {
  it("says in Norwegian what a table is about", () => {
    expect(tableFrame(exampleTable(), {lang: "nb"})).toEqual({
      title: "Kanaler, etter «Størrelse»",
      measure: "Prosent av kolonnen, vektet etter størrelse og fylke.",
      filters: "Filtre: Fylke: Oslo eller Hordaland.",
      base: "Antall som svarte: 1\u00a0234. I tillegg er 5 uten svar holdt utenfor.",
      rank: "Konstruerte svar: Ingen har svart dette. Tallene er regnet ut fra konstruerte svar og er aldri funn.",
      source: "Kilde: svar konstruert av prosjektet selv, så de stemmer med tallene i sammendraget.",
      publisher: expect.stringMatching(/^BETA\.KOMM, utforskbar, versjon \d/),
    });
  });

  it("says the same in English", () => {
    expect(tableFrame(exampleTable(), {lang: "en"})).toMatchObject({
      title: "Channels, by “Size”",
      measure: "Per cent of the column, weighted by size and county.",
      filters: "Filters: County: Oslo or Hordaland.",
      base: "Number that answered: 1,234. A further 5 without an answer are left out.",
      rank: "Made-up respondents: Nobody answered this. The numbers are computed from made-up respondents and are never findings.",
    });
  });

  it("takes the title that the reader saw", () => {
    const title = {nb: "Tittel", en: "Title"};
    expect(tableFrame(exampleTable(), {lang: "en", title}).title).toBe("Title");
  });

  it("tells that a base is hidden, and that nothing is filtered or weighted", () => {
    const table = exampleTable({
      unweightedBase: null,
      unanswered: 0,
      filters: [],
      isWeighted: false,
      columnVariable: null,
    });
    expect(tableFrame(table, {lang: "en"})).toMatchObject({
      title: "Channels",
      measure: "Per cent of the column, unweighted.",
      filters: "No filters: all respondents are included.",
      base: "Number that answered: : (suppressed).",
    });
  });

  it("says how a sample is weighted, and that one without weights is not", () => {
    const label = {nb: "EU-medlem", en: "EU member"};
    const gender = {nb: "Kjønn", en: "Gender"};
    const margin = {variable: "v", column: "v", cells: []};
    const sample = {isWeighted: true, populations: [null], clusters: null, lonely: 0, margins: []};
    const measureOf = (change: Parameters<typeof exampleTable>[0]) =>
      tableFrame(exampleTable({classes: [], ...change}), {lang: "nb"}).measure;
    const raked = {...sample, margins: [gender, label].map((each) => ({...margin, label: each}))};
    expect(measureOf({sample})).toBe("Prosent av kolonnen, vektet.");
    expect(measureOf({sample: raked})).toBe("Prosent av kolonnen, vektet, kalibrert til kjønn og EU-medlem.");
    expect(measureOf({sample: {...sample, isWeighted: false}})).toBe("Prosent av kolonnen, uvektet.");
    expect(measureOf({sample, isWeighted: false})).toBe("Prosent av kolonnen, uvektet.");
  });

  it("credits a survey’s owner only with what the survey’s respondents answered", () => {
    expect(tableFrame(exampleTable(), {lang: "en"}).source).not.toContain("KS FoU");
    expect(tableFrame(exampleTable({rank: "estimated"}), {lang: "en"})).toMatchObject({
      rank: expect.stringMatching(/^Estimated: /),
      source: "Source: KS FoU and HK Reklamebyrå AS: the responses to BETA.KOMM 2011.",
    });
  });
});
