import {existsSync, readdirSync, readFileSync} from "node:fs";
import {readRawTable} from "../../../data-loaders/files/readRawTable.js";
import {InputError} from "../../../data-loaders/inputs/inputError.js";

/* Reads each file of a folder, and prints what came of it as a line of JSON. A process of its own, so that its memory can be told. */

for (const file of readdirSync(process.argv[2])) {
  const start = process.cpuUsage();
  const outcome = await outcomeOf(`${process.argv[2]}/${file}`);
  const {user, system} = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  console.log(JSON.stringify({file, ...outcome, seconds, mebibytes: peak()}));
}

/** The most memory that this process had so far. The system's own count for a process begins with that of its parent. */
function peak(): number {
  if (!existsSync("/proc/self/status")) return process.resourceUsage().maxRSS / 1024;
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kibibytes) / 1024;
}

async function outcomeOf(path: string) {
  try {
    const {rows, columns} = await readRawTable(path);
    return {outcome: `${rows} x ${columns.length}`, isNamed: true};
  } catch (error) {
    return {outcome: String(error).slice(0, 300), isNamed: error instanceof InputError};
  }
}
