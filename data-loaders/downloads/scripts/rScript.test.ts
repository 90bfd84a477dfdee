import {describe, expect, it} from "vitest";
import {
  exampleCodebook,
  exampleRespondents,
  exampleStandIn,
  exampleSurvey,
} from "../../../test/support/exampleSurvey.js";
import {tableColumns} from "../tableColumns.js";
import {rScript} from "./rScript.js";
import {spssColumns} from "./spssColumns.js";

const columnsOf = (respondents = exampleRespondents) =>
  spssColumns(tableColumns({...exampleSurvey, respondents}), respondents);
const title = exampleCodebook.title;

describe("rScript", () => {
  it("reads the table, names everything, and declares what is missing", () => {
    const columns = columnsOf();
    const kept = columns.filter(({name}) => ["data", "class", "uses"].includes(name));
    expect(rScript(kept, {title, csv: "example-spss.csv", isStandIn: false}, "nb")).toBe(
      `# Et eksempel
# Manglende svar er -1 til -4, merket som manglende.
# install.packages("haven")

respondents <- read.csv("example-spss.csv", colClasses = c(data = "character"), encoding = "UTF-8")
attr(respondents$data, "label") <- "Hva radene er"
respondents$class <- haven::labelled_spss(
  as.double(respondents$class),
  labels = c("Små" = 1, "Store" = 2),
  label = "Vektklasse"
)
respondents$uses <- haven::labelled_spss(
  as.double(respondents$uses),
  labels = c("Ja" = 1, "Nei, \\"ikke ennå\\"" = 2, "Ubesvart" = -1, "Ikke stilt" = -2, "Vet ikke" = -3, "Vil ikke svare" = -4),
  na_range = c(-4, -1),
  label = "Bruker sosiale medier"
)
`,
    );
  });

  it("says in English, at its head and in every label, that respondents are made up", () => {
    const columns = columnsOf(exampleStandIn);
    const script = rScript(columns, {title, csv: "stand-in-example-spss.csv", isStandIn: true}, "en");
    expect(script).toContain("# MADE-UP RESPONDENTS: nobody answered this. No number from here is a finding.\n");
    expect(script).toContain('label = "[made-up respondents] Uses social media"');
  });
});
