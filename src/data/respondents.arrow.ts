import {buildReport} from "../../data-loaders/buildReport.js";
import {browserRespondents} from "../../data-loaders/products/browserRespondents.js";

process.stdout.write(browserRespondents((await buildReport()).survey));
