import {kindOfFormat, type NumberKind} from "./numberFormat.js";
import {parseXml} from "./parseXml.js";

/** For each style that cells refer to by number, what a number in it stands for. */
export async function readStyles(pieces: AsyncIterable<string>, file: string): Promise<NumberKind[]> {
  const patterns = new Map<number, string>();
  const formats: number[] = [];
  let isOfCells = false;
  await parseXml(pieces, file, {
    open(name, {numFmtId, formatCode}) {
      if (name === "numFmt") patterns.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isOfCells = true;
      if (name === "xf" && isOfCells) formats.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") isOfCells = false;
    },
  });
  return formats.map((id) => kindOfFormat(id, patterns.get(id)));
}
