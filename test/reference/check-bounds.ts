import {readArguments, runCommand} from "../../data-loaders/command.js";
import {checkBounds} from "./checkBounds.js";
import {report} from "./outcome.js";

/** `npm run check-bounds -- FILE`: computes every bound and distribution of a reference file and compares. */
await runCommand(() => {
  const {positionals} = readArguments({usage: "npm run check-bounds -- FILE", least: 1});
  return report(checkBounds(positionals[0]));
});
