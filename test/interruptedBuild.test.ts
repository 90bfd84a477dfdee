import {type ChildProcess, spawn} from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, beforeEach, describe, expect, it, vi} from "vitest";
import {buildIn} from "./support/buildIn.js";
import {output} from "./support/builtPage.js";
import {copyProject} from "./support/copyProject.js";
import {handIn} from "./support/handedIn.js";

/*
 * A build that does not come to its end leaves the site before it as it was, and says one line.
 */

const minutes = 60_000;
const loaded = (module: string) => ({NODE_OPTIONS: `--import ${resolve("test/support", module)}`});

describe("a build that comes to no end", () => {
  const folder = copyProject();
  const at = (path: string) => join(folder, path);
  beforeEach(() => {
    mkdirSync(at(output), {recursive: true});
    writeFileSync(at(`${output}/index.html`), "the site before");
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  function expectSiteBefore(): void {
    expect(readdirSync(at(output))).toEqual(["index.html"]);
    expect(readFileSync(at(`${output}/index.html`), "utf8")).toBe("the site before");
    expect(existsSync(at(`${output}.previous`))).toBe(false);
    expect(readdirSync(at(".work")).filter((entry) => entry !== "built.json")).toEqual([]);
  }

  it.each([
    [
      "the disk is full",
      loaded("fullDisk.mjs"),
      "not built: ENOSPC: no space left on device, write; dist is as it was\n",
    ],
    ["Node is too old", loaded("oldNode.mjs"), "this needs Node 20.9 or later, and runs in Node 18.19.0\n"],
    [
      "there is no such file",
      {SURVEY_FILE: "nowhere.csv"},
      "not built: no such file (nowhere.csv); dist is as it was\n",
    ],
  ])(
    "leaves the site before when %s",
    (_, env, said) => {
      const {status, stderr} = buildIn(folder, env);
      expect(stderr).toBe(said);
      expect(status).toBe(1);
      expectSiteBefore();
    },
    5 * minutes,
  );

  it(
    "leaves the site before when its folder cannot be written, and says so",
    () => {
      rmSync(at(".work"), {recursive: true, force: true});
      writeFileSync(at(".work"), "");
      const {status, stderr} = buildIn(folder);
      rmSync(at(".work"));
      expect(stderr).toMatch(/^not built: E(EXIST|NOTDIR): .*\.work.*; dist is as it was\n$/);
      expect(status).toBe(1);
      mkdirSync(at(".work"));
      expectSiteBefore();
    },
    5 * minutes,
  );

  it(
    "leaves the site before when it is interrupted, and brings back what an earlier one took away; no other runs beside it",
    async () => {
      renameSync(at(output), at(`${output}.previous`));
      const build = spawn("node", ["site/run.mjs", "site/build.ts"], {cwd: folder});
      const said = heard(build);
      await vi.waitFor(() => expect(said.stdout).toContain("reading the pages"), patience);
      const second = buildIn(folder);
      expect(second.stderr).toBe(
        `not built: another build of this folder is running, process ${build.pid}: wait until it has ended; dist is as it was\n`,
      );
      expect(second.status).toBe(1);
      build.kill("SIGINT");
      await vi.waitFor(() => expect(build.exitCode).toBe(130), patience);
      expect(said.stderr).toBe("not built: it was interrupted; dist is as it was\n");
      expectSiteBefore();
    },
    5 * minutes,
  );

  it(
    "names the site before, if it was built while the file was open and now is protected",
    () => {
      const file = handIn(folder, {access: "protected", note: "not in two languages"});
      const built = {[at(output)]: {file, access: "open"}};
      mkdirSync(at(".work"), {recursive: true});
      writeFileSync(at(".work/built.json"), JSON.stringify(built));
      const {status, stderr} = buildIn(folder, {SURVEY_FILE: file});
      expect(status).toBe(1);
      expect(stderr).toContain("column note); dist is as it was\n");
      expect(stderr).toContain(
        `\nWARNING: the site in dist was built while ${file} was open, and still publishes every row of it`,
      );
      expectSiteBefore();
      handIn(folder, {access: "open", note: "not in two languages"});
      expect(buildIn(folder, {SURVEY_FILE: file}).stderr).not.toContain("WARNING");
    },
    5 * minutes,
  );

  it(
    "says where a file is wrong, and nothing that a respondent wrote",
    () => {
      const file = handIn(folder, {access: "protected"});
      rmSync(at(".work/built.json"), {force: true});
      appendFileSync(file, `\n0301;Oslo;;Ja${";".repeat(13)}Ring Kari Nordmann\n`);
      const {status, stderr} = buildIn(folder, {SURVEY_FILE: file});
      expect(stderr).toBe(
        "not built: cell beyond the header’s last (handed-in.csv, row 45); npm run check-data shows what stands there; dist is as it was\n",
      );
      expect(status).toBe(1);
      expectSiteBefore();
    },
    5 * minutes,
  );

  it(
    "stops at a number typed into prose, says where, and leaves the site before",
    () => {
      const page = at("src/en/accessibility.md");
      const text = readFileSync(page, "utf8");
      appendFileSync(page, "\nAbout 58 % did.\n");
      const {status, stderr} = buildIn(folder);
      writeFileSync(page, text);
      expect(status).not.toBe(0);
      expect(stderr).toContain("number typed into prose; name it as [[id]]: 58 % (/en/accessibility)");
      expectSiteBefore();
    },
    5 * minutes,
  );

  it(
    "says how a file is named, when it is named otherwise",
    () => {
      const {status, stderr} = buildIn(folder, {}, ["handed-in.csv"]);
      expect(stderr).toBe(
        "a respondents’ file is named by --survey: handed-in.csv; usage: npm run build -- [--survey FILE] [--to FOLDER]\n",
      );
      expect(status).toBe(2);
      expect(buildIn(folder, {}, ["--survey", "nowhere.csv"]).stderr).toContain("no such file (nowhere.csv)");
      expectSiteBefore();
    },
    5 * minutes,
  );
});

/** Ends a wait for something that never happens. */
const patience = {timeout: 100_000, interval: 50};

function heard({stdout, stderr}: ChildProcess): {stdout: string; stderr: string} {
  const said = {stdout: "", stderr: ""};
  stdout?.on("data", (text) => (said.stdout += text));
  stderr?.on("data", (text) => (said.stderr += text));
  return said;
}
