import {spawnSync} from "node:child_process";

/** Builds the copy of the project in a folder. */
export function buildIn(folder: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
  return runIn(folder, ["site/build.ts", ...args], env);
}

/** Runs a TypeScript module in a folder, without this run's own settings. */
export function runIn(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = {...process.env, SITE_URL: undefined, SURVEY_FILE: undefined};
  return spawnSync(process.execPath, ["site/run.mjs", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: {...own, ...env},
  });
}
