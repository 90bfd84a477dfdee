import "./nodeVersion.js";
import {settings} from "../src/lib/settings.js";
import {buildOrExit} from "./buildOrExit.js";
import {endWithParent} from "./endWithParent.js";
import {portWanted} from "./serve/portWanted.js";
import {serve} from "./serve/serve.js";

/** `npm start`: builds the site and serves it, on the port that its addresses name, or on any that is free. */
endWithParent();
const wanted = portWanted();
await buildOrExit("npm start");
const {url} = await serve("dist", wanted).catch(() => serve("dist", 0));
console.log(`${settings.survey} is at ${url} (process ${process.pid}; Ctrl+C ends it)`);
