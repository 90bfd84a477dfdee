import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {parse} from "csv-parse";
import {cleanTable} from "../../../data-loaders/cleaning/cleanTable.js";
import {unitDirectory} from "../../../data-loaders/cleaning/units/unitDirectory.js";
import {readRawTable} from "../../../data-loaders/files/readRawTable.js";
import {sourceReader} from "../../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../../data-loaders/inputs/register/readRegister.js";
import {leisureCodebook} from "../../../tools/leisure/leisureCodebook.js";

/** What one way to read a file took. */
export interface TimedRead {
  rows: number;
  seconds: number;
  /** What all its threads worked, in seconds; other work on the machine hardly shows in it. */
  processorSeconds: number;
  /** Most memory that the process held in RAM, in bytes; Node itself and the code included. */
  peakMemory: number;
}

/** Ways to read a file of made-up respondents; each gives the number of rows. */
const ways: Record<string, (path: string) => Promise<number>> = {
  async bare(path) {
    let records = 0;
    const parser = parse().on("data", () => records++);
    await pipeline(createReadStream(path), parser);
    return records - 1;
  },
  async clean(path) {
    const context = {codebook: leisureCodebook(), directory: unitDirectory(readRegister(sourceReader()))};
    const {record} = cleanTable(await readRawTable(path), context);
    return record.rowsIn;
  },
};

/** `timeRead.ts bare|clean FILE`, in a process of its own: prints a `TimedRead`. */
const [way, path] = process.argv.slice(2);
const start = performance.now();
const before = process.cpuUsage();
const rows = await ways[way](path);
const seconds = (performance.now() - start) / 1000;
const {user, system} = process.cpuUsage(before);
const processorSeconds = (user + system) / 1e6;
const found: TimedRead = {rows, seconds, processorSeconds, peakMemory: process.resourceUsage().maxRSS * 1024};
process.stdout.write(JSON.stringify(found));
