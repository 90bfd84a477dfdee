import {type PackedTally, packTally, type TallyColumn} from "./tally.js";
import {columnsFromArrow} from "./tallyFromArrow.js";

/*
 * Counts respondents of a large file by columns that are fetched when they are first needed (`respondentsColumns`), in a
 * worker, so that a page answers meanwhile. The module is the worker’s script too: it starts itself.
 */

/** What the worker is asked: to count by each of these lists of columns, whose files lie in a folder. */
interface Asked {
  id: number;
  folder: string;
  lists: readonly (readonly string[])[];
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
  const names = [...new Set(lists.flat())];
  const columns = new Map(await Promise.all(names.map(async (name) => [name, await columnAt(folder, name)] as const)));
  return lists.map((list) => {
    const chosen = list.map((name) => columns.get(name) as TallyColumn);
    return packTally(chosen, chosen[0].codes.length);
  });
}

const fetched = new Map<string, Promise<TallyColumn>>();

function columnAt(folder: string, name: string): Promise<TallyColumn> {
  const address = `${folder}/${name}.arrow.gz`;
  const found = fetched.get(address) ?? fetchColumn(address, name);
  fetched.set(address, found);
  found.catch(() => fetched.delete(address)); // fetched again when it is next asked for
  return found;
}

async function fetchColumn(address: string, name: string): Promise<TallyColumn> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no such data: ${address}`);
  const column = columnsFromArrow(await unpacked(await response.arrayBuffer())).find((each) => each.name === name);
  if (!column) throw new Error(`not a file of the column ${name}: ${address}`);
  return column;
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
