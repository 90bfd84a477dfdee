import {spawnSync} from "node:child_process";
import {join} from "node:path";

/** Builds the copy of the project in a folder. */
export function buildIn(folder: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
  return runIn(folder, "tsx", ["site/build.ts", ...args], env);
}

/** Runs a command of an installed package in a folder, without this run's own settings. */
export function runIn(folder: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const bin = join(folder, "node_modules/.bin", command);
  const own = {...process.env, SITE_URL: undefined, SURVEY_FILE: undefined};
  return spawnSync(bin, args, {cwd: folder, encoding: "utf8", env: {...own, ...env}});
}
