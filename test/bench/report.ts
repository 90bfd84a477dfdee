import {type Line, verdict} from "./line.js";

/** What one part of the bench found, when, and on what. */
export interface PartResult {
  /** Day and time, UTC. */
  measured: string;
  command: string;
  /** Seconds that the part took. */
  seconds: number;
  /** Average load of the last minute before it began and at its end: the more over the cores, the slower and less even the numbers. */
  load: {before: number; after: number};
  machine: string;
  lines: readonly Line[];
}

/** By name of the part, in the order that they run in. */
export type Results = Readonly<Record<string, PartResult>>;

/** What `docs/benchmarks.md` says: the numbers, when and how each was measured, what each is, and how to measure again. */
export function report(results: Results): string {
  const parts = Object.entries(results);
  return `# Benchmarks

Written by \`npm run bench\` from \`benchmarks.json\`, which holds what was measured last of each part. Each number is the median of its runs; the last
column names its part.

| part | measured, UTC | took | load before, after | command | on |
| --- | --- | ---: | ---: | --- | --- |
${parts.map(([part, {measured, seconds, load, command, machine}]) => `| ${part} | ${measured} | ${seconds ? `${seconds} s` : "–"} | ${load.before.toFixed(1)}, ${load.after.toFixed(1)} | ${command} | ${machine} |`).join("\n")}

The load is the average of a minute, of which a part that runs alone makes one or two: the more there was before, the slower and less even its
numbers.

| page or file | measure | median | runs | aim | | part |
| --- | --- | ---: | ---: | --- | --- | --- |
${parts.flatMap(([part, {lines}]) => lines.map((line) => row(line, part))).join("\n")}

## What the numbers are

- **Lighthouse performance, total blocking time, largest contentful paint, cumulative layout shift**: as Lighthouse's
  mobile profile has them. It loads the page, and works out what a phone on slow 4G would have taken.
- **First chart on screen**: from asking for the page to the first frame in which its first figure is drawn whole,
  inside the window of a phone (412 × 823). The page is asked for at the figure's anchor. Chromium itself is slowed
  down: 1.6 Mbit/s, 150 ms for each round trip, and a processor four times slower.
- **Page in one file**: the same for a copy of the page with its scripts inside it. Styles are in the page already, and
  the fonts are files of their own in both. The two are measured by turns, and the ratio is that of the medians.
- **First change**: from the change of a control to the first frame with the redrawn figure, slowed down as above, with
  an empty cache: the drawing code and the data are fetched in between. **Later change**: the same with both there.
- **An answer, all answers of the grid**: the solving alone, in Chromium at full speed, from a summary that nothing is
  remembered of. **A new question, a new reading**: on the page at full speed, from the control to the redrawn figure;
  Framework waits for a frame before its cells run, and a reading redraws all four figures of the page.
- **Respondents**: made-up files of comma-separated text with 40 columns: serial number, time, 12 questions of one
  response, 4 of several by option, 5 numbers and a free text; one cell in a hundred is spoiled. The seed is fixed.
  **Bare parser**: csv-parse reads the same file as a stream, and its rows are counted. **Read and cleaned**: from the
  file to clean codes and the full record of changes (\`readRawTable\` and \`cleanTable\`), without weights and
  distributions. The two are measured by turns, each run in a process of its own; starting Node is not in the time.
  Processor time is what all threads worked; other work on the machine hardly shows in it. **Peak memory**: the most
  that any of the processes held (resident set), Node and the code included.
- **The whole build**: \`npm run build\` of such a file as a survey's folder, without a register (\`npm run make-leisure\`), in a
  copy of the project, and what is in \`dist\` afterwards. Processor time is that of Node's processes. Columns are compressed as they are.
- **A table with its intervals**: all of \`tabulate\`, four answers in nineteen counties and one column of all.
- **Data of a page**: what a page fetches on the first change to break its answers down, compressed: of the stand-in,
  and of made-up respondents, of whom hardly a combination of answers is missing.
- **Counted in SQL**: DuckDB makes respondents of the survey of 40 columns in a Parquet file, clean; the SQL of \`npm run counts-sql\` counts
  them there in a process of its own, with 2 GB for the database. Making the file is not in the time. **The whole build from counts**
  is \`COUNTS=FOLDER npm run build\`. A number of a page is then compared with what DuckDB counts in the respondents.
- **A changed filter**: a click on a box of a page that breaks answers down, in Chromium at full speed and with a
  processor four times slower, with the page's own data and with that of a million respondents in its place.
  **To all figures**: from the input to the frame after the last figure was redrawn. **Interaction to next paint**: as
  the browser measures it, in steps of 8 ms, and 16 ms where it was shorter. **Longest frame**: in the time to all
  figures.

- **Calibration**: of three files, answers are dealt anew within size classes (for tables by size, among all), so that
  nothing is associated but by chance; every question by every other and by county and size, 67 times each. A permutation
  test deals 999 times. **Found**: respondents are halved by chance, 60 of a hundred say yes in one half and 40 in the other.

Pages are served as \`npm start\` serves them: from this machine, text compressed.

## How to measure again

\`\`\`sh
npm run build
npm run bench
npm run bench -- --only explorer,pages
npm run bench -- --write
\`\`\`

The first measures everything, in about twelve minutes on an idle machine, and the second some parts; both put what they find on record in
\`benchmarks.json\` and write this page anew. The third only writes it. A missed aim is shown, and fails nothing.
`;
}

const row = (line: Line, part: string) =>
  `| ${line.page} | ${line.measure.name} | ${line.measure.format(line.value)} | ${line.runs} | ${line.measure.aim?.text ?? ""} | ${verdict(line)} | ${part} |`;
