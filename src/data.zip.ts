import {reportArchive} from "../data-loaders/reportArchive.js";

process.stdout.write(await reportArchive());
