import {existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, relative, resolve} from "node:path";
import {settings} from "../src/lib/settings.js";
import {CommandError, readArguments, runCommand, UsageError} from "./command.js";
import {type CodebookDraft, draftCodebook} from "./draft/draftCodebook.js";
import {draftReport} from "./draft/draftReport.js";
import {type DraftLanguage, languages, usualLanguage} from "./draft/entries/inLanguages.js";
import {readExisting} from "./draft/existingCodebook.js";
import {readRawTable} from "./files/readRawTable.js";
import {parseCodebook} from "./inputs/readCodebook.js";
import {readSettings} from "./inputs/readSettings.js";
import {sourceReader} from "./inputs/readSource.js";
import {progressBar} from "./progressBar.js";
import {surveyFile} from "./survey/surveyFile.js";

const usage = `npm run draft-codebook -- FILE [--out CODEBOOK.json] [--lang ${languages.join("|")}]`;

/** What the settings of a survey say that a draft of its codebook goes by. */
const ofSurvey = {
  fieldwork: settings.fieldwork,
  themes: settings.themes,
  design: settings.design,
  survey: settings,
};

/** `npm run draft-codebook -- FILE`: a codebook for a respondents' file, with the evidence for whatever it supposes. */
await runCommand(async () => {
  const {values, positionals} = readArguments({
    usage,
    options: {out: {type: "string"}, lang: {type: "string", default: usualLanguage}},
    least: settings.surveyFile ? 0 : 1,
    most: 1,
  });
  const file = positionals[0] ?? surveyFile({setting: settings.surveyFile});
  readSettings(sourceReader());
  const {out} = values;
  const lang = languageOf(values.lang);
  if (out !== undefined) checkOut(out, file);
  const existing = out !== undefined && existsSync(out) ? readExisting(readFileSync(out, "utf8"), out) : undefined;
  const {progress, end} = progressBar();
  try {
    const raw = await readRawTable(file, {
      progress: (done, total) => progress("reading", total === 0 ? 1 : done / total),
    });
    const fileChanged = statSync(file).mtime.toISOString().slice(0, 10);
    const draft = draftCodebook(raw, {
      lang,
      fileChanged,
      ...(process.env.SURVEY && ofSurvey),
      existing,
      progress: (done, total) => progress("drafting", done / total),
    });
    end();
    process.stdout.write(`${draftReport(draft, raw, lang)}\n`);
    process.stdout.write(`${written(draft, file, out)}\n`);
    return 0;
  } finally {
    end();
  }
});

function languageOf(lang: string): DraftLanguage {
  const found = languages.find((each) => each === lang);
  if (!found) throw new UsageError(usage, `unknown language: ${lang}, one of ${languages.join(", ")}`);
  return found;
}

function checkOut(out: string, file: string): void {
  if (resolve(out) === resolve(file)) throw new CommandError(`--out names the respondents’ file itself: ${out}`);
  if (existsSync(out) && !statSync(out).isFile()) throw new CommandError(`--out is no file: ${out}`);
  if (!existsSync(dirname(resolve(out)))) throw new CommandError(`no such folder: ${dirname(out)}`);
}

/** Writes the codebook to `--out`, if that is given, once the reader of codebooks accepts it. @returns what the report ends with */
function written({codebook}: CodebookDraft, file: string, out: string | undefined): string {
  const name = out ?? "codebook.json";
  if (!codebook.variables.some(({type}) => ["single", "multiple", "count"].includes(type)))
    throw new CommandError(
      `no codebook written: no column of ${file} holds answers to choose from, or numbers to count`,
    );
  const {$schema, ...rest} = codebook;
  const schema = $schema ?? relative(dirname(resolve(name)), resolve("docs/schemas/codebook.json"));
  const text = `${JSON.stringify({$schema: schema, ...rest}, null, 2)}\n`;
  parseCodebook(text, name);
  if (out === undefined) return `nothing written; --out ${name} writes the codebook`;
  writeFileSync(out, text);
  const isOfSurvey = process.env.SURVEY && resolve(out) === resolve(process.env.SURVEY, "codebook.json");
  const check = isOfSurvey
    ? `SURVEY=${process.env.SURVEY} npm run check-data`
    : `npm run check-data -- ${file} --codebook ${out}`;
  return `written: ${out}; what would come of it: ${check}`;
}
