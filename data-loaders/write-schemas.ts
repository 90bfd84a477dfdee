import {mkdirSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {readArguments, runCommand} from "./command.js";
import {schemaFiles} from "./inputs/schemas/schemaFiles.js";

/** `npm run write-schemas`: writes the JSON Schemas of the inputs anew. */
await runCommand(() => {
  readArguments({usage: "npm run write-schemas"});
  for (const [file, text] of schemaFiles()) {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  return 0;
});
