import {acceptInput} from "./acceptInput.js";

/** `npm run accept-input -- FILE`: records the checksum of an input that somebody has looked at. */
const [, , file] = process.argv;
try {
  if (!file) throw new Error("which input? npm run accept-input -- FILE, as data-loaders/source/README.md lists it");
  console.log(acceptInput(file));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
