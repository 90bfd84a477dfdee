import {memoize} from "../../../src/lib/memoize.js";
import type {CountableRows} from "./countable.js";

/** Numbers that are shown as one are counted as one. */
export const inBands = memoize((found: CountableRows): CountableRows => {
  const columns = new Map(found.columns);
  for (const {type, name, categories} of found.variables) {
    const column = columns.get(name);
    if (type !== "count" || !column) continue;
    const bandOf = Int32Array.from(column.categories, (code) => categories.findIndex(({of}) => of.includes(code)));
    const codes = column.codes.map((code) => (code < 0 ? code : bandOf[code]));
    columns.set(name, {name, categories: categories.map(({of}) => of[0]), codes});
  }
  return {...found, columns};
});
