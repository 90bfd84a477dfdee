import {acceptInput} from "./acceptInput.js";
import {readArguments, runCommand} from "./command.js";

const usage = "npm run accept-input -- FILE, as data-loaders/source/README.md lists it";

/** `npm run accept-input -- FILE`: records the checksum of an input that somebody has looked at. */
await runCommand(() => {
  const {positionals} = readArguments({usage, least: 1});
  console.log(acceptInput(positionals[0]));
  return 0;
});
