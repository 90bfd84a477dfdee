import {posix} from "node:path";
import {InputError} from "../../inputs/inputError.js";
import {notRead} from "../formatOf.js";
import type {Archive} from "./archive.js";
import {parseXml} from "./parseXml.js";

export interface Sheet {
  name: string;
  /** Its part in the archive. */
  part: string;
}

export interface Workbook {
  /** Sheets of cells in the workbook's order, those that are hidden last. */
  sheets: Sheet[];
  /** Parts that are named and not there, as some programs name them in a workbook without texts, are null. */
  sharedStrings: string | null;
  styles: string | null;
  /** True when days are counted from 1904, not from 1900. */
  isFrom1904: boolean;
}

const workbookPart = "xl/workbook.xml";
const relationsPart = "xl/_rels/workbook.xml.rels";

interface Relation {
  kind: string;
  part: string;
}

const others: readonly [string, string][] = [
  ["xl/workbook.bin", "a binary workbook (.xlsb): save it as .xlsx"],
  ["word/document.xml", "a Word document: save the table as .xlsx or CSV"],
  ["ppt/presentation.xml", "a presentation"],
  ["content.xml", "an OpenDocument file: save the table as .xlsx or CSV"],
];

/**
 * What a workbook consists of.
 *
 * @throws InputError when the archive is none
 */
export async function readWorkbook(archive: Archive, file: string): Promise<Workbook> {
  if (!archive.has(workbookPart)) {
    const other = others.find(([part]) => archive.has(part))?.[1] ?? "a zip archive: unpack it first";
    throw new InputError(notRead(other), {file});
  }
  const relations = await readRelations(archive, file);
  const partOf = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind && archive.has(relation.part))?.part ?? null;
  return {
    ...(await readSheets(archive, relations, file)),
    sharedStrings: partOf("sharedStrings"),
    styles: partOf("styles"),
  };
}

async function readRelations(archive: Archive, file: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await parseXml(archive.text(relationsPart), file, {
    open(name, {Id, Type = "", Target = "", TargetMode}) {
      if (name !== "Relationship" || TargetMode === "External") return;
      relations.set(Id, {kind: posix.basename(Type), part: posix.resolve("/xl", Target).slice(1)});
    },
  });
  return relations;
}

async function readSheets(archive: Archive, relations: Map<string, Relation>, file: string) {
  const sheets: (Sheet & {isHidden: boolean})[] = [];
  let isFrom1904 = false;
  await parseXml(archive.text(workbookPart), file, {
    open(name, attributes) {
      // An extension of the file may have an element of the same name, which does not say it.
      if (name === "workbookPr" && "date1904" in attributes) isFrom1904 = ["1", "true"].includes(attributes.date1904);
      const relation = name === "sheet" ? relations.get(attributes.id) : undefined;
      if (relation?.kind !== "worksheet") return;
      const isHidden = ["hidden", "veryHidden"].includes(attributes.state);
      sheets.push({name: attributes.name ?? "", part: relation.part, isHidden});
    },
  });
  return {sheets: sheets.sort((a, b) => Number(a.isHidden) - Number(b.isHidden)), isFrom1904};
}
