import {mkdirSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {schemaFiles} from "./schemas/schemaFiles.js";

/** `npm run write-schemas`: writes the JSON Schemas of the inputs anew. */
for (const [file, text] of schemaFiles()) {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
}
