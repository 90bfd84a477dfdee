import type {RawFile} from "./rawFile.js";
import type {RawTable} from "./rawTable.js";
export async function readXlsx(raw: RawFile): Promise<RawTable> { throw new Error(raw.file); }
