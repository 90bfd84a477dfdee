import {readFileSync, writeFileSync} from "node:fs";
import {sourceFolder, sourceReader} from "./readSource.js";
import {makeStandIn, standInFile, standInSettings, standInSettingsFile} from "./standIn/makeStandIn.js";

/** `npm run make-stand-in` writes the stand-in file and its settings; with `--check` it only says whether they are as it would. */
const made = {
  [standInFile]: makeStandIn(sourceReader()).text,
  [standInSettingsFile]: `${JSON.stringify(standInSettings, null, 2)}\n`,
};
for (const [file, text] of Object.entries(made)) {
  if (!process.argv.includes("--check")) writeFileSync(`${sourceFolder}${file}`, text);
  else if (readFileSync(`${sourceFolder}${file}`, "utf8") !== text) {
    console.error(`not as npm run make-stand-in writes it: ${file}`);
    process.exitCode = 1;
  }
}
