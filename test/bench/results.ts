import {readFileSync, writeFileSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {type Line, measures} from "./line.js";
import {type PartResult, type Results, report} from "./report.js";

const file = "docs/benchmarks.json";
const document = "docs/benchmarks.md";

type MeasureName = keyof typeof measures;

/** The results on record, each measure by its name. @throws Error when there is a measure that the bench has no more */
export function readResults(): Results {
  return JSON.parse(readFileSync(file, "utf8"), (key, value) => {
    if (key !== "measure") return value;
    if (!(value in measures)) throw new Error(`no such measure: ${value} (${file})`);
    return measures[value as MeasureName];
  });
}

/** Puts results on record, in the place of those of the same parts, and writes the document anew from all of them. */
export function record(found: Results, order: readonly string[]): void {
  const all = {...readResults(), ...found};
  const results = Object.fromEntries(order.flatMap((part) => (all[part] ? [[part, all[part]]] : [])));
  const nameOf = (measure: unknown) => Object.entries(measures).find(([, each]) => each === measure)?.[0];
  const text = JSON.stringify(results, (key, value) => (key === "measure" ? nameOf(value) : value), 2);
  writeFileSync(file, `${text}\n`);
  writeFileSync(document, report(readResults()));
}

/** Measures one part. @param browser its name and version, once the part has opened one */
export async function measured(
  measure: () => Promise<readonly Line[]>,
  {command, browser}: {command: string; browser: () => string},
): Promise<PartResult> {
  const [start, before] = [performance.now(), loadavg()[0]];
  const when = new Date().toISOString().slice(0, 16).replace("T", " ");
  const lines = await measure();
  const machine = [`${cpus().length} cores (${cpus()[0].model.trim()})`, `Node ${process.versions.node}`, browser()];
  return {
    measured: when,
    command,
    seconds: Math.round((performance.now() - start) / 1000),
    load: {before, after: loadavg()[0]},
    machine: machine.filter(Boolean).join(", "),
    lines,
  };
}
