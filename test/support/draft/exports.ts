/*
 * One made-up survey as survey tools export it, in the layout of each: header rows, columns of their own, marks for options,
 * dates. Nobody gave these answers.
 */

export interface Respondent {
  id: number;
  /** Day of March 2024 on which it answered. */
  day: number;
  uses: "Yes" | "No";
  /** Null if it was not asked. */
  channels: readonly string[] | null;
  /** In its own words, beside the channels. */
  other: string;
  satisfied: string;
  pages: number | null;
  comment: string;
}

export const channels = ["Facebook", "Twitter", "Blogs, forums and wikis"];
export const steps = ["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"];
export const questions = {
  uses: "Do you use social media?",
  channels: "Which channels do you use?",
  satisfied: "How satisfied are you with them?",
  pages: "How many pages do you run?",
  comment: "Any comments?",
};

export const respondents: readonly Respondent[] = Array.from({length: 48}, (_, at) => {
  const uses = at % 4 === 3 ? "No" : "Yes";
  const chosen = channels.filter((_, option) => (at + option) % (option + 2) === 0);
  return {
    id: 11_400 + at * 7,
    day: 1 + (at % 28),
    uses,
    channels: uses === "No" ? null : chosen.length > 0 ? chosen : ["Facebook"],
    other: uses === "Yes" && at % 9 === 0 ? `our own page number ${at}` : "",
    satisfied: steps[(at * 7) % 5],
    pages: uses === "No" ? null : (at * 3) % 17,
    comment: at % 3 === 0 ? `what I think of it, in ${at} words` : "",
  };
});

const two = (number: number) => String(number).padStart(2, "0");
const text = (value: number | null) => (value === null ? "" : String(value));
const mark = ({channels: chosen}: Respondent, channel: string, texts: {chosen: string; not: string}) =>
  chosen === null ? "" : chosen.includes(channel) ? texts.chosen : texts.not;
const joined = ({channels: chosen, other}: Respondent, delimiter: string) =>
  [...(chosen ?? []), ...(other ? [other] : [])].join(delimiter);

/** Rows of cells, the header's first. */
export type Grid = readonly (readonly string[])[];

export const surveyMonkey: Grid = [
  ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name", "Last Name"]
    .concat(["Custom Data 1", questions.uses, questions.channels, "", "", ""])
    .concat([questions.satisfied, questions.pages, questions.comment]),
  [...Array<string>(9).fill(""), "Response", ...channels, "Other (please specify)"].concat([
    "Response",
    "Open-Ended Response",
    "Open-Ended Response",
  ]),
  ...respondents.map((each) => [
    `${each.id}`,
    "4501",
    `03/${two(each.day)}/2024 09:00:00 AM`,
    `03/${two(each.day)}/2024 01:12:33 PM`,
    "192.0.2.1",
    ...["", "", "", ""],
    each.uses,
    ...channels.map((channel) => mark(each, channel, {chosen: channel, not: ""})),
    each.other,
    each.satisfied,
    text(each.pages),
    each.comment,
  ]),
];

export const qualtrics: Grid = [
  ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "RecordedDate", "ResponseId"]
    .concat(["Q1", "Q2_1", "Q2_2", "Q2_3", "Q2_4", "Q2_4_TEXT"])
    .concat(["Q3", "Q4", "Q5"]),
  ["Start Date", "End Date", "Response Type", "IP Address", "Progress", "Finished", "Recorded Date", "Response ID"]
    .concat([questions.uses])
    .concat([...channels, "Other:"].map((channel) => `${questions.channels} - Selected Choice - ${channel}`))
    .concat([`${questions.channels} - Other: - Text`, questions.satisfied, questions.pages, questions.comment]),
  Array.from({length: 17}, (_, at) => `{"ImportId":"QID${at}"}`),
  ...respondents.map((each) => [
    `2024-03-${two(each.day)} 09:00:00`,
    `2024-03-${two(each.day)} 13:12:33`,
    "IP Address",
    "192.0.2.1",
    "100",
    "True",
    `2024-03-${two(each.day)} 13:12:34`,
    `R_${each.id}xYz`,
    each.uses,
    ...channels.map((channel) => mark(each, channel, {chosen: channel, not: ""})),
    each.other && "Other:",
    each.other,
    each.satisfied,
    text(each.pages),
    each.comment,
  ]),
];

export const limeSurvey: Grid = [
  ["Response ID", "Date submitted", "Last page", "Start language", "Seed", questions.uses]
    .concat([...channels, "Other"].map((channel) => `${questions.channels} [${channel}]`))
    .concat([questions.satisfied, questions.pages, questions.comment]),
  ...respondents.map((each, at) => [
    `${at + 1}`,
    `2024-03-${two(each.day)} 13:12:33`,
    "3",
    "en",
    `${1_000_000 + each.id}`,
    each.uses,
    ...channels.map((channel) => mark(each, channel, {chosen: "Yes", not: "No"})),
    each.other,
    each.satisfied,
    text(each.pages),
    each.comment,
  ]),
];

export const googleForms: Grid = [
  ["Timestamp", ...Object.values(questions)],
  ...respondents.map((each) => [
    `2024/03/${two(each.day)} 1:12:33 PM GMT+1`,
    each.uses,
    joined(each, ", "),
    each.satisfied,
    text(each.pages),
    each.comment,
  ]),
];

export const microsoftForms: Grid = [
  ["ID", "Start time", "Completion time", "Email", "Name", ...Object.values(questions)],
  ...respondents.map((each, at) => [
    `${at + 1}`,
    `2024-03-${two(each.day)}T09:00:00`,
    `2024-03-${two(each.day)}T13:12:33`,
    "anonymous",
    "",
    each.uses,
    joined(each, ";") && `${joined(each, ";")};`,
    each.satisfied,
    text(each.pages),
    each.comment,
  ]),
];

/** As R's `write.csv` and pandas' `to_csv` write it, with a column of row numbers. */
export const withRowNames: Grid = [
  ["", "caseid", "uses", "channels_1", "channels_2", "channels_3", "satisfied", "pages", "comment"],
  ...respondents.map((each, at) => [
    `${at + 1}`,
    `${each.id}`,
    each.uses,
    ...channels.map((channel) => mark(each, channel, {chosen: "1", not: "0"}) || "NA"),
    each.satisfied,
    text(each.pages) || "NA",
    each.comment || "NA",
  ]),
];

/** Cells in quotes where they need them. */
export function asCsv(grid: Grid): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${grid.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}
