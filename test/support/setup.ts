import fc from "fast-check";
import {runs, seed} from "./sampled.js";

/** Random examples are the same in every run; `npm run test:all` tries as many of them as fast-check does by default. */
fc.configureGlobal({seed, numRuns: runs(50, 100)});
