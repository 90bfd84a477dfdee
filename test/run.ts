import {spawn} from "node:child_process";
import {ensureBrowser} from "./support/findBrowser.js";

/*
 * `npm test`: types, style, exports that nothing uses, a build, and every test; `npm run test:all` tries everything that it takes samples of.
 * `npm test -- src/lib/format` runs the tests whose paths begin so, `npm test -- --changed` those of modules that what was
 * edited touches. Only tests of the whole site need a build.
 */
const options = process.argv.slice(2);
if (options[0] === "--all") process.env.TEST_ALL = options.shift() && "1";

const files = options.filter((option) => !option.startsWith("-"));
const isOfModules = (file: string) => !file.startsWith("test") || /^test\/(calibration|reference)/.test(file);
const needsBuild = !options.includes("--changed") && (files.length === 0 || !files.every(isOfModules));

await Promise.all([
  step("node_modules/typescript/bin/tsc", "--noEmit"),
  step("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  step("node_modules/knip/bin/knip.js", "--production", "--no-progress"),
  needsBuild && step("site/run.mjs", "site/build.ts"),
]);
if (needsBuild) process.env.CHROMIUM = ensureBrowser();
await step("node_modules/vitest/vitest.mjs", "run", ...(needsBuild ? [] : ["--exclude", "test/*.test.ts"]), ...options);

/** Runs a step, and ends this run with its exit code if it fails. */
function step(...args: string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {stdio: "inherit"});
    child.on("exit", (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}
