import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";

/**
 * Ends this process when the one that started it is gone: a server must not outlive the `npm` that runs it. Between the two
 * there may be a shell, which does outlive it: so the parent's parent is watched as well.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const isOrphan = () => process.ppid !== parent || parentOf(parent) !== grandparent;
  setInterval(() => isOrphan() && process.exit(), 1000).unref();
}

/** The process that started another; undefined where the system does not tell. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = `/proc/${pid}/stat`;
    if (existsSync(stat)) return Number(readFileSync(stat, "utf8").split(") ").at(-1)?.split(" ")[1]);
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], {encoding: "utf8", stdio: "pipe"}));
  } catch {
    return undefined;
  }
}
