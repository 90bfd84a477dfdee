import {buildReport} from "../../data-loaders/buildReport.js";
import {cleaningSummary} from "../../data-loaders/products/cleaningSummary.js";

process.stdout.write(JSON.stringify(cleaningSummary((await buildReport()).survey)));
