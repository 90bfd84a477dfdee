import {explorerArchive} from "../../data-loaders/explorer/explorerArchive.js";

process.stdout.write(await explorerArchive());
