import {performance} from "node:perf_hooks";
import {placeholders, settings} from "../src/lib/settings.js";
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
    const missing = placeholders(settings);
    if (missing.length > 0) console.log(`still a placeholder in src/lib/settings.ts: ${missing.join(", ")}`);
  } catch (error) {
    console.error(`not built: ${message(error)}`);
    process.exit(1);
  }
}
