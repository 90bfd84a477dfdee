/** A statistic that the data cannot give. `code` is for programs, the message for people. */
export abstract class StatisticsError extends Error {
  abstract readonly code: string;
}

/** Nobody in the base: there is no share of nobody. */
export class EmptyBaseError extends StatisticsError {
  readonly code = "emptyBase";
  constructor() {
    super("no respondents in the base");
  }
}

/** No more respondents than classes, such as a single respondent: nothing to judge spread by. */
export class NoIntervalError extends StatisticsError {
  readonly code = "noInterval";
  constructor(degreesOfFreedom: number) {
    super(`too few respondents for an interval, degrees of freedom: ${degreesOfFreedom}`);
  }
}

/** A class in which nobody answered: merge it with another, for nobody can stand for it. */
export class ClassWithoutRespondentsError extends StatisticsError {
  readonly code = "classWithoutRespondents";
  constructor(name: string) {
    super(`class without respondents: ${name}`);
  }
}

/** A class in which one answered and others did not: its spread is unknown. */
export class LonelyClassError extends StatisticsError {
  readonly code = "lonelyClass";
  constructor(name: string) {
    super(`class with a single respondent: ${name}`);
  }
}

/** A class with more respondents than population. */
export class OverfullClassError extends StatisticsError {
  readonly code = "overfullClass";
  constructor(name: string, respondents: number, population: number) {
    super(`more respondents than population in class: ${name} (${respondents} of ${population})`);
  }
}

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
