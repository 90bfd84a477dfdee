import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {createInterface} from "node:readline";
import {CommandError, readArguments, runCommand} from "./command.js";
import {type CodebookDraft, draftCodebook} from "./draft/draftCodebook.js";
import {type Ask, newSettings} from "./draft/newSettings.js";
import {readRawTable} from "./files/readRawTable.js";

/** `npm run new-survey -- FOLDER FILE`: the folder of a survey, with its settings as its owner says and a draft of its codebook. */
await runCommand(async () => {
  const {positionals} = readArguments({usage: "npm run new-survey -- FOLDER FILE", least: 2});
  const [folder, file] = positionals;
  const settingsFile = join(folder, "settings.json");
  if (existsSync(settingsFile))
    throw new CommandError(`a survey is there already: ${settingsFile}; change it, or name another folder`);
  const raw = await readRawTable(file);
  const today = new Date().toISOString().slice(0, 10);
  const draft = draftCodebook(raw, {lang: "en", fileChanged: ""});
  const {fieldwork} = draft.codebook as {fieldwork?: {from: string; to: string}};
  const known = {
    file: relative(folder, file),
    schema: relative(folder, "docs/schemas/settings.json"),
    fieldwork: fieldwork?.from ? fieldwork : null,
    design: {...(raw.weightedBy !== undefined && {weight: raw.weightedBy}), ...designIn(draft.leftOut)},
    today,
  };
  process.stdout.write(`${file}: ${raw.rows} rows, ${raw.columns.length} columns\n`);
  const {ask, end} = askIn(process.stdin);
  const settings = await newSettings(ask, known).finally(end);
  mkdirSync(folder, {recursive: true});
  writeFileSync(settingsFile, `${JSON.stringify(settings, null, 2)}\n`);
  process.stdout.write(`\nwritten: ${settingsFile}\n\n`);
  const status = drafted(folder, file);
  if (status === 0) process.stdout.write(next(folder));
  return status;
});

/** The columns that a draft left out because their names say that they are part of a sample's design. */
function designIn(leftOut: CodebookDraft["leftOut"]) {
  const parts = ["weight", "strata", "clusters"] as const;
  const headerOf = (part: string) => leftOut.find(({because}) => because[0].startsWith(`${part} by its name`))?.header;
  return Object.fromEntries(parts.flatMap((part) => (headerOf(part) ? [[part, headerOf(part)]] : [])));
}

/** Drafts the codebook in a process of its own, for settings are part of the code. */
function drafted(folder: string, file: string): number {
  const args = ["site/run.mjs", "data-loaders/draft-codebook.ts", file, "--out", join(folder, "codebook.json")];
  const {status} = spawnSync(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: {...process.env, SURVEY: resolve(folder)},
  });
  return status ?? 1;
}

function next(folder: string): string {
  return `
Next
  1. Look through ${join(folder, "codebook.json")}: words of questions and answers, and under "explored" the questions of each page
  2. SURVEY=${folder} npm run check-data
  3. SURVEY=${folder} npm start
`;
}

/** Asks line by line; what does not fit is asked again. */
function askIn(input: NodeJS.ReadStream): {ask: Ask; end: () => void} {
  const lines = createInterface({input});
  const typed = lines[Symbol.asyncIterator]();
  const ask: Ask = async (question, {usual, isValid = (text: string) => text !== ""} = {}) => {
    for (;;) {
      process.stdout.write(`${question}${usual === undefined ? "" : ` [${usual}]`}: `);
      const {value, done} = await typed.next();
      if (done) throw new CommandError("no more answers: nothing is written");
      const text = value.trim() || (usual ?? "");
      if (isValid(text)) return text;
      process.stdout.write(text === "" ? "  it may not be empty\n" : `  not possible: ${text}\n`);
    }
  };
  return {ask, end: () => lines.close()};
}
