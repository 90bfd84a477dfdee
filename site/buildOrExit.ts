import {performance} from "node:perf_hooks";
import {buildSite} from "./buildSite.js";
import {message} from "./message.js";

/** Builds `dist`, with a line for each step. If it cannot be built, says why in one line and ends the process with 1. */
export async function buildOrExit(): Promise<void> {
  const start = performance.now();
  const tell = (step: string) =>
    console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${step}`);
  try {
    await buildSite("dist", tell);
    tell("built dist");
  } catch (error) {
    console.error(`not built: ${message(error)}`);
    process.exit(1);
  }
}
