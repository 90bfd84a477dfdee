import "./nodeVersion.js";
import {buildOrExit} from "./buildOrExit.js";

/** `npm run build`. */
await buildOrExit("npm run build");
