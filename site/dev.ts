import {watch} from "chokidar";
import "./nodeVersion.js";
import {runCommand} from "../data-loaders/command.js";
import {sourceFolder} from "../data-loaders/inputs/readSource.js";
import {useSurveyOption} from "./buildOrExit.js";
import {endWithParent} from "./endWithParent.js";
import {message} from "./message.js";
import {portWanted} from "./serve/portWanted.js";
import {startPreview} from "./serve/preview.js";

/*
 * `npm run dev`: Framework's preview. After every edit open pages are reloaded; after one of code or inputs the site is
 * read anew first. Whatever is wrong is said in one line, and shown again when it is mended.
 */
endWithParent();
await runCommand(async () => useSurveyOption("npm run dev"));
if (process.exitCode) process.exit();
if (!process.env.DEBUG) console.log = () => {}; // Framework tells of every message to a browser
process.on("uncaughtException", (error) => console.error(message(error)));
process.on("unhandledRejection", (error) => console.error(message(error)));

const preview = await startPreview(process.env.PORT ? portWanted() : undefined);

/** Milliseconds to wait for the next edit. The watcher tells of a file once in 50, however often it is saved. */
const patience = 75;

const edited: string[] = [];
let waiting: NodeJS.Timeout | undefined;
watch(["data-loaders", "site", "src", "observablehq.config.ts", sourceFolder], {
  ignoreInitial: true,
  ignored: /\.test\.ts$|~$/,
}).on("all", (_, path) => {
  edited.push(path);
  clearTimeout(waiting);
  waiting = setTimeout(() => preview.show(edited.splice(0)), patience);
});
