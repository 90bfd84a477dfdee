import fc from "fast-check";
import {seed} from "./sampled.js";

/** Random examples are the same in every run. */
fc.configureGlobal({seed});
