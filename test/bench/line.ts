/** One measured number. */
export interface Line {
  /** The page, the file of respondents, or both. */
  page: string;
  measure: Measure;
  /** Median of the runs, unless the measure says otherwise. */
  value: number;
  runs: number;
}

/** What is measured: its name, how it is written, and what is aimed at, if anything. */
export interface Measure {
  name: string;
  format: (value: number) => string;
  aim?: {text: string; isMet: (value: number) => boolean};
}

const seconds = (value: number) => `${value.toFixed(2)} s`;
const rowsPerSecond = (value: number) => `${Math.round(value / 1000)},000 rows a second`;
const mebibytes = (value: number) => `${Math.round(value / 2 ** 20)} MiB`;
const milliseconds = (value: number) => `${Math.round(value)} ms`;
const microseconds = (value: number) => `${value.toFixed(3)} ms`;
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;
const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;

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
  bareParse: {name: "bare parser", format: seconds},
  bareRate: {name: "bare parser, speed", format: rowsPerSecond},
  bareMemory: {name: "bare parser, peak memory", format: mebibytes},
  clean: {name: "read and cleaned", format: seconds},
  cleanRate: {name: "read and cleaned, speed", format: rowsPerSecond},
  cleanMemory: {
    name: "read and cleaned, peak memory",
    format: mebibytes,
    aim: {text: "under 2048 MiB", isMet: (value) => value < 2 ** 31},
  },
  cleanRatio: {
    name: "time to read and clean to that of the bare parser",
    format: (value) => value.toFixed(2),
    aim: {text: "at most 4.00", isMet: (value) => value <= 4},
  },
  processorRatio: {
    name: "the same in processor time",
    format: (value) => value.toFixed(2),
    aim: {text: "at most 4.00", isMet: (value) => value <= 4},
  },
  build: {name: "the whole build", format: seconds},
  buildWork: {
    name: "the whole build, processor time",
    format: seconds,
    aim: {text: "at most 600 s", isMet: (value) => value <= 600},
  },
  buildMemory: {
    name: "the whole build, peak memory",
    format: mebibytes,
    aim: {text: "at most 3072 MiB", isMet: (value) => value <= 3 * 2 ** 30},
  },
  buildFiles: {name: "the whole build, files", format: (value) => value.toLocaleString("en")},
  buildBytes: {name: "the whole build, all files", format: megabytes},
  combinationBytes: {name: "counted combinations, all files", format: megabytes},
  largestCombination: {name: "the largest file of combinations, gzip", format: kilobytes},
  columnBytes: {name: "columns, all files", format: megabytes},
  largestColumn: {name: "the longest file of columns", format: kilobytes},
  tableWithIntervals: {name: "a table of 4 by 20 cells with its intervals", format: microseconds},
  tableWithIntervalsSlow: {name: "a table of 4 by 20 cells with its intervals, 95th percentile", format: microseconds},
  pageBytes: {
    name: "data of a page, gzip",
    format: kilobytes,
    aim: {text: "at most 15 kB", isMet: (value) => value <= 15_000},
  },
  pageBytesBrotli: {name: "data of a page, Brotli", format: kilobytes},
  largePageBytes: {
    name: "data of a page, gzip",
    format: kilobytes,
    aim: {text: "at most 300 kB", isMet: (value) => value <= 300_000},
  },
  countedInSql: {name: "all combinations of all pages counted in SQL", format: seconds},
  countingMemory: {
    name: "counting in SQL, peak memory",
    format: mebibytes,
    aim: {text: "under 8192 MiB", isMet: (value) => value < 2 ** 33},
  },
  countedBuild: {name: "the whole build from counts, processor time", format: seconds},
  countedBuildMemory: {name: "the whole build from counts, peak memory", format: mebibytes},
  filterToFigures: {name: "a changed filter, to all figures of the page", format: milliseconds},
  filterToPaint: {
    name: "a changed filter, interaction to next paint",
    format: milliseconds,
    aim: {text: "at most 200 ms", isMet: (value) => value <= 200},
  },
  filterToPaintSlow: {name: "a changed filter, interaction to next paint, 95th percentile", format: milliseconds},
  longestFrame: {name: "a changed filter, longest frame", format: milliseconds},
  falseFinds: {
    name: "tables of what is not associated, p < 0.05",
    format: percent,
    aim: {text: "at most 7%", isMet: (value) => value <= 0.07},
  },
  falseFindsOfKind: {
    name: "the same, of the kind of table with most",
    format: percent,
    aim: {text: "at most 9%", isMet: (value) => value <= 0.09},
  },
  falseLetters: {
    name: "tables of what is not associated, with a letter",
    format: percent,
    aim: {text: "at most 6%", isMet: (value) => value <= 0.06},
  },
  power: {
    name: "differences of 20 points between halves, found",
    format: percent,
    aim: {text: "at least 80%", isMet: (value) => value >= 0.8},
  },
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
