import {StatisticsError} from "../../../src/lib/statistics/errors.js";

/** A cell that the population has and the respondents have not: no weight can fill it. */
export class CellWithoutRespondentsError extends StatisticsError {
  readonly code = "cellWithoutRespondents";
  constructor(readonly cell: string) {
    super(`cell without respondents: ${cell}`);
  }
}

/** A cell with respondents of which the population's total is not given, or none. */
export class CellWithoutPopulationError extends StatisticsError {
  readonly code = "cellWithoutPopulation";
  constructor(readonly cell: string) {
    super(`cell with respondents but no population: ${cell}`);
  }
}
