import type {Explored} from "../../../data-loaders/explorer/explored.js";
import type {Filter} from "../../../src/lib/explore/countRespondents.js";
import {type ExploredVariable, variableByName} from "../../../src/lib/explore/variable.js";

/** Six tables of respondents, and three filters of which one changes. */
export interface FilterChange {
  rows: readonly ExploredVariable[];
  /** The same of all tables. */
  columns: ExploredVariable;
  /** One after the other: the first changes each time, the others never. */
  filters: readonly (readonly Filter[])[];
}

/** Sums of weights: of each table by category (of a multiple response one part each), by column. */
export type Crosstabs = ArrayLike<number>;

const questions = ["respondent_role", "strategy", "role_served", "experience", "facebook_pages", "channels"];

/** Six questions, one of them a multiple response, by county, while the size of the units changes. */
export function filterChange({variables}: Explored): FilterChange {
  const variable = (name: string) => variableByName(variables, name);
  const filter = (name: string, isChosen: (at: number) => boolean): Filter => ({
    variable: name,
    categories: variable(name).categories.filter((_, at) => isChosen(at)),
  });
  const others = [filter("uses_now", (at) => at === 0), filter("strategy", (at) => at < 3)];
  return {
    rows: questions.map(variable),
    columns: variable("county"),
    filters: variable("size").categories.map((_, left) => [filter("size", (at) => at !== left), ...others]),
  };
}
