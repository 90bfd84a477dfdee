import {capital, inBoth} from "../../lib/language/text.js";
import type {PageId} from "../../lib/pages.js";
import type {Selection} from "../../lib/selection.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {groupingsOf} from "../../lib/table/protected/noisyTable.js";
import type {Figure, FigureView, Given} from "../figure.js";
import type {ViewName} from "./choiceKeys.js";
import {compactChoices, workbenchChoices} from "./choices.js";
import {askedOf, type Made, makeTables, type Refusal, talliesFor, type ViewParts, workbenchSearchOf} from "./made.js";
import {neededFor} from "./needed.js";
import {questionLine} from "./questionLine.js";
import {dropLabel, sentenceOf} from "./sentences.js";
import {askSearch} from "./tableNumbers.js";
import {chartView} from "./views/chartView.js";
import {differencesView} from "./views/differencesView.js";
import {mapView} from "./views/mapView.js";
import {tableView} from "./views/tableView.js";
import {trendView} from "./views/trend/trendView.js";
import {whatIfView} from "./views/whatIfView.js";
import {nothingToExplore, notInFamilyText, refusalView, refusalWords, tooManyText} from "./words.js";

const viewOf: Record<ViewName, (made: Made) => ViewParts> = {
  chart: chartView,
  table: (made) => tableView(made, chartView(made)),
  trend: trendView,
  map: mapView,
  differences: differencesView,
  whatif: whatIfView,
};

/** Any variable by any other: as chart, table, map, differences, and what it would be if others had answered. */
export const workbench: Figure<"explorer"> = {
  ...explorerFigure("explore", "explore"),
  choices: ({explorer}) => workbenchChoices(explorer.explore),
};

/** The same for a topic page: its questions, one by one, of all together or by a group. */
export function compactWorkbench(page: PageId): Figure<"explorer"> {
  return {
    ...explorerFigure(`${page}-answers`, page),
    choices: ({explorer}) => compactChoices(explorer[page]),
  };
}

function explorerFigure(id: string, page: PageId): Omit<Figure<"explorer">, "choices"> {
  return {
    id,
    page,
    explores: true,
    needs: ["explorer"],
    needsTallies: ({explorer: {[page]: explorer}}, selection) =>
      explorer && !explorer.isProtected ? talliesFor(explorer, askedOf(explorer, selection)) : null,
    view: (facts, selection) => view(id, facts.explorer[page], {selection, facts}),
  };
}

function view(
  id: string,
  explorer: PageExplorer | undefined,
  {selection, facts: {tallySet}}: {selection: Selection; facts: Given<"explorer">},
): FigureView {
  if (!explorer) return nothingToExplore;
  const made = makeTables(id, explorer, {selection, tallySet});
  if (typeof made === "string") return refused(made, explorer, selection);
  const parts = viewOf[made.selection.view as ViewName](made);
  const workbenchSearch = workbenchSearchOf(explorer, selection);
  const drop = made.sections[0].table.unweightedBase === 0 ? made.dropped() : null;
  const ask = made.sections.length === 1 ? askSearch(made.sections[0].table) : undefined;
  return {
    ...(workbenchSearch && {workbenchSearch}),
    ...(ask && {askSearch: ask}),
    ...(drop && {drop: {choose: drop.choose, label: inBoth((lang) => capital(dropLabel(drop)[lang]))}}),
    ...parts,
    title: parts.title ?? sentenceOf(made),
    subtitle: parts.subtitle ?? questionLine(made),
  };
}

function refused(refusal: Refusal, explorer: PageExplorer, selection: Selection): FigureView {
  const asked = askedOf(explorer, selection);
  const {rows} = asked.request;
  const groupings = explorer.protectedTables?.groupings ?? [];
  const offered = groupingsOf(explorer, rows.name).flatMap((id) => groupings.filter((each) => each.id === id));
  const reason = () => {
    if (refusal === "notInFamily") return notInFamilyText(rows.label, offered);
    return refusal === "tooMany" ? tooManyText(neededFor(explorer, asked)) : refusalWords[refusal];
  };
  return {
    ...refusalView(reason()),
    title: {nb: "Denne tabellen kan ikke lages", en: "This table cannot be made"},
    note: {nb: "Valgene står som de var.", en: "The choices stand as they were."},
  };
}
