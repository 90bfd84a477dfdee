import {buildReport} from "../data-loaders/buildReport.js";
import {quantitiesOf} from "../src/lib/facts.js";

/** Everything the report knows, read and checked once for a build. */
export const {facts, survey, surveyPath, explorerInput, answers, columnFiles, traces} = await buildReport();

/** Every number that a page may show, by id. */
export const quantities = quantitiesOf(facts);
