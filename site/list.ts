import {readArguments, runCommand, UsageError} from "../data-loaders/command.js";
import {suggestion} from "../src/lib/language/nearest.js";
import {nameKinds} from "./pages/nameKinds.js";

const usage = `npm run list -- ${nameKinds.join("|")}`;

/** `npm run list -- KIND`: prints what a page can name. */
await runCommand(async () => {
  const [named] = readArguments({usage, least: 1}).positionals;
  const kind = nameKinds.find((each) => each === named);
  if (!kind) throw new UsageError(usage, `unknown argument: ${named}${suggestion(named, nameKinds)}`);
  const {nameLines} = await import("./pages/names.js");
  console.log(nameLines(kind).join("\n"));
  return 0;
});
