import {createHash} from "node:crypto";
import {readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {expect, it} from "vitest";
import {buildIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";

const minutes = 60_000;

it(
  "a build in another folder, on another day and without a network gives the same bytes",
  () => {
    const folder = copyProject();
    try {
      const {status, stderr} = buildIn(folder, {
        NODE_OPTIONS: `--import ${resolve("test/support/anotherDay.mjs")}`,
        TZ: "Pacific/Auckland",
      });
      expect(stderr).not.toContain("network");
      expect(status).toBe(0);
      expect(digests(join(folder, output))).toEqual(digests(output));
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  },
  10 * minutes,
);

/** What each file of a folder holds, by its path. */
function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}
