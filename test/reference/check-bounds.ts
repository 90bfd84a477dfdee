import {checkBounds} from "./checkBounds.js";
import {report} from "./outcome.js";

/** `npm run check-bounds -- FILE`: computes every bound and distribution of a reference file and compares. */
const [, , file] = process.argv;
report(() => {
  if (!file) throw new Error("which file? npm run check-bounds -- FILE");
  return checkBounds(file);
});
