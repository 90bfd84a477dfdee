import {countText, missingText} from "../../lib/language/countText.js";
import {formatNumber, formatQuantity} from "../../lib/language/format.js";
import {inBoth, type Text} from "../../lib/language/text.js";
import {suppressed} from "../../lib/language/words.js";
import type {Distribution, DistributionCell} from "../../lib/respondents/distribution.js";
import type {SurveyFacts} from "../../lib/respondents/surveyFacts.js";
import {waveVariable} from "../../lib/respondents/waves.js";
import type {Selection} from "../../lib/selection.js";
import {rangeRows} from "../charts/rangeRows.js";
import type {Figure, FigureView, Given, Row} from "../figure.js";
import {surveyQuantity} from "./shared/surveyQuantity.js";

/** The answers to one question of the codebook at a time. */
export const answers: Figure<"survey"> = {
  id: "answers",
  page: "codebook",
  needs: ["survey"],
  choices: ({survey: {distributions, firstShown}}) => [
    {
      key: "variable",
      label: {nb: "Spørsmål", en: "Question"},
      kind: "one",
      control: "menu",
      initial: firstShown,
      // In which wave somebody answered is no answer.
      options: distributions
        .filter(({variable}) => variable !== waveVariable)
        .map(({variable, label}) => ({code: variable, label})),
    },
  ],
  view,
};

function view({survey}: Given<"survey">, {variable}: Selection): FigureView {
  const distribution = survey.distributions.find((each) => each.variable === variable) as Distribution;
  const {unweightedBase} = distribution;
  const shown = unweightedBase === null ? [] : distribution.cells.filter(isShown);
  const rows = shown.map((cell) => rowOf(cell, distribution, survey));
  return {
    title: titleOf(distribution, survey),
    subtitle: inBoth((lang) => {
      const n = countText(unweightedBase, lang);
      const weighted = weightedText[weightsOf(survey)][lang];
      return lang === "nb"
        ? `Av hundre som svarte på spørsmålet${weighted}. Antall som svarte: ${n}`
        : `Of a hundred that answered the question${weighted}. Number that answered: ${n}`;
    }),
    alt: altOf(rows),
    note: noteOf(distribution, survey),
    rows,
    empty:
      unweightedBase === null
        ? {nb: "Svarene er skjult av hensyn til personvern.", en: "The responses are suppressed to protect privacy."}
        : {nb: "Ingen har svart på dette spørsmålet.", en: "Nobody answered this question."},
    chart: (options) => rangeRows(rows, options),
  };
}

/** What the shares are weighted by. */
function weightsOf({isProtected, noise, response, isWeighted}: SurveyFacts): keyof typeof weightedText {
  if (isWeighted) return "byDesign";
  if ((isProtected && !noise) || !response) return "none";
  return noise ? "bySize" : "bySizeAndCounty";
}

const weightedText = {
  none: {nb: "", en: ""},
  byDesign: {nb: ", vektet", en: ", weighted"},
  bySize: {nb: ", vektet etter størrelse", en: ", weighted by size"},
  bySizeAndCounty: {nb: ", vektet etter størrelse og fylke", en: ", weighted by size and county"},
} satisfies Record<string, Text>;

const noisyMarks: Text = {
  nb: "Punkt: anslått andel, regnet av antall som er endret tilfeldig for å beskytte svarene. Strek: 95\u00a0% konfidensintervall, som også tar høyde for endringen.",
  en: "Dot: estimated share, from counts to which random noise was added to protect the answers. Line: 95% confidence interval, which takes in the noise.",
};

/** A cell that has a share, or hides one: nobody's answers have neither. */
function isShown({count, proportion}: DistributionCell): boolean {
  return proportion !== null || count === null;
}

function rowOf(cell: DistributionCell, {variable, unweightedBase}: Distribution, survey: SurveyFacts): Row {
  const {code, label, count, proportion, interval} = cell;
  const n = inBoth((lang) => countText(unweightedBase, lang));
  const of = {nb: `${n.nb} som svarte på spørsmålet`, en: `${n.en} that answered the question`};
  const {low, high} = interval ?? {low: proportion ?? 0, high: proportion ?? 1};
  const quantity = surveyQuantity({id: `${variable}-${code}`, label, proportion, low, high, of}, survey);
  return {quantity, note: inBoth((lang) => (count === null ? suppressed[lang] : `n = ${formatNumber(count, lang)}`))};
}

function titleOf({label, cells}: Distribution, {rank}: SurveyFacts): Text {
  if (rank === "standIn")
    return {nb: `${label.nb}: slik er svarene konstruert`, en: `${label.en}: how the responses are made up`};
  const [most] = [...cells].sort((a, b) => (b.proportion ?? -1) - (a.proportion ?? -1));
  if (!most || most.proportion === null) return label;
  return {
    nb: `${label.nb}: det vanligste svaret var «${most.label.nb}»`,
    en: `${label.en}: the commonest answer was “${most.label.en}”`,
  };
}

function altOf(rows: readonly Row[]): Text {
  return inBoth((lang) => {
    const listed = rows.map(({quantity}) => `${quantity.label[lang]} ${formatQuantity(quantity, lang)}`).join("; ");
    return lang === "nb"
      ? `Ett punkt med intervall for hvert svar. ${listed}.`
      : `One dot with its interval for each response. ${listed}.`;
  });
}

/** What the marks mean, and who gave no answer. */
function noteOf({missing}: Distribution, {rank, isProtected, noise}: SurveyFacts): Text {
  const marks: Text = noise
    ? noisyMarks
    : isProtected
      ? {
          nb: "Punkt: andel, uvektet. Filen er beskyttet, så bare tabeller der ingen kan kjennes igjen, er publisert, uten vekter og intervaller.",
          en: "Dot: share, unweighted. The file is protected, so only tables in which no one can be recognised are published, without weights or intervals.",
        }
      : rank === "standIn"
        ? {
            nb: "Hul ring: andelen blant konstruerte svar. Strek: 95\u00a0% konfidensintervall, slik det ville vært om svarene var ekte.",
            en: "Hollow ring: the share among made-up respondents. Line: 95% confidence interval, as it would be if the responses were real.",
          }
        : {
            nb: "Punkt: anslått andel. Strek: 95\u00a0% konfidensintervall.",
            en: "Dot: estimated share. Line: 95% confidence interval.",
          };
  return inBoth((lang) => {
    const counts = missingText(missing, lang);
    return counts === ""
      ? marks[lang]
      : `${marks[lang]} ${lang === "nb" ? "Uten svar" : "Without a response"}: ${counts}.`;
  });
}
