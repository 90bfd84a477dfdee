import type {Respondents} from "./respondents.js";

/** The name of a product of respondents; that of made-up ones says so, wherever the file ends up. */
export function productFile({codebook, rank}: Pick<Respondents, "codebook" | "rank">, ending: string): string {
  return `${rank === "standIn" ? "stand-in-" : ""}${codebook}${ending}`;
}
