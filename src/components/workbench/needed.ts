import {greatest} from "d3";
import type {Text} from "../../lib/language/text.js";
import {bytesOf, filesOf} from "../../lib/table/counts/columnFiles.js";
import {bytesWanted} from "../../lib/table/counts/tallySets.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {columnsOf} from "../../lib/table/variable.js";
import {type Asked, wantedOf} from "./made.js";

/** What a table of a large file needs that is fetched for it alone. */
export interface Needed {
  bytes: number;
  /** What beside the rows needs most of them; null where there is nothing else. */
  largest: Text | null;
}

/** What a table needs. */
export function neededFor(explorer: PageExplorer, {request, layers}: Asked): Needed {
  const {columns, filters} = request;
  const others = [
    ...(columns ? [{of: columns, categories: columns.categories}] : []),
    ...filters,
    ...layers.map(({of}) => ({of, categories: of.categories})),
  ];
  const largest = greatest(others, (each) => bytesOf(explorer, filesOf(explorer, columnsOf(each)).values()));
  return {bytes: bytesWanted(explorer, wantedOf({request, layers})), largest: largest?.of.label ?? null};
}
