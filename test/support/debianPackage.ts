import {spawnSync} from "node:child_process";

/**
 * Something that a package of Debian brings, installed if it is not there and this is root.
 *
 * @param find gives it, or undefined where it is not there
 * @throws Error with what the reader can do, when it is not there still
 */
export function fromDebian<T>(packageName: string, find: () => T | undefined): T {
  const known = find();
  if (known !== undefined) return known;
  if (process.getuid?.() === 0)
    run(`apt-get update && apt-get install -y --no-install-recommends ${packageName}`, 600_000);
  const found = find();
  if (found === undefined) throw new Error(`not installed: ${packageName} (Debian: apt-get install ${packageName})`);
  return found;
}

export function run(command: string, timeout: number): void {
  spawnSync("sh", ["-c", command], {
    stdio: "inherit",
    timeout,
    env: {...process.env, DEBIAN_FRONTEND: "noninteractive"},
  });
}
