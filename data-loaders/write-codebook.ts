import {writeFileSync} from "node:fs";
import {codebookText} from "./codebookText.js";
import {readCodebook} from "./readCodebook.js";
import {sourceReader} from "./readSource.js";

/** `npm run write-codebook`: writes docs/codebook.md anew. */
writeFileSync("docs/codebook.md", codebookText(readCodebook(sourceReader())));
