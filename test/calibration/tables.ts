import {type TableRequest, type Tabulated, tabulate} from "../../src/lib/explore/tabulate.js";
import {respondentsTally} from "../../src/lib/explore/tally.js";
import type {Counted} from "./madeUpSurvey.js";

/** The table that a reader would be shown of a request. */
export function tableOf({explorer, columns, count}: Counted, request: TableRequest): Tabulated {
  return tabulate(explorer, [respondentsTally([...columns.values()], count)], request);
}
