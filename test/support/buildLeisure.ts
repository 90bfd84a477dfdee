import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {writeLeisureFolder} from "../../tools/leisure/leisureFolder.js";
import {buildIn} from "./buildIn.js";
import {output} from "./builtPage.js";
import {copyProject} from "./copyProject.js";

/** A site of a made-up survey of individuals, and what its build used. */
export interface LeisureSite {
  /** The site's folder. */
  site: string;
  /** The survey's folder, and that of the copy of the project. */
  survey: string;
  project: string;
  /** What the build said of what went wrong. */
  stderr: string;
  seconds: number;
  /** Of all Node processes of the build. */
  processorSeconds: number;
  /** Of the one that held most, in bytes. */
  peakMemory: number;
  remove(): void;
}

/** Builds the site of a made-up survey of so many respondents in a copy of the project, 40 columns and no register. */
export async function buildLeisure(rows: number): Promise<LeisureSite> {
  const [folder, survey] = [copyProject(), mkdtempSync(join(tmpdir(), "leisure-"))];
  await writeLeisureFolder(survey, rows);
  return buildWith(folder, survey);
}

/** Builds the site of a survey's folder in a copy of the project, which goes when it is removed. */
export async function buildWith(folder: string, survey: string, env: NodeJS.ProcessEnv = {}): Promise<LeisureSite> {
  const usage = join(survey, "usage.jsonl");
  const start = performance.now();
  const {stderr} = buildIn(folder, {
    ...env,
    SURVEY: survey,
    USAGE_FILE: usage,
    NODE_OPTIONS: `--import ${resolve("test/support/usage.mjs")}`,
  });
  const used: Pick<LeisureSite, "processorSeconds" | "peakMemory">[] = readFileSync(usage, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return {
    site: join(folder, output),
    survey,
    project: folder,
    stderr,
    seconds: (performance.now() - start) / 1000,
    processorSeconds: used.reduce((sum, each) => sum + each.processorSeconds, 0),
    peakMemory: used.reduce((most, each) => Math.max(most, each.peakMemory), 0),
    remove: () => [folder, survey].forEach((each) => void rmSync(each, {recursive: true, force: true})),
  };
}
