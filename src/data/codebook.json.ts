import {readCodebook} from "../../data-loaders/readCodebook.js";
import {sourceReader} from "../../data-loaders/readSource.js";

process.stdout.write(JSON.stringify(readCodebook(sourceReader())));
