import {splitOptions} from "./joinedColumn.js";
import {type PackedTally, packTally, type TallyColumn} from "./tally.js";
import {columnsFromArrow} from "./tallyFromArrow.js";

/*
 * Counts respondents of a large file by columns that are fetched when they are first needed (`respondentsColumns`), in a
 * worker, so that a page answers meanwhile. The module is the worker’s script too: it starts itself.
 */

/** A column, and the name of the file that it is in. */
export interface PlacedColumn {
  name: string;
  file: string;
}

/** What the worker is asked: to count by each of these lists of columns, whose files lie in a folder. */
interface Asked {
  id: number;
  folder: string;
  lists: readonly (readonly PlacedColumn[])[];
}

type Answer = {id: number} & ({tallies: PackedTally[]} | {error: string});

/** Counts by each of some lists of columns. @throws Error when a column cannot be fetched */
export type ColumnCounter = (folder: string, lists: Asked["lists"]) => Promise<PackedTally[]>;

/** Starts the worker. */
export function startCounter(): ColumnCounter {
  const worker = new Worker(import.meta.url, {type: "module"});
  const waiting = new Map<number, {resolve(tallies: PackedTally[]): void; reject(error: Error): void}>();
  worker.addEventListener("message", ({data}: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.tallies);
  });
  worker.addEventListener("error", () => {
    for (const {reject} of waiting.values()) reject(new Error("the counting of columns broke down"));
    waiting.clear();
  });
  let last = 0;
  return (folder, lists) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, {resolve, reject});
      worker.postMessage({id, folder, lists} satisfies Asked);
    });
}

/** The same without a worker. */
export async function countColumns(folder: string, lists: Asked["lists"]): Promise<PackedTally[]> {
  const files = [...new Set(lists.flat().map(({file}) => file))];
  const columnsIn = new Map(
    await Promise.all(files.map(async (file) => [file, await columnsAt(folder, file)] as const)),
  );
  return lists.map((list) => {
    const columns = list.map(({name, file}) => {
      const column = columnsIn.get(file)?.find((each) => each.name === name);
      if (!column) throw new Error(`not a file of the column ${name}: ${file}`);
      return column;
    });
    return packTally(columns, columns[0].codes.length);
  });
}

const fetched = new Map<string, Promise<TallyColumn[]>>();

function columnsAt(folder: string, file: string): Promise<TallyColumn[]> {
  const address = `${folder}/${file}.arrow.gz`;
  const found = fetched.get(address) ?? fetchColumns(address);
  fetched.set(address, found);
  found.catch(() => fetched.delete(address)); // fetched again when it is next asked for
  return found;
}

async function fetchColumns(address: string): Promise<TallyColumn[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no such data: ${address}`);
  return columnsFromArrow(await unpacked(await response.arrayBuffer())).flatMap(splitOptions);
}

/** Some servers say of a compressed file that it is, and browsers then unpack it themselves. */
async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, 2);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

if ("WorkerGlobalScope" in globalThis)
  addEventListener("message", async ({data: {id, folder, lists}}: MessageEvent<Asked>) => {
    const answer: Answer = await countColumns(folder, lists).then(
      (tallies) => ({id, tallies}),
      (error: Error) => ({id, error: error.message}),
    );
    postMessage(answer);
  });
