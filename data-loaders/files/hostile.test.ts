import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hostileFiles} from "../../test/support/hostile/hostileFiles.js";
import {sampled} from "../../test/support/sampled.js";

/** What reading one file may take at most, in seconds of a processor and mebibytes: whichever file it is. */
const most = {seconds: 20, mebibytes: 1024};

interface Read {
  file: string;
  outcome: string;
  isNamed: boolean;
  seconds: number;
  mebibytes: number;
}

describe("a file that is made to do harm", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "hostile-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  it("is read, or refused by name, in bounded time and memory", async () => {
    const files = sampled(hostileFiles(), {size: 0, kind: ({name}) => /of 10 MB|columns$/.exec(name)?.[0] ?? name});
    mkdirSync(join(folder, "files"));
    const made = await Promise.all(files.map(({bytes}) => bytes()));
    for (const [at, bytes] of made.entries()) writeFileSync(join(folder, "files", String(at).padStart(3, "0")), bytes);
    const command = ["site/run.mjs", "test/support/hostile/readEach.ts", join(folder, "files")];
    const lines = execFileSync(process.execPath, command, {encoding: "utf8"}).trim().split("\n");
    expect(lines).toHaveLength(files.length);
    for (const [at, line] of lines.entries()) {
      const read: Read = JSON.parse(line);
      if (process.env.DEBUG) console.log(files[at].name, made[at].length, read);
      expect(read.outcome, files[at].name).toMatch(files[at].outcome);
      expect(read, files[at].name).toMatchObject({isNamed: true});
      expect(read.seconds, files[at].name).toBeLessThan(most.seconds);
      expect(read.mebibytes, files[at].name).toBeLessThan(most.mebibytes);
    }
  });
});
