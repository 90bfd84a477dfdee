import type {UnitCells} from "../respondents/weighting.js";
import {type ClassResponse, responseRate, worstCaseBand} from "../statistics/nonresponse.js";
import {countsByCell} from "./counts/countRespondents.js";
import type {Explorer} from "./explorer.js";
import {sum} from "./tableCells.js";
import {placeIn, type TableRequest} from "./tablePlaces.js";
import {type Conditions, isOfRegister, populationWith} from "./tableWeights.js";
import type {Tabulated} from "./tabulate.js";

/** Why nothing is told of those who did not answer. */
export type UnknownBounds =
  /** The table does not show weighted shares of its columns. */
  | "notColumnPercent"
  /** The register knows the rows of everybody: nobody is silent about them. */
  | "knownRows"
  /** The codebook has no units, so nobody knows how many did not answer. */
  | "noUnits"
  /** A filter or the column is a question: of those who did not answer, nobody knows who is in the group. */
  | "groupNotKnown"
  /** The question was not asked of all, and nobody knows of which silent units it would have been. */
  | "notAskedOfAll"
  /** The group has no units. */
  | "noPopulation"
  /** The cell is not published. */
  | "notPublished";

/** What the silence of some leaves open of one cell. */
export type NonresponseBounds =
  | {
      status: "known";
      /** Units of the group, and those of them that answered. */
      population: number;
      respondents: number;
      /** 0 to 1. */
      responseRate: number;
      /** The least and the greatest share that the group can have. */
      band: {low: number; high: number};
      /** What `shareIfAsOften` takes; null when nobody in the group answered. */
      response: ClassResponse | null;
    }
  | {status: "unknown"; reason: UnknownBounds};

/** A cell’s row and column in its table; column 0 is everybody. */
export interface Place {
  row: number;
  column: number;
}

/**
 * What the units that did not answer could make of a share, of a group that the register knows. Who answered the survey
 * but not the question is as silent as who answered nothing. Weights suppose a share of the silent, that of the
 * respondents who stand for them; if they give the answer as often, the share of the group is therefore that of the table.
 */
export function nonresponseBounds(
  {units}: Explorer,
  request: TableRequest,
  tabulated: Tabulated,
  {row, column}: Place,
): NonresponseBounds {
  const reason = reasonAgainst(units, request, tabulated, {row, column});
  if (reason) return {status: "unknown", reason};
  const {counted, columnWeights} = tabulated;
  const population = populationWith(units, conditionsOf(request, column)) ?? 0;
  if (population === 0) return {status: "unknown", reason: "noPopulation"};
  const {part, at: rowAt} = placeIn(counted.length, row);
  const [counts] = counted[part];
  const at = column === 0 ? null : column - 1;
  const yes = countsByCell(counts, rowAt, at);
  const answered = countsByCell(counts, null, at);
  const response: ClassResponse = {
    count: sum(yes),
    respondents: sum(answered),
    population,
    supposed: sum(yes.map((n, cell) => n * ((columnWeights[column]?.[cell] ?? 1) - 1))),
  };
  return {
    status: "known",
    population,
    respondents: response.respondents,
    responseRate: responseRate([response]),
    band: worstCaseBand([response]),
    response: response.respondents === 0 ? null : response,
  };
}

function reasonAgainst(
  {populations}: UnitCells,
  request: TableRequest,
  {table}: Tabulated,
  {row, column}: Place,
): UnknownBounds | null {
  const {rows, measure, isWeighted} = request;
  if (measure !== "columnPercent" || !isWeighted) return "notColumnPercent";
  if (rows.type === "register") return "knownRows";
  if (!populations) return "noUnits";
  if (table.cells[row][column].status !== "published") return "notPublished";
  if (!conditionsOf(request, column).flat().every(isOfRegister)) return "groupNotKnown";
  return rows.universe.length > 0 ? "notAskedOfAll" : null;
}

/** What units of the group have in common. */
function conditionsOf({columns, filters}: TableRequest, column: number): Conditions {
  const filtered = filters.map(({categories}) => categories);
  return columns && column > 0 ? [...filtered, [columns.categories[column - 1]]] : filtered;
}
