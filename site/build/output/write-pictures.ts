import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {message} from "../../message.js";
import {faceNames, font} from "./fonts.js";
import {writePngs} from "./pngs.js";

/*
 * Draws the PNG files and cuts the fonts of the site in the folder that is named. A process of its own, which works while
 * Framework builds the pages and needs to know nothing of the report.
 */
const [output] = process.argv.slice(2);
try {
  await Promise.all([writePngs(output), writeFonts()]);
} catch (error) {
  console.error(message(error));
  process.exitCode = 1;
}

async function writeFonts(): Promise<void> {
  mkdirSync(join(output, "fonts"), {recursive: true});
  for (const face of faceNames) writeFileSync(join(output, "fonts", `${face}.woff2`), await font(face, "woff2"));
}
