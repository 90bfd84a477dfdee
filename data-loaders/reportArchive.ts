import {strToU8, type Zippable, zipSync} from "fflate";
import {has} from "../src/lib/settings.js";
import type {buildReport} from "./buildReport.js";
import {cleaningSummary} from "./downloads/cleaningSummary.js";
import {respondentsArrow} from "./downloads/respondentsArrow.js";
import {writtenCodebook} from "./downloads/writtenCodebook.js";

type Report = Pick<Awaited<ReturnType<typeof buildReport>>, "facts" | "survey" | "explorerInput" | "answers">;

/**
 * The files of data that pages fetch of the report, below `data`; an author's cell attaches them as
 * `FileAttachment("../data/summary.json")`. Of a protected respondents' file there is none with respondents,
 * and of a large one none with all of them.
 *
 * @returns by name what makes its content
 */
export function reportFiles({facts, survey, explorerInput, answers}: Report): Map<string, () => Uint8Array> {
  const {summary, context, derived, register, municipalities, explorer} = facts;
  const json = Object.entries({
    ...(has("claims") && {summary, derived}),
    ...(has("context") && {context}),
    ...(has("register") && {register, municipalities}),
    survey: facts.survey,
    codebook: writtenCodebook(survey.codebook),
    cleaning: cleaningSummary(survey),
    ...Object.fromEntries(Object.entries(explorer).map(([page, each]) => [`explore/${page}`, {[page]: each}])),
  });
  const files = new Map(json.map(([name, content]) => [`${name}.json`, () => strToU8(JSON.stringify(content))]));
  if (survey.settings.access === "open" && !explorerInput.explorer.inCombinations && "rows" in answers)
    files.set("respondents.arrow", () => respondentsArrow(answers.survey, answers.rows) as Uint8Array<ArrayBuffer>);
  return files;
}

/** All of them as one ZIP file, so that a build reads the inputs and the respondents' file once. */
export function reportArchive(report: Report): Uint8Array {
  const files: Zippable = Object.fromEntries([...reportFiles(report)].map(([name, content]) => [name, content()]));
  return zipSync(files, {level: 0, mtime: new Date(2011, 0, 1)}); // a fixed time: two builds are equal
}
