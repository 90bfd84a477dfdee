import {inBoth, quoted, type Text, textLanguages} from "../../../src/lib/language/text.js";
import {type Codebook, isAnswered, type Variable} from "../../../src/lib/respondents/codebook.js";
import type {WaveBreak, Waves} from "../../../src/lib/respondents/waves.js";
import type {WaveSettings} from "../../../src/lib/settings.js";
import {isAskedIn, notOffered, type WaveSurvey} from "./askedIn.js";
import {codesOf} from "./waveCodebooks.js";

/** When the waves were, and where what was asked is not the same as before. */
export function wavesOf(codebook: Codebook, waves: readonly WaveSurvey[]): Waves {
  const breaks = codebook.variables
    .filter(isAnswered)
    .map((variable) => [variable.name, breaksOf(variable, waves)] as const)
    .filter(([, found]) => found.length > 0);
  return {
    times: timesOf(waves.map(({wave}) => wave)),
    breaks: Object.fromEntries(breaks),
    notOffered: notOffered(codebook, waves),
  };
}

/** The middle of each fieldwork, in years; the numbers of the waves where one does not say when it was. */
function timesOf(waves: readonly WaveSettings[]): Record<string, number> {
  const dates = waves.map(({fieldwork}) => fieldwork && (Date.parse(fieldwork.from) + Date.parse(fieldwork.to)) / 2);
  const isDated = dates.every((date) => date !== null);
  return Object.fromEntries(
    waves.map(({id}, at) => [`${id}`, isDated ? Number(yearOf(dates[at] as number).toFixed(2)) : at + 1]),
  );
}

/** A moment as a year and its part. */
function yearOf(moment: number): number {
  const year = new Date(moment).getUTCFullYear();
  const [start, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return year + (moment - start) / (end - start);
}

/** Where the codebook breaks a series, and where two waves that follow each other in it word the question otherwise. */
function breaksOf({name, breaks = []}: Variable, waves: readonly WaveSurvey[]): WaveBreak[] {
  const asked = waves.filter((each) => isAskedIn(each, name));
  return asked.flatMap(({wave: {id: before}, survey}, at) => {
    const said = breaks.find((each) => each.before === before);
    if (said) return [said];
    if (at === 0) return [];
    const [then, now] = [asked[at - 1].survey, survey].map(({codebook}) => variableIn(codebook, name));
    const why = differenceOf(then, now);
    return why ? [{before, why}] : [];
  });
}

const variableIn = ({variables}: Codebook, name: string) => variables.find((each) => each.name === name) as Variable;

/** How a question differs from what it was; null where it does not. */
function differenceOf(then: Variable, now: Variable): Text | null {
  if (textLanguages().some((lang) => then.question[lang] !== now.question[lang]))
    return inBoth((lang) => {
      const [before, after] = [then, now].map(({question}) => quoted(question[lang], lang));
      return lang === "nb"
        ? `spørsmålet lød før ${before}, nå ${after}`
        : `the question was ${before}, and is now ${after}`;
    });
  if (String(choicesOf(then)) === String(choicesOf(now))) return null;
  return {nb: "det var andre svar å velge mellom", en: "there were other answers to choose from"};
}

/** What one answer is chosen among, without its order. An option of a multiple response is a question by itself. */
function choicesOf(variable: Variable) {
  if (variable.type === "count") return [variable.least, variable.greatest];
  return variable.type === "multiple" ? [] : codesOf(variable).toSorted();
}
