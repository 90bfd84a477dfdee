import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {message} from "../message.js";
import {writeDownloads} from "./downloads.js";
import {writeEmbeds} from "./embeds.js";
import {faceNames, font} from "./fonts.js";
import {writeSurveyFiles} from "./surveyFiles.js";

/*
 * Writes all that a build adds beside the pages into the folder that is named: embeds, downloads, fonts and the files of the
 * respondents. A process of its own, which works while Framework builds the pages.
 */
const [output] = process.argv.slice(2);
try {
  mkdirSync(output, {recursive: true});
  writeEmbeds(output);
  await Promise.all([writeDownloads(output), writeFonts()]);
  writeSurveyFiles(output);
} catch (error) {
  console.error(message(error));
  process.exitCode = 1;
}

async function writeFonts(): Promise<void> {
  mkdirSync(join(output, "fonts"), {recursive: true});
  for (const face of faceNames) writeFileSync(join(output, "fonts", `${face}.woff2`), await font(face, "woff2"));
}
