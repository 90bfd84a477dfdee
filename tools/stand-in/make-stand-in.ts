import {readFileSync, writeFileSync} from "node:fs";
import {readArguments, runCommand} from "../../data-loaders/command.js";
import {sourceFolder, sourceReader} from "../../data-loaders/inputs/readSource.js";
import {makeStandIn, standInFile, standInSettings, standInSettingsFile} from "./makeStandIn.js";

/** `npm run make-stand-in` writes the stand-in file and its settings; with `--check` it only says whether they are as it would. */
await runCommand(() => {
  const {values} = readArguments({
    usage: "npm run make-stand-in [-- --check]",
    options: {check: {type: "boolean", default: false}},
  });
  const made = {
    [standInFile]: makeStandIn(sourceReader()).text,
    [standInSettingsFile]: `${JSON.stringify(standInSettings, null, 2)}\n`,
  };
  const files = Object.entries(made);
  if (!values.check) {
    for (const [file, text] of files) {
      writeFileSync(`${sourceFolder}${file}`, text);
      console.log(`written: ${sourceFolder}${file}`);
    }
    return 0;
  }
  const changed = files.filter(([file, text]) => readFileSync(`${sourceFolder}${file}`, "utf8") !== text);
  for (const [file] of changed) console.error(`not as npm run make-stand-in writes it: ${file}`);
  return changed.length > 0 ? 1 : 0;
});
