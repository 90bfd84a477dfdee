import {buildFacts} from "../../data-loaders/buildFacts.js";

process.stdout.write(JSON.stringify(buildFacts().municipalities));
