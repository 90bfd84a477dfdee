import type {Context, ContextRecord, ContextValue} from "../../src/lib/claims/context.js";
import {checkCoding, codingFile, figuresFile} from "./checks/checkCoding.js";
import type {SourceReader} from "./readSource.js";
import {parseJson, readJsonTable} from "./readTable.js";
import {schemaDefect} from "./schemaDefect.js";
import {type CodedRecord, type Collected, codedRecord, codedValue, codingParts, collected} from "./schemas/context.js";

/**
 * What other surveys state: records as collected, joined with our coding of them.
 *
 * @throws InputError when the two do not agree, value by value
 */
export function readContext(read: SourceReader): Context {
  const figures = readJsonTable(read(figuresFile), figuresFile, collected, "id");
  const {records, values} = readCoding(read(codingFile));
  checkCoding(figures, {records, values});
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    records: records.map((record) => join(record, byId.get(record.id) as Collected)),
    values: values.map(({field: _, words: __, ...value}): ContextValue => value),
  };
}

function readCoding(text: string) {
  const loose = parseJson(text, codingFile) as {records?: unknown; values?: unknown} | null;
  const coding = {
    records: readJsonTable(JSON.stringify(loose?.records ?? null), codingFile, codedRecord, "id"),
    values: readJsonTable(JSON.stringify(loose?.values ?? null), codingFile, codedValue, "id"),
  };
  const {error} = codingParts.safeParse(loose);
  if (error) throw schemaDefect(error.issues[0], loose, {file: codingFile});
  return coding;
}

function join({id, ...coded}: CodedRecord, {url, also_seen = []}: Collected): ContextRecord {
  return {id, ...coded, url, alsoSeen: also_seen};
}
