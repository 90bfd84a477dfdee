import {spawnSync} from "node:child_process";
import {finish} from "./finish.js";
import {prepare} from "./prepare.js";

/** Framework counts links to what `finish` adds, such as downloads, as broken; the tests check every link of the whole. */
const falseAlarm = /^Warning: \d+ broken links? .*\n/m;

/** `npm run build`: Framework builds the pages, and the build is finished. */
prepare();
const {status, stderr} = spawnSync("node_modules/.bin/observable", ["build"], {
  stdio: ["ignore", process.env.VERBOSE ? "inherit" : "ignore", "pipe"],
  encoding: "utf8",
  env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", NO_COLOR: "1"},
});
process.stderr.write(stderr.replace(falseAlarm, ""));
if (status !== 0) process.exit(status ?? 1);
await finish();
console.log("built dist");
