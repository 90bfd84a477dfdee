import {buildOrExit} from "./buildOrExit.js";

/** `npm run build`. */
await buildOrExit();
