import {writeFileSync} from "node:fs";
import {readArguments, runCommand} from "../data-loaders/command.js";
import {apiFile, apiPage} from "./apiPage.js";

/** `npm run write-api` writes the page of what other projects can import from this package anew. */
await runCommand(() => {
  readArguments({usage: "npm run write-api"});
  writeFileSync(apiFile, apiPage());
  return 0;
});
