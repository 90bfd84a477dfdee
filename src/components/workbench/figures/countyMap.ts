import {inBoth, type Text} from "../../../lib/language/text.js";
import type {PageId} from "../../../lib/pages.js";
import {type Selection, splitCodes} from "../../../lib/selection.js";
import {hundredText, isShown} from "../../../lib/table/cellText.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import {allColumn, type ExploredTable} from "../../../lib/table/table.js";
import {type ExploredVariable, variableByName} from "../../../lib/table/variable.js";
import {type CountySquare, countyTiles} from "../../charts/countyTiles.js";
import type {Figure, FigureView, Given} from "../../figure.js";
import {exploredTableMarkup} from "../../markup/exploredTableMarkup.js";
import {nothingToExplore, rowsOf} from "./breakdown.js";
import {breakdownChoices, keys, shownAnswer} from "./breakdownChoices.js";
import {breakdown, needsBreakdownTallies} from "./breakdownTable.js";
import {marksText, measuredText, namedMadeUp, quoted} from "./breakdownWords.js";

const county = "county";

/** The chosen answer in every county. Counties that are filtered away are still shown, so that they can be chosen. */
export function countyMap(page: PageId): Figure<"explorer"> {
  const id = `${page}-map`;
  return {
    id,
    page,
    explores: true,
    needs: ["explorer"],
    isQuiet: true,
    choices: ({explorer}) => breakdownChoices(explorer[page]).filter(({key}) => key !== keys.by),
    needsTallies: ({explorer}) => needsBreakdownTallies(explorer[page]),
    view: (facts, selection) => view(id, facts.explorer[page], {selection, facts}),
  };
}

function view(
  id: string,
  explorer: PageExplorer | undefined,
  {selection, facts: {tallySet}}: {selection: Selection; facts: Given<"explorer">},
): FigureView {
  if (!explorer || explorer.tiles.length === 0) return nothingToExplore;
  const chosen = splitCodes(selection[county] ?? "all");
  const {question, category} = shownAnswer(explorer, selection);
  const explored = breakdown(explorer, {...selection, [county]: "all"}, {tallySet, by: county});
  const table = oneRow(explored.table, category);
  const rows = rowsOf(id, table);
  const answer = table.rows[0].label;
  const [cells] = table.cells;
  const shownIn = cells.slice(1).filter(isShown).length;
  return {
    title: inBoth((lang) =>
      namedMadeUp(
        table,
        titleText(quoted(answer[lang], lang), quoted(question.label[lang], lang), question.type)[lang],
        lang,
      ),
    ),
    subtitle: measuredText({table, question, category, hasUnits: true}, variableByName(explorer.variables, county)),
    alt: altOf(table, shownIn),
    note: inBoth((lang) => `${marksText(table, {hasRange: false})[lang]} ${noteText[lang]}`),
    rows,
    explored: {...explored, table},
    table: (options) => exploredTableMarkup(table, options),
    chart: (options) => {
      const [all] = cells;
      const reference = isShown(all) ? {share: all.estimate, label: hundredText(all, options.lang)} : null;
      const squares = explorer.tiles.map((tile): CountySquare => {
        const at = table.columns.findIndex(({code}) => code === tile.county);
        return {
          ...tile,
          quantity: rows[at].quantity,
          shown: hundredText(cells[at], options.lang),
          isChosen: chosen.includes(tile.county),
          isOut: chosen.length > 0 && !chosen.includes(tile.county),
          ...(!table.isProtected && {choose: `${county}=${tile.county}`}),
        };
      });
      return countyTiles(squares, reference, options);
    },
  };
}

/** The table of one answer. */
function oneRow(table: ExploredTable, category: string): ExploredTable {
  const at = Math.max(
    0,
    table.rows.findIndex(({code}) => code === category),
  );
  return {...table, rows: [table.rows[at]], cells: [table.cells[at]]};
}

function titleText(answer: string, question: string, type: ExploredVariable["type"]): Text {
  const [on, to] = type === "multiple" ? ["under", "under"] : ["på", "to"];
  return {
    nb: `${answer} ${on} ${question}, fylke for fylke`,
    en: `${answer} ${to} ${question}, county by county`,
  };
}

const noteText: Text = {
  nb: "Hver rute er et fylke, omtrent der det ligger. I ruten går linjen fra 0 til 100, og den grå streken er alle fylker samlet. Fylkeskommunen er regnet med i fylket.",
  en: "Each square is a county, about where it lies. In the square the line goes from 0 to 100, and the grey mark is all counties together. The county authority is counted in its county.",
};

function altOf({columns, cells: [cells]}: ExploredTable, shownIn: number): Text {
  return inBoth((lang) => {
    const listed = columns.flatMap(({code, label}, at) =>
      code === allColumn ? [] : [`${label[lang]} ${hundredText(cells[at], lang)}`],
    );
    return lang === "nb"
      ? `Et kart av ${columns.length - 1} ruter, med tall i ${shownIn} av dem. Av hundre: ${listed.join("; ")}.`
      : `A map of ${columns.length - 1} squares, with numbers in ${shownIn} of them. Of a hundred: ${listed.join("; ")}.`;
  });
}
