/** Shares, means and totals of respondents who answered by themselves, with intervals, and tests of tables. */

export {type Base, baseOf} from "./base.js";
export {
  type CalibratedWeights,
  type CalibrateOptions,
  calibrate,
  calibratedWeights,
} from "./calibration/calibrate.js";
export {fitMargin, type Margin} from "./calibration/margin.js";
export {marginResiduals} from "./calibration/residuals.js";
export {type Column, type Domain, indicator, noAnswer, type Responses} from "./column.js";
export {type CountTable, countTable, cramersV, isSparse, type TwoWay} from "./countTable.js";
export {
  buildDesign,
  type Design,
  type DesignOptions,
  designOfWeights,
  ofProcess,
  type ResponseClass,
} from "./design.js";
export {exactInterval, type Seen} from "./exactInterval.js";
export {type Interval, logitInterval, tInterval} from "./interval.js";
export {type Estimate, mean, type Of, type Share, share, total} from "./mean.js";
export {type ClassResponse, responseRate, shareIfAsOften, worstCaseBand} from "./nonresponse.js";
export {type ReportedShare, type ReportOptions, reportInterval} from "./reportInterval.js";
export {type SampledShare, sampleInterval} from "./sampleInterval.js";
export {holm} from "./tests/holm.js";
export {type PairOptions, type PairTest, pairTests} from "./tests/letters.js";
export {type PermutationOptions, permutationP, type TableRespondents} from "./tests/permutationTest.js";
export {type RaoScottTest, raoScott} from "./tests/raoScott.js";
export {type TrendOptions, type TrendTest, trendTests} from "./tests/trendTest.js";
