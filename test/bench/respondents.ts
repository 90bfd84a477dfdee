import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {writeRespondents} from "../../tools/leisure/writeRespondents.js";
import {type Line, measures} from "./line.js";
import {median} from "./median.js";
import type {TimedRead} from "./respondents/timeRead.js";

/** How long a made-up file takes to be read and cleaned, beside the bare parser on the same file by turns. */
export async function respondentsOf({rows, runs}: {rows: number; runs: number}): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "respondents-"));
  try {
    const path = join(folder, "respondents.csv");
    await writeRespondents(path, rows);
    return compared(path, rows, runs);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function compared(path: string, rows: number, runs: number): Line[] {
  const bare: TimedRead[] = [];
  const clean: TimedRead[] = [];
  for (let run = 0; run < runs; run++) {
    bare.push(timeRead("bare", path, rows));
    clean.push(timeRead("clean", path, rows));
  }
  const [bareTime, cleanTime] = [bare, clean].map((found) => median(found.map(({seconds}) => seconds)));
  const [bareWork, cleanWork] = [bare, clean].map((found) => median(found.map((each) => each.processorSeconds)));
  const [bareMemory, cleanMemory] = [bare, clean].map((found) => Math.max(...found.map(({peakMemory}) => peakMemory)));
  const line = {page: `${rows.toLocaleString("en")} respondents`, runs};
  return [
    {...line, measure: measures.bareParse, value: bareTime},
    {...line, measure: measures.bareRate, value: rows / bareTime},
    {...line, measure: measures.bareMemory, value: bareMemory},
    {...line, measure: measures.clean, value: cleanTime},
    {...line, measure: measures.cleanRate, value: rows / cleanTime},
    {...line, measure: measures.cleanMemory, value: cleanMemory},
    {...line, measure: measures.cleanRatio, value: cleanTime / bareTime},
    {...line, measure: measures.processorRatio, value: cleanWork / bareWork},
  ];
}

/** In a process of its own, so that its peak of memory is its own. */
function timeRead(way: "bare" | "clean", path: string, rows: number): TimedRead {
  const script = new URL("respondents/timeRead.ts", import.meta.url).pathname;
  const found = JSON.parse(execFileSync(process.execPath, ["site/run.mjs", script, way, path], {encoding: "utf8"}));
  if (found.rows !== rows) throw new Error(`rows read in ${way}: ${found.rows}, not ${rows}`);
  return found;
}
