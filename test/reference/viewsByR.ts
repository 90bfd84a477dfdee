import {exportFile} from "../../src/components/browser/export/exportFiles.js";
import {figureById} from "../../src/components/figures.js";
import {type Made, makeTables} from "../../src/components/workbench/made.js";
import {parseSelection, type Selection} from "../../src/lib/selection.js";
import {factsOf, standIn} from "../support/exampleFacts.js";

/** Views of the made-up respondents that are taken along as R, as the address has them. */
export const viewQueries = [
  "rows=strategy&columns=size&level=90",
  "rows=channels&columns=strategy&level=99",
  "rows=channels&columns=strategy&view=differences&compare=strategy.in_place&level=90",
  "rows=challenges&columns=size&view=differences&compare=rest",
  "rows=use_focus&columns=channels&view=differences",
  "rows=facebook_pages&columns=size&measure=mean",
  "rows=facebook_pages&columns=strategy&measure=mean&view=differences&compare=strategy.none&level=99",
  "rows=facebook_pages&columns=channels&measure=mean&view=differences",
  "rows=facebook_pages&columns=none&measure=mean&county=03.12",
  "rows=facebook_pages&columns=county&measure=mean&weight=off",
  "rows=facebook_pages&columns=kind&measure=mean&layer=strategy",
  "rows=uses_now&columns=size&layer=strategy",
  "rows=channels&columns=size&layer=kind&layer2=strategy",
  "rows=strategy&columns=size&layer=uses_now-yes&county=01.02.03.04.05.06",
  "rows=strategy&columns=county&layer=size&merge=county-01.02.06*size-under2000.2000to4999",
  "rows=channels&columns=size&merge=channels-twitter.blog.flickr-Others*size-5000to19999.20000plus",
  "rows=strategy&columns=size&merge=size-under2000.20000plus&level=90",
  "rows=experience&columns=strategy&weight=off&layer=use_focus-services",
  "rows=challenges&columns=size&county=03.12&measure=count&level=90",
  "rows=uses_now&columns=none&measure=count&weight=off",
  "rows=strategy&columns=strategy_goals&measure=count",
  "rows=strategy_goals&columns=use_focus&measure=rowPercent&level=99",
  "rows=strategy&columns=size&measure=rowPercent&layer=kind",
  "rows=uses_now&columns=kind&measure=totalPercent&weight=off",
  "rows=strategy&columns=plans_2011&measure=totalPercent&level=90",
  "rows=uses_now&columns=facebook_pages",
  "rows=experience&columns=facebook_pages&strategy=in_place.by_year_end",
  "rows=strategy&columns=experience&uses_now=yes",
  "rows=strategy&columns=kind&kind=countyAuthority",
  "rows=strategy&columns=none&county=03&kind=countyAuthority",
  "rows=uses_now&columns=channels&measure=count",
  "rows=experience&columns=none&layer=channels",
  "rows=use_focus&columns=challenges&measure=totalPercent&layer=channels-twitter",
  "rows=size&columns=strategy",
  "rows=size&columns=county&measure=count",
  "rows=county&columns=none&strategy=in_place",
  "rows=strategy&columns=size&view=whatif&others=double",
  "rows=uses_now&columns=county&view=whatif&others=own&often=37&size=under2000.2000to4999",
  "rows=challenges&columns=none&view=whatif&others=always&layer=size",
  "rows=strategy&columns=size&view=whatif&others=never&level=90",
] as const;

export const viewsFile = "test/reference/viewsByR.json";

const figure = figureById("explore");
const facts = factsOf(standIn);

/** The file that the scripts of views read. */
export const respondentsFile = facts.explorer.explore?.published?.csv ?? "";

function selectionOf(query: string): Selection {
  const {selection, refused} = parseSelection(`?${query}`, figure.choices(facts));
  if (refused.length > 0) throw new Error(`not in the workbench: ${JSON.stringify(refused)} (${query})`);
  return selection;
}

/** The tables of a view. */
export function madeOf(query: string): Made {
  const {explore} = facts.explorer;
  if (!explore) throw new Error("nothing to explore");
  const made = makeTables("explore", explore, {selection: selectionOf(query), tallySet: facts.tallySet});
  if (typeof made === "string") throw new Error(`refused: ${made} (${query})`);
  return made;
}

/** The script that a reader of the view takes along. */
export async function scriptOf(query: string): Promise<string> {
  const view = figure.view(facts, selectionOf(query));
  if (!view.explored) throw new Error(`shows nothing: ${query}`);
  return String(await exportFile("R", {figure, view, lang: "en", address: ""}));
}
