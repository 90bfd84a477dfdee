/** Plot charts of numbers that say what they rest on. They are drawn in the colours of the page, or else in their own. */

export type {Quantity} from "../../lib/quantities/quantity.js";
export type {Rank} from "../../lib/quantities/rank.js";
export type {ChartOptions} from "./chart.js";
export {type Area, areaTiles} from "./crosstab/areaTiles.js";
export {type ItemLink, type LinkChartData, type ListItem, linkChart} from "./linkChart.js";
export {type MatrixCell, rangeMatrix} from "./rangeMatrix.js";
export {type RangeRow, rangeRows} from "./rangeRows.js";
export {type RankBar, rankBars} from "./rankBars.js";
export {type Square, type UnitSpan, type UnitState, unitChart} from "./unitChart.js";
