import type {Respondents} from "./respondents.js";

/** What the column `data` of every table of respondents says: whether the respondents are made up or answered a survey. */
export function dataMark({rank}: Pick<Respondents, "rank">): "stand-in" | "survey" {
  return rank === "standIn" ? "stand-in" : "survey";
}

/** Text files with a line for each of more rows than these are published compressed with gzip. */
export const mostRowsPlain = 100_000;

/** The name of a product of respondents; that of made-up ones says so, wherever the file ends up. */
export function productFile({codebook, rank}: Pick<Respondents, "codebook" | "rank">, ending: string): string {
  return `${rank === "standIn" ? "stand-in-" : ""}${codebook}${ending}`;
}
