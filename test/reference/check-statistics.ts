import {checkStatistics} from "./checkStatistics.js";
import {report} from "./outcome.js";

/** `npm run check-statistics -- FILE`: computes every case of a reference file and compares. */
const [, , file] = process.argv;
report(() => {
  if (!file) throw new Error("which file? npm run check-statistics -- FILE, its data beside it in data/");
  return checkStatistics(file);
});
