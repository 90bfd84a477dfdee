import {spawnSync} from "node:child_process";

/** Builds the copy of the project in a folder. */
export function buildIn(folder: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
  return runIn(folder, ["site/build.ts", ...args], env);
}

/** Runs a TypeScript module in a folder, without this run's own settings. */
export function runIn(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: {...ownEnvironment(), ...env},
  });
}

/** The variables that a command is run with from a test. Lighthouse, if it ran before in the same worker, has set `DEBUG`. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  return {...process.env, SITE_URL: undefined, SURVEY_FILE: undefined, DEBUG: undefined};
}
