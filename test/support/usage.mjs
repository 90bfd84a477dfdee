import {appendFileSync} from "node:fs";

/*
 * Imported before a program: when it ends, what it used is a line of the file that USAGE_FILE names. Processes that it
 * starts with the same environment write theirs.
 */
process.on("exit", () => {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
  const used = {processorSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMemory: maxRSS * 1024};
  appendFileSync(process.env.USAGE_FILE, `${JSON.stringify(used)}\n`);
});
