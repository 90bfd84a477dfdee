import {spawnSync} from "node:child_process";
import {finish} from "./finish.js";
import {prepare} from "./prepare.js";

/** `npm run build`: Framework builds the pages, and the build is finished. */
prepare();
const {status} = spawnSync("node_modules/.bin/observable", ["build"], {
  stdio: ["ignore", process.env.VERBOSE ? "inherit" : "ignore", "inherit"],
  env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
});
if (status !== 0) process.exit(status ?? 1);
await finish();
console.log("built dist");
