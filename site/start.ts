import {serve} from "./serve.js";

/** `npm start`: serves what was built, on the port that the site's addresses name, or on any that is free. */
const wanted = Number(process.env.PORT ?? 3000);
const {url} = await serve("dist", wanted).catch(() => serve("dist", 0));
console.log(`BETA.KOMM is at ${url} (process ${process.pid}; Ctrl+C ends it)`);
