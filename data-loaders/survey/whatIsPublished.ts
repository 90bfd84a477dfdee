import type {CleaningRecord} from "../../src/lib/respondents/cleaning.js";
import type {FileSettings} from "../inputs/readFileSettings.js";

/** What leaves a build of a file, in words for its owner. */
const published: Record<FileSettings["access"], string> = {
  open: "every respondent, row by row, and everything counted from them; never free text, names of units as they were typed, or answers that the codebook does not know",
  protected: "fixed tables in which no one can be recognised; nothing by row",
};

const counted = "how many gave each combination of up to three answers; nothing by row";
const noisy = "a fixed family of tables with noise in every count, which readers can explore; nothing by row";

/**
 * One sentence for the owner of a file: which file, how many rows, its access, and what will be published of it.
 *
 * @param access null while its owner has not chosen
 * @param protection of a protected file
 */
export function whatIsPublished(
  {file, rowsIn, rowsKept}: Pick<CleaningRecord, "file" | "rowsIn" | "rowsKept">,
  access: FileSettings["access"] | null,
  protection: FileSettings["protection"] = "suppress",
): string {
  const isNoisy = access === "protected" && protection === "noise";
  const shown = file.format === "counts" ? counted : isNoisy ? noisy : published[access ?? "protected"];
  const said = access ? `access: ${access}; published: ${shown}` : "access: not chosen, so it cannot be built yet";
  return `${file.name}: ${rowsIn} rows, ${rowsKept} respondents; ${said}`;
}
