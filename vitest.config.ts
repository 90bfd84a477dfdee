import {defineConfig} from "vitest/config";
import {ClosingLine} from "./test/closingLine.js";

/** Two kinds of test: of a module, beside it; and of the whole built site, in a browser, in `test/`. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ["default", new ClosingLine()],
    projects: [
      {
        test: {
          name: "modules",
          include: [
            "src/**/*.test.ts",
            "data-loaders/**/*.test.ts",
            "site/**/*.test.ts",
            "test/reference/**/*.test.ts",
          ],
          setupFiles: ["test/setup.ts"],
          // A worker loads each module once and keeps it for all its test files. No module keeps what a test could change.
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: {groupOrder: 0},
        },
      },
      {
        test: {
          name: "site",
          include: ["test/**/*.test.ts"],
          exclude: ["test/reference/**"],
          globalSetup: ["test/serveSite.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
});
