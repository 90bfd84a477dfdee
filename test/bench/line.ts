/** One measured number. */
export interface Line {
  page: string;
  measure: Measure;
  /** Median of the runs. */
  value: number;
  runs: number;
}

/** What is measured: its name, how it is written, and what is aimed at, if anything. */
export interface Measure {
  name: string;
  format: (value: number) => string;
  aim?: {text: string; isMet: (value: number) => boolean};
}

const milliseconds = (value: number) => `${Math.round(value)} ms`;

export const measures = {
  score: {
    name: "Lighthouse performance",
    format: (value) => `${Math.round(value * 100)}`,
    aim: {text: "100", isMet: (value) => value >= 0.995},
  },
  blocking: {
    name: "total blocking time",
    format: milliseconds,
    aim: {text: "under 50 ms", isMet: (value) => value < 50},
  },
  largest: {name: "largest contentful paint", format: milliseconds},
  shift: {
    name: "cumulative layout shift",
    format: (value) => value.toFixed(3),
    aim: {text: "under 0.01", isMet: (value) => value < 0.01},
  },
  chart: {name: "first chart on screen", format: milliseconds},
  chartInlined: {name: "first chart, page in one file", format: milliseconds},
  chartRatio: {
    name: "the first of these to the second",
    format: (value) => value.toFixed(2),
    aim: {text: "at most 1.20", isMet: (value) => value <= 1.2},
  },
  answer: {
    name: "an answer, with what it rests on",
    format: (value) => `${value.toFixed(1)} ms`,
    aim: {text: "under 16 ms", isMet: (value) => value < 16},
  },
  allAnswers: {
    name: "all answers of the grid",
    format: (value) => `${value.toFixed(1)} ms`,
    aim: {text: "under 100 ms", isMet: (value) => value < 100},
  },
  newQuestion: {name: "a new question, to its redrawn answer", format: milliseconds},
  newReading: {name: "a new reading, to four redrawn figures", format: milliseconds},
  firstChange: {name: "first change, drawing code fetched", format: milliseconds},
  laterChange: {name: "later change", format: milliseconds},
} as const satisfies Record<string, Measure>;

/** Whether a line meets its aim, in a word; nothing where there is none. */
export function verdict({measure, value}: Line): string {
  if (!measure.aim) return "";
  return measure.aim.isMet(value) ? "PASS" : "over the aim";
}

/** A line as it is printed while the bench runs. */
export function lineText(line: Line): string {
  const {page, measure, value} = line;
  const aim = measure.aim ? ` (aim ${measure.aim.text}): ${verdict(line)}` : "";
  return `${page}  ${measure.name}  ${measure.format(value)}${aim}`;
}
