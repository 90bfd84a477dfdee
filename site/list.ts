import {readArguments, runCommand, UsageError} from "../data-loaders/command.js";
import {suggestion} from "../src/lib/language/nearest.js";

const usage = "npm run list -- numbers|figures|questions|blocks|conditions|pages";

/** `npm run list -- KIND`: prints what a page can name. */
await runCommand(async () => {
  const {nameKinds, nameLines} = await import("./pages/names.js"); // reads the inputs, and says what is wrong with them
  const [named] = readArguments({usage, least: 1}).positionals;
  const kind = nameKinds.find((each) => each === named);
  if (!kind) throw new UsageError(usage, `unknown argument: ${named}${suggestion(named, nameKinds)}`);
  console.log(nameLines(kind).join("\n"));
  return 0;
});
