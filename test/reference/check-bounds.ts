import {checkBounds} from "./checkBounds.js";
import {report} from "./outcome.js";

report(() => checkBounds(process.argv[2]));
