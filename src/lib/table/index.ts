/** Respondents counted by two variables: weighted shares, counts and means with intervals, tests, and what nonresponse leaves open. */

export type {Text} from "../language/text.js";
export {codeOfReason, reasons} from "../respondents/respondents.js";
export type {MarginCell, SampleDesign, SampleMargin} from "../respondents/sample.js";
export type {UnitCells, UnitClass, UnitRegion} from "../respondents/weighting.js";
export {type ExplorerTally, respondentsTally, type SampleWeights, type TallyColumn} from "./counts/tally.js";
export {tallyFromArrow} from "./counts/tallyFromArrow.js";
export type {Explorer} from "./explorer.js";
export {type NonresponseBounds, nonresponseBounds} from "./nonresponseBounds.js";
export {cellText, intervalText} from "./shown/cellText.js";
export type {Cell, ExploredTable, Measure, TableLine} from "./table.js";
export type {TableRequest} from "./tablePlaces.js";
export {associationOf, type Differences, differencesOf, type TableTest, type Trend, trendsOf} from "./tableTests.js";
export {type Tabulated, tabulate} from "./tabulate.js";
export type {ExploredCategory, ExploredVariable} from "./variable.js";
