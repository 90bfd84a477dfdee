import {readFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {buildSurvey} from "./buildSurvey.js";
import {dataReport, reportText} from "./checkData.js";
import {InputError} from "./inputError.js";
import {progressBar} from "./progressBar.js";
import {parseCodebook} from "./readCodebook.js";

const usage = "usage: npm run check-data -- FILE [--json] [--codebook CODEBOOK.json]";

/** `npm run check-data -- FILE`: what the build would make of a respondents' file. Writes nothing. */
async function run(): Promise<number> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {json: {type: "boolean", default: false}, codebook: {type: "string"}},
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new InputError(usage, {file: "check-data"});
  const codebook =
    values.codebook === undefined ? undefined : parseCodebook(readFileSync(values.codebook, "utf8"), values.codebook);
  const {progress, end} = progressBar();
  try {
    const report = dataReport(await buildSurvey(path, {codebook, progress}));
    end();
    process.stdout.write(
      values.json ? `${JSON.stringify({usable: true, ...report}, null, 2)}\n` : `${reportText(report)}\nusable\n`,
    );
    return 0;
  } catch (error) {
    end();
    if (!(error instanceof InputError)) throw error;
    if (values.json) process.stdout.write(`${JSON.stringify({usable: false, error: error.message}, null, 2)}\n`);
    process.stderr.write(`not usable: ${error.message}\n`);
    return 1;
  }
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);
