import {writeFileSync} from "node:fs";
import {codebookText} from "./codebookText.js";
import {readArguments, runCommand} from "./command.js";
import {readCodebook} from "./inputs/readCodebook.js";
import {sourceReader} from "./inputs/readSource.js";

/** `npm run write-codebook`: writes docs/codebook.md anew. */
await runCommand(() => {
  readArguments({usage: "npm run write-codebook"});
  writeFileSync("docs/codebook.md", codebookText(readCodebook(sourceReader())));
  console.log("written: docs/codebook.md");
  return 0;
});
