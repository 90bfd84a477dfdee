import {type ChildProcess, spawn} from "node:child_process";
import {watch} from "node:fs";
import {prepare} from "./prepare.js";

/*
 * `npm run dev`: Framework's preview, which reloads on an edit of a page. It does not see that a loader or a chart
 * drawn at build has changed: for an edit in these folders the cache is cleared and the preview started anew.
 */
const watched = ["data-loaders", "site", "src/components", "src/lib"];

let preview: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;

function start(): void {
  prepare();
  const options = ["preview", "--no-open", ...(process.env.PORT ? ["--port", process.env.PORT] : [])];
  preview = spawn("node_modules/.bin/observable", options, {
    stdio: "inherit",
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
  });
}

function restart(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const ending = preview;
    ending?.once("exit", start);
    ending?.kill();
  }, 150);
}

start();
for (const folder of watched) watch(folder, {recursive: true}, restart);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    preview?.kill();
    process.exit();
  });
}
