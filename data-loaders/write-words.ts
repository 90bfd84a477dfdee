import {mkdirSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {CommandError, readArguments, runCommand, UsageError} from "./command.js";
import {isLanguage, sourceLanguages} from "./inputs/languages/siteLanguages.mjs";
import {writtenWords} from "./inputs/languages/writtenWords.mjs";

const usage = "npm run write-words -- LANGUAGE [--from nb|en]";

/** `npm run write-words -- sv`: every text of the interface, to be translated, in `languages/sv.json`. Keeps what is translated. */
await runCommand(() => {
  const {values, positionals} = readArguments({usage, options: {from: {type: "string"}}, least: 1, most: 1});
  const [lang] = positionals;
  if (sourceLanguages.includes(lang)) throw new CommandError(`${lang} is what the source is written in`);
  if (!isLanguage(lang))
    throw new UsageError(usage, `unknown language: ${lang}, a code of two or three letters such as sv`);
  if (values.from !== undefined && !sourceLanguages.includes(values.from))
    throw new UsageError(usage, `unknown language: ${values.from}, one of ${sourceLanguages.join(", ")}`);
  const {file, text, said} = writtenWords(lang, values.from as "nb" | "en" | undefined);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
  console.log(said);
  return 0;
});
