import {productFile} from "../../src/lib/respondents/productFile.js";
import type {Respondents} from "../../src/lib/respondents/respondents.js";
import type {TableColumn} from "./tableColumns.js";

/** A licence or a source, as Frictionless writes them. */
export interface Named {
  name?: string;
  title: string;
  path?: string;
}

/** What the respondents do not say of themselves. */
export interface PackageAbout {
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

/**
 * `datapackage.json` of the clean table, with a schema for it, by Data Package 2.0 (datapackage.org). Tools for version 1
 * take it too: they know missing values of the whole table only, so those stand twice. Labels are English: Frictionless
 * knows one language.
 */
export function dataPackage(
  {codebook, rank}: Pick<Respondents, "codebook" | "rank">,
  columns: readonly TableColumn[],
  {licences, sources, ...about}: PackageAbout,
  [table, ...others]: readonly PackageFile[],
): string {
  const fields = columns.map(fieldOf);
  const document = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: productFile({codebook, rank}, ""),
    ...about,
    rank,
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
  const isCompressed = path.endsWith(".gz");
  const plain = isCompressed ? path.slice(0, -".gz".length) : path;
  const format = plain.slice(plain.lastIndexOf(".") + 1).toLowerCase();
  const name = path.toLowerCase().replace(/[^a-z0-9._-]+/g, "-");
  const encoding = format === "parquet" ? {} : {encoding: "utf-8"};
  const compression = isCompressed ? {compression: "gz"} : {};
  return {name, path, format, ...compression, ...encoding, bytes: size, hash: `sha256:${checksum}`};
}

function fieldOf({name, label, description, type, least, greatest, codes, constant, response}: TableColumn) {
  const valid = codes.filter(({missing}) => missing === null);
  const missing = codes.filter((code) => code.missing !== null).map(({code}) => code);
  const texts = constant === undefined ? valid.map(({code}) => code) : [constant];
  const constraints = {
    ...(!response && {required: true}),
    ...(texts.length > 0 && {enum: texts}),
    ...(least !== undefined && {minimum: least}),
    ...(greatest !== undefined && {maximum: greatest}),
  };
  return {
    name,
    title: label.en,
    ...(description && {description}),
    type,
    ...(valid.length > 0 && {categories: valid.map((each) => ({value: each.code, label: each.label.en}))}),
    ...(Object.keys(constraints).length > 0 && {constraints}),
    ...(response && {missingValues: missing}),
    ...(response?.variable.type === "single" && response.variable.isOrdered && {categoriesOrdered: true}),
  };
}
