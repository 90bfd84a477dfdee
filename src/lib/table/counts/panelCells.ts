import {memoize} from "../../memoize.js";
import {type PanelDesign, panelColumns, waveVariable} from "../../respondents/waves.js";
import type {Cells} from "./cells.js";
import {columnOf, type ExplorerTally} from "./tally.js";

/** Each unit in each wave: arrays are by such a cell. */
export interface PanelCells extends Cells {
  /** The cell that it is part of: of the register, or of a sample. */
  partOf: Int32Array;
  waveOf: Int32Array;
  unitOf: Int32Array;
  clusterOf: Int32Array;
  stratumOf: Int32Array;
}

/** The cells of a panel, each within one of some other cells, found once for a tally and these. */
export const panelCells = memoize((tally: ExplorerTally) =>
  memoize((within: Cells) => memoize((panel: PanelDesign) => cellsOf(tally, within, panel))),
);

function cellsOf(tally: ExplorerTally, {cellOf: partOf}: Cells, panel: PanelDesign): PanelCells {
  const rows = partOf.length;
  const {codes: wave, categories} = columnOf(tally, waveVariable);
  const {codes: unit} = columnOf(tally, panelColumns.unit);
  const cluster = panel.clusters === null ? unit : columnOf(tally, panelColumns.cluster).codes;
  const stratum = panel.strata === 1 ? new Int32Array(rows) : columnOf(tally, panelColumns.stratum).codes;
  const places = new Map<number, number>();
  const first: number[] = [];
  const cellOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const key = (partOf[row] * panel.units + unit[row]) * categories.length + wave[row];
    let place = places.get(key);
    if (place === undefined) {
      place = first.push(row) - 1;
      places.set(key, place);
    }
    cellOf[row] = place;
  }
  const byCell = (column: Int32Array) => Int32Array.from(first, (row) => column[row]);
  return {
    size: first.length,
    cellOf,
    partOf: byCell(partOf),
    ...{waveOf: byCell(wave), unitOf: byCell(unit), clusterOf: byCell(cluster), stratumOf: byCell(stratum)},
  };
}

/** True where some are of one wave and some of another. @param counts by cell */
export function isOfSeveralWaves({waveOf}: PanelCells, counts: readonly number[]): boolean {
  let first = -1;
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue;
    if (first >= 0 && waveOf[cell] !== first) return true;
    first = waveOf[cell];
  }
  return false;
}
