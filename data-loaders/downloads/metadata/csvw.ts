import type {DescribedColumn} from "../tableColumns.js";

/** A table of text, as CSV on the Web describes it. */
export interface DescribedTable {
  /** Its name, beside the description. */
  path: string;
  /** In order. Columns that are not described stand by their names alone. */
  columns: readonly (DescribedColumn | string)[];
}

const datatypes = {string: "string", integer: "integer", number: "number", date: "date"} as const;

/**
 * `csv-metadata.json`, which CSV on the Web (w3.org/TR/tabular-metadata) looks for beside every CSV file: its tables, and of
 * each column name, titles and type. A code for the lack of an answer is null.
 */
export function csvw(tables: readonly DescribedTable[], {license}: {license: string}): string {
  const document = {
    "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
    "dc:license": {"@id": license},
    dialect: {encoding: "utf-8", header: true, delimiter: ","},
    tables: tables.map(({path, columns}) => ({url: path, tableSchema: {columns: columns.map(columnOf)}})),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function columnOf(column: DescribedColumn | string) {
  if (typeof column === "string") return {name: column, titles: column};
  const {name, label, type, codes} = column;
  const missing = codes.filter((each) => each.missing !== null).map(({code}) => code);
  return {
    name,
    titles: name,
    "dc:description": {en: label.en, nb: label.nb},
    datatype: datatypes[type],
    ...(missing.length > 0 && {null: missing}),
  };
}
