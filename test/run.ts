import {spawnSync} from "node:child_process";
import {ensureBrowser} from "./findBrowser.js";

/*
 * `npm test`: types, style, a build, and every test; `npm run test:all` tries everything that it takes samples of.
 * Arguments go to the test runner, so that `npm test -- test/state` runs one file.
 */
function step(command: string, args: readonly string[]): void {
  const {status} = spawnSync(`node_modules/.bin/${command}`, args, {stdio: "inherit"});
  if (status !== 0) process.exit(status ?? 1);
}

process.env.CHROMIUM = ensureBrowser();
step("tsc", ["--noEmit"]);
step("biome", ["check", "--error-on-warnings", "."]);
step("tsx", ["site/build.ts"]);
const options = process.argv.slice(2);
if (options[0] === "--all") process.env.TEST_ALL = options.shift() && "1";
step("vitest", ["run", ...options]);
