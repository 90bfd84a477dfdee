import {readArguments, runCommand} from "../data-loaders/command.js";
import {compareSites} from "./compareSites.js";

/** `npm run compare -- OLD NEW` lists every number, table cell and download in which two built sites differ. */
await runCommand(() => {
  const {positionals} = readArguments({usage: "npm run compare -- OLD NEW", least: 2});
  const [before, after] = positionals;
  const differences = compareSites(before, after);
  for (const {file, kind, before: lost, after: gained} of differences) {
    console.log(`${kind}: ${file}`);
    for (const text of lost) console.log(`  - ${text}`);
    for (const text of gained) console.log(`  + ${text}`);
  }
  console.log(differences.length === 0 ? "no difference" : `${differences.length} files differ`);
  return differences.length === 0 ? 0 : 1;
});
