import {buildReport} from "../data-loaders/buildReport.js";
import {reportArchive} from "../data-loaders/reportArchive.js";

process.stdout.write(reportArchive(await buildReport()));
