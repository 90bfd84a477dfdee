import {respondentsTally} from "../../src/lib/table/counts/tally.js";
import {type TableRequest, type Tabulated, tabulate} from "../../src/lib/table/tabulate.js";
import type {Counted} from "./madeUpSurvey.js";

/** The table that a reader would be shown of a request. */
export function tableOf({explorer, columns, count}: Counted, request: TableRequest): Tabulated {
  return tabulate(explorer, [respondentsTally([...columns.values()], count)], request);
}
