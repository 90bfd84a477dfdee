import {inBoth, type Lang, quoted, type Text} from "../../../lib/language/text.js";
import {splitCodes} from "../../../lib/selection.js";
import {measureLabel} from "../../../lib/table/export/tableFrame.js";
import {hundredText, isShown} from "../../../lib/table/shown/cellText.js";
import {allColumn, type Cell, type ExploredTable, fewestForPercent} from "../../../lib/table/table.js";
import {regionColumn} from "../../../lib/table/variable.js";
import {type Region, regionMap} from "../../charts/crosstab/regionMap.js";
import type {Row} from "../../figure.js";
import {crosstabMarkup} from "../../markup/crosstabMarkup.js";
import type {Made, ViewParts} from "../made.js";
import {questionLine} from "../questionLine.js";
import {sentenceOf} from "../sentences.js";
import {exploredOf, rowsOf} from "../tableNumbers.js";
import {marksText, refusalView} from "../words.js";

/**
 * The chosen answer in every region, as a map and as a list. Regions that are filtered away are shown too, so that they
 * can be chosen.
 */
export function mapView(made: Made): ViewParts {
  const by = made.byRegion();
  const row = by?.table.rows.findIndex(({code}) => code === made.answer) ?? -1;
  if (!by || row < 0) return refusalView(notMapped);
  const {explorer, id} = made;
  const table: ExploredTable = {...by.table, rows: [by.table.rows[row]], cells: [by.table.cells[row]]};
  const rows = rowsOf(`${id}-map`, table);
  const [[all]] = table.cells;
  const answer = table.rows[0].label;
  // With noise, regions may be weighted where the groups of the chosen question are not.
  const told = by.table.noise ? {...made, sections: [{...made.sections[0], table: by.table}]} : made;
  return {
    title: sentenceOf({...told, columns: null}),
    subtitle: questionLine({...told, columns: by.request.columns}),
    alt: altOf(table),
    note: inBoth(
      (lang) => `${quoted(answer[lang], lang)}. ${noteText[lang]} ${marksText(table, {hasRange: false})[lang]}`,
    ),
    rows,
    explored: exploredOf(explorer, [by]),
    table: (options) =>
      crosstabMarkup(table, {...options, caption: measureLabel[table.measure], letters: null, ranges: [], legend: []}),
    chart: (options) =>
      regionMap(regionsOf(made, table, rows, options.lang), isShown(all) ? all.estimate : null, options),
  };
}

/** The regions that have a place in the map and a column in the table. */
function regionsOf({explorer, selection}: Made, table: ExploredTable, rows: readonly Row[], lang: Lang): Region[] {
  const chosen = splitCodes(selection[regionColumn] ?? "all");
  const [cells] = table.cells;
  return explorer.tiles.flatMap(({county, ...tile}) => {
    const at = table.columns.findIndex(({code}) => code === county);
    if (at < 0) return [];
    return {
      ...tile,
      name: table.columns[at].label[lang],
      quantity: rows[at].quantity,
      shown: hundredText(cells[at], lang),
      isFew: isOfFew(cells[at]),
      isChosen: chosen.includes(county),
      isOut: chosen.length > 0 && !chosen.includes(county),
      ...(!table.isProtected && {choose: `${regionColumn}=${county}`}),
    };
  });
}

const isOfFew = (cell: Cell) => cell.status === "published" && cell.unweightedBase < fewestForPercent;

const notMapped: Text = {
  nb: "Kartet viser prosent av kolonnen for ett svar. Velg et spørsmål, og «Prosent av kolonnen» under «Tall».",
  en: "The map shows per cent of the column for one answer. Choose a question, and “Per cent of the column” under “Numbers”.",
};

const noteText: Text = {
  nb: "Hver rute er et fylke, omtrent der det ligger. Fylkeskommunen regnes med i fylket. Den stiplede linjen i listen er alle samlet.",
  en: "Each square is a county, roughly in its place. The county authority counts with its county. The dashed line in the list is everyone together.",
};

function altOf({columns, cells: [cells]}: ExploredTable): Text {
  return inBoth((lang) => {
    const listed = columns.flatMap(({code, label}, at) =>
      code === allColumn ? [] : [`${label[lang]} ${hundredText(cells[at], lang)}`],
    );
    const shown = cells.slice(1).filter(isShown).length;
    return lang === "nb"
      ? `Et kart over ${columns.length - 1} fylker, med tall i ${shown} av dem, og de samme tallene i rekkefølge. Av hundre: ${listed.join("; ")}.`
      : `A map of ${columns.length - 1} counties, with numbers in ${shown} of them, and the same numbers in order. Of a hundred: ${listed.join("; ")}.`;
  });
}
