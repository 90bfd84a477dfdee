import type {Codebook} from "../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {Weighting} from "../../src/lib/respondents/weighting.js";
import {type DictionaryColumn, dictionaryColumns} from "./dataDictionary.js";
import {type LeadingColumn, leadingColumns} from "./leadingColumns.js";

/** A licence or a source, as Frictionless writes them. */
export interface Named {
  name?: string;
  title: string;
  path?: string;
}

/** What the respondents do not say of themselves. */
export interface PackageOf {
  title: string;
  description: string;
  version: string;
  /** Day of publication, ISO 8601. */
  created: string;
  licences: readonly Named[];
  sources: readonly Named[];
}

/** A file beside the clean table; the first is the clean table itself. */
export interface PackageFile {
  path: string;
  /** In bytes. */
  size: number;
  /** SHA-256, as lower-case hexadecimal. */
  checksum: string;
}

interface Field {
  name: string;
  title: string;
  type: "string" | "integer" | "number" | "date";
  description?: string;
  missingValues?: string[];
  categories?: {value: string; label: string}[];
  categoriesOrdered?: boolean;
  constraints?: {required?: boolean; enum?: string[]; minimum?: number; maximum?: number};
}

/**
 * `datapackage.json` of the clean table, with a schema for it, by Data Package 2.0 (datapackage.org). Tools for version 1
 * take it too: they know missing values of the whole table only, so those stand twice. Labels are English: Frictionless
 * knows one language.
 */
export function dataPackage(
  codebook: Codebook,
  respondents: Respondents,
  weighting: Weighting,
  {licences, sources, ...of}: PackageOf,
  [table, ...others]: readonly PackageFile[],
): string {
  const fields = [...leadingColumns(respondents, weighting).map(leadingField), ...answerFields(codebook, respondents)];
  const document = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: respondents.rank === "standIn" ? `stand-in-${codebook.id}` : codebook.id,
    ...of,
    rank: respondents.rank,
    licenses: licences,
    sources,
    resources: [
      {
        ...resource(table),
        profile: "tabular-data-resource",
        type: "table",
        dialect: {delimiter: ",", header: true},
        schema: {
          fields,
          missingValues: ["", ...new Set(fields.flatMap(({missingValues = []}) => missingValues))],
          primaryKey: ["row"],
        },
      },
      ...others.map(resource),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function resource({path, size, checksum}: PackageFile) {
  const format = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const name = path.toLowerCase().replace(/[^a-z0-9._-]+/g, "-");
  const encoding = format === "parquet" ? {} : {encoding: "utf-8"};
  return {name, path, format, ...encoding, bytes: size, hash: `sha256:${checksum}`};
}

function leadingField({name, label, description, type, categories, minimum, valueAt}: LeadingColumn): Field {
  const codes = categories?.map(({code}) => code) ?? (type === "text" ? [String(valueAt(0))] : undefined);
  return {
    name,
    title: label.en,
    ...(description && {description}),
    type: type === "text" ? "string" : type,
    ...(categories && {categories: categories.map((each) => ({value: each.code, label: each.label.en}))}),
    constraints: {required: true, ...(codes && {enum: codes}), ...(minimum !== undefined && {minimum})},
  };
}

function answerFields(codebook: Codebook, respondents: Respondents): Field[] {
  const isOrdered = new Set(
    codebook.variables.flatMap((each) => (each.type === "single" && each.isOrdered ? [each.name] : [])),
  );
  return dictionaryColumns(codebook, respondents).map((column) => ({
    name: column.name,
    title: column.label.en,
    description: column.question.en,
    ...typeOf(column),
    missingValues: column.codes.filter(({missing}) => missing !== null).map(({code}) => code),
    ...(isOrdered.has(column.variable) ? {categoriesOrdered: true} : {}),
  }));
}

function typeOf({type, range, codes}: DictionaryColumn): Pick<Field, "type" | "categories" | "constraints"> {
  if (type === "count") return {type: "integer", constraints: {minimum: range?.least, maximum: range?.greatest}};
  if (type === "date") return {type: "date"};
  const valid = codes.filter(({missing}) => missing === null);
  if (valid.length === 0) return {type: "string"};
  return {
    type: "string",
    categories: valid.map(({code, label}) => ({value: code, label: label.en})),
    constraints: {enum: valid.map(({code}) => code)},
  };
}
