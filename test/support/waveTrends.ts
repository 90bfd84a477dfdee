/** Trends of the made-up survey in waves that R has computed: a question, and what it is broken down by. */
export const waveTrends = [
  {question: "reads", group: null},
  {question: "borrows", group: "region"},
  {question: "trust", group: null},
  {question: "reads", group: "region"},
] as const;

/** What R computed of them, as `test/reference/writeWavesByR.ts` keeps it. */
export const wavesByR = "test/reference/wavesByR.json";

/** R's numbers of a trend. */
export interface TrendByR {
  /** Answer, or group, with a wave: share and respondents. */
  shares: [line: string, wave: string, share: number, n: number][];
  /** Two waves: the later share less the earlier, its interval, and p as adjusted by Holm's method. */
  changes: [line: string, from: string, to: string, difference: number, low: number, high: number, p: number][];
}
