import {buildReport} from "../../data-loaders/buildReport.js";

process.stdout.write(JSON.stringify((await buildReport()).facts.survey));
