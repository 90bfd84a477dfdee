import {strToU8, type Zippable, zipSync} from "fflate";
import type {buildReport} from "./buildReport.js";
import {cleaningSummary} from "./products/cleaningSummary.js";
import {respondentsArrow} from "./products/respondentsArrow.js";

type Report = Pick<Awaited<ReturnType<typeof buildReport>>, "facts" | "survey" | "exploring">;

/**
 * Everything that pages are sent of the report, by file name: a page's `FileAttachment("../data/summary.json")` is the
 * file `summary.json` of this archive. One archive, so that a build reads the inputs and the respondents' file once.
 *
 * @returns a ZIP file; of a protected respondents' file it holds no respondents
 */
export function reportArchive({facts, survey, exploring}: Report): Uint8Array {
  const {summary, context, derived, register, municipalities, explorer} = facts;
  const contents = {
    summary,
    context,
    derived,
    register,
    municipalities,
    survey: facts.survey,
    codebook: survey.codebook,
    cleaning: cleaningSummary(survey),
    ...Object.fromEntries(Object.entries(explorer).map(([page, each]) => [`explore/${page}`, {[page]: each}])),
  };
  const files: Zippable = Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [`${name}.json`, strToU8(JSON.stringify(content))]),
  );
  if (survey.settings.access === "open") files["respondents.arrow"] = respondentsArrow(survey, exploring.explored);
  return zipSync(files, {level: 0, mtime: new Date(2011, 0, 1)}); // a fixed time: two builds are equal
}
