import {watch} from "chokidar";
import {endWithParent} from "./endWithParent.js";
import {message} from "./message.js";
import {startPreview} from "./preview.js";

/*
 * `npm run dev`: Framework's preview. Framework shows an edit of a page; after an edit of code or inputs the site is read
 * anew and open pages are reloaded. Whatever is wrong is said in one line, and shown again when it is mended.
 */
endWithParent();
if (!process.env.DEBUG) console.log = () => {}; // Framework tells of every message to a browser
process.on("uncaughtException", (error) => console.error(message(error)));
process.on("unhandledRejection", (error) => console.error(message(error)));

const preview = await startPreview(process.env.PORT ? Number(process.env.PORT) : undefined);

let waiting: NodeJS.Timeout | undefined;
watch(["data-loaders", "site", "src", "observablehq.config.ts"], {
  ignoreInitial: true,
  ignored: /(^|\/)\.observablehq(\/|$)|\.test\.ts$|\.md$/,
}).on("all", () => {
  clearTimeout(waiting);
  waiting = setTimeout(preview.reload, 50);
});
