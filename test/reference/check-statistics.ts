import {readArguments, runCommand} from "../../data-loaders/command.js";
import {checkStatistics} from "./checkStatistics.js";
import {report} from "./outcome.js";

/** `npm run check-statistics -- FILE`: computes every case of a reference file and compares. */
await runCommand(() => {
  const {positionals} = readArguments({
    usage: "npm run check-statistics -- FILE, its data beside it in data/",
    least: 1,
  });
  return report(checkStatistics(positionals[0]));
});
