import {describe, expect, it} from "vitest";
import {
  exampleCodebook,
  exampleRespondents,
  exampleStandIn,
  exampleSurvey,
} from "../../../test/support/exampleSurvey.js";
import {tableColumns} from "../tableColumns.js";
import {spssColumns} from "./spssColumns.js";
import {spssSyntax} from "./spssSyntax.js";

const columnsOf = (respondents = exampleRespondents) =>
  spssColumns(tableColumns({...exampleSurvey, respondents}), respondents);
const title = exampleCodebook.title;

describe("spssSyntax", () => {
  it("reads the table, names everything, and declares what is missing", () => {
    const columns = columnsOf();
    const kept = columns.filter(({name}) => ["data", "weight", "uses", "channels_facebook", "pages"].includes(name));
    expect(spssSyntax(kept, {title, csv: "example-spss.csv", isStandIn: false}, "nb")).toBe(
      `\ufeff* Et eksempel.
* Manglende svar er -1 til -4, merket som manglende.

GET DATA
  /TYPE=TXT
  /FILE='example-spss.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS=','
  /QUALIFIER='"'
  /FIRSTCASE=2
  /VARIABLES=
    data A6
    weight F18.15
    uses F8.0
    channels_facebook F8.0
    pages F8.0
  .

VARIABLE LABELS
  data 'Hva radene er'
  weight 'Vekt'
  uses 'Bruker sosiale medier'
  channels_facebook 'Kanaler: Facebook'
  pages 'Antall sider'
  .

VALUE LABELS uses
  1 'Ja'
  2 'Nei, "ikke ennå"'
  -1 'Ubesvart'
  -2 'Ikke stilt'
  -3 'Vet ikke'
  -4 'Vil ikke svare'
  .

VALUE LABELS channels_facebook
  0 'Ikke valgt'
  1 'Valgt'
  -1 'Ubesvart'
  -2 'Ikke stilt'
  -3 'Vet ikke'
  -4 'Vil ikke svare'
  .

VALUE LABELS pages
  -1 'Ubesvart'
  -2 'Ikke stilt'
  -3 'Vet ikke'
  -4 'Vil ikke svare'
  .

MISSING VALUES
  uses
  channels_facebook
  pages
  (-4 THRU -1).

VARIABLE LEVEL
  data
  uses
  channels_facebook
  (NOMINAL).
VARIABLE LEVEL
  weight
  pages
  (SCALE).

* Ta bort stjernen foran neste linje for å vekte.
* WEIGHT BY weight.

EXECUTE.
`.replaceAll("\n", "\r\n"),
    );
  });

  it("says in English, at its head and in every label, that respondents are made up", () => {
    const columns = columnsOf(exampleStandIn);
    const syntax = spssSyntax(columns, {title, csv: "stand-in-example-spss.csv", isStandIn: true}, "en");
    expect(syntax).toContain("* MADE-UP RESPONDENTS: nobody answered this. No number from here is a finding.\r\n");
    expect(syntax).toContain("uses '[made-up respondents] Uses social media'");
    expect(syntax).toContain("1 'Yes'");
  });

  it("doubles the quotation marks that would end a label", () => {
    const columns = columnsOf();
    const quoted = {...columns[0], label: {nb: "Hva som 'er'", en: ""}};
    expect(spssSyntax([quoted], {title, csv: "x.csv", isStandIn: false}, "nb")).toContain("data 'Hva som ''er'''");
  });
});
