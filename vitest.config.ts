import {configDefaults, defineConfig} from "vitest/config";
import {ClosingLine} from "./test/support/closingLine.js";
import {SlowestFirst} from "./test/support/slowestFirst.js";

/** Tests of a module stand beside it; those of the whole built site, in a browser, in `test/`. */
export default defineConfig({
  test: {
    include: [
      "src/**/*.test.ts",
      "data-loaders/**/*.test.ts",
      "site/**/*.test.ts",
      "test/**/*.test.ts",
      "tools/**/*.test.ts",
    ],
    exclude: [
      ...configDefaults.exclude,
      ...(process.env.TEST_ALL ? [] : ["test/{countsDatabases,firefox,largeBuild,noisySite}.test.ts"]),
    ],
    setupFiles: ["test/support/setup.ts"],
    // What modules read without importing it.
    forceRerunTriggers: [
      ...configDefaults.forceRerunTriggers,
      "**/data-loaders/source/**",
      "**/src/{nb,en}/*.md",
      "**/src/components/pictures/**",
      "**/test/**/*.json",
    ],
    globalSetup: ["test/support/serveSite.ts"],
    reporters: ["default", new ClosingLine()],
    maxWorkers: 2,
    // A worker loads each module once and keeps it for all its test files. No module keeps what a test could change.
    isolate: false,
    sequence: {sequencer: SlowestFirst},
    expect: {poll: {timeout: 20_000}},
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
