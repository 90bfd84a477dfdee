import {joinList} from "../../lib/language/text.js";

/** How many gave the answer: `30 %` and its interval, `3 of 4`, or of a count a number of all. */
export interface Amount {
  many: string;
  /** With a space before it; nothing where there is none. */
  interval: string;
}

/** A verb and what follows it. */
function verbFirst(said: string): [verb: string, rest: string] {
  const [verb, ...rest] = said.split(" ");
  return [verb, rest.join(" ")];
}

/** A subject that ends with a clause ends with a comma. */
export const withComma = (subject: string) => (/(^| )som /.test(subject) ? `${subject},` : subject);

/** Whole sentences: `said` is a clause with its verb first, `asked` the name of a question. */
export const templates = {
  nb: {
    ofAll: ({many, interval}: Amount, said: string) => `${many} ${said}${interval}`,
    ofGroup: (group: string, {many, interval}: Amount, said: string) => {
      const [verb, rest] = verbFirst(said);
      return `av ${withComma(group)} ${verb} ${many} ${rest}${interval}`;
    },
    more: (higher: string, lower: string, said: string, [a, b]: [string, string]) => {
      const [verb, rest] = verbFirst(said);
      return `${withComma(higher)} ${verb} oftere ${rest} enn ${lower}: ${a} mot ${b} prosent`;
    },
    higherMean: (asked: string, higher: string, lower: string, [a, b]: [string, string]) =>
      `gjennomsnittet for ${asked} var høyere for ${withComma(higher)} enn for ${lower}: ${a} mot ${b}`,
    inWaves: (said: string, [first, ...others]: readonly (readonly [many: string, wave: string])[]) =>
      joinList([`${first[0]} ${said} i ${first[1]}`, ...others.map(([many, wave]) => `${many} i ${wave}`)], "nb"),
    moreInWave: (said: string, higher: string, lower: string, [a, b]: readonly string[]) =>
      `en større andel ${said} i ${higher} enn i ${lower}: ${a} mot ${b} prosent`,
    trend: (by: string | null) => `, en signifikant trend ${by === null ? "over tid" : `etter ${by}`}`,
    among: (group: string, told: string) => `blant ${group}: ${told}`,
    noDifference: (by: string) => `, uten signifikante forskjeller etter ${by}`,
    between: (low: string, high: string) => `: mellom ${low} og ${high} prosent`,
    ofEach: (said: string, listed: string) => `hvor mange som ${said}: ${listed}`,
    noAnswers: "ingen svar",
    layers: (asked: string, by: string | null) => `${asked}${by ? ` etter ${by}` : ""}, én tabell for hver gruppe`,
    mean: (asked: string, mean: string) => `gjennomsnittet for ${asked} var ${mean}`,
    notAsked: (asked: string) => `ingen i denne gruppen fikk spørsmålet ${asked}`,
    hidden: (asked: string) => `svarene på ${asked} er skjult av hensyn til personvern`,
    nobody: (asked: string) => `ingen i denne gruppen svarte på ${asked}`,
    drop: (filters: string, n: string) => `fjern ${filters} for å se ${n} svar`,
    those: (said: string) => `dem som ${said}`,
  },
  en: {
    ofAll: ({many, interval}: Amount, said: string) => `${many} ${said}${interval}`,
    ofGroup: (group: string, {many, interval}: Amount, said: string) => `of ${group}, ${many} ${said}${interval}`,
    more: (higher: string, lower: string, said: string, [a, b]: [string, string]) =>
      `${higher} more often ${said} than ${lower}: ${a}% against ${b}%`,
    higherMean: (asked: string, higher: string, lower: string, [a, b]: [string, string]) =>
      `the mean of ${asked} was higher for ${higher} than for ${lower}: ${a} against ${b}`,
    inWaves: (said: string, [first, ...others]: readonly (readonly [many: string, wave: string])[]) =>
      joinList([`${first[0]} ${said} in ${first[1]}`, ...others.map(([many, wave]) => `${many} in ${wave}`)], "en"),
    moreInWave: (said: string, higher: string, lower: string, [a, b]: readonly string[]) =>
      `a larger share ${said} in ${higher} than in ${lower}: ${a}% against ${b}%`,
    trend: (by: string | null) => `, a significant trend ${by === null ? "over time" : `by ${by}`}`,
    among: (group: string, told: string) => `among ${group}: ${told}`,
    noDifference: (by: string) => `, with no significant difference by ${by}`,
    between: (low: string, high: string) => `: between ${low} and ${high}%`,
    ofEach: (said: string, listed: string) => `how many ${said}: ${listed}`,
    noAnswers: "no answers",
    layers: (asked: string, by: string | null) => `${asked}${by ? ` by ${by}` : ""}, one table for each group`,
    mean: (asked: string, mean: string) => `the mean of ${asked} was ${mean}`,
    notAsked: (asked: string) => `nobody in this group was asked ${asked}`,
    hidden: (asked: string) => `the responses to ${asked} are suppressed to protect privacy`,
    nobody: (asked: string) => `nobody in this group answered ${asked}`,
    drop: (filters: string, n: string) => `remove ${filters} to see ${n} ${n === "1" ? "answer" : "answers"}`,
    those: (said: string) => `those that ${said}`,
  },
};
