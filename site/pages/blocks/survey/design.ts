import {designReport} from "../../../../data-loaders/survey/sample/designReport.js";
import {formatNumber, formatPercent} from "../../../../src/lib/language/format.js";
import {inBoth, type Lang} from "../../../../src/lib/language/text.js";
import {type Markup, markup} from "../../../../src/lib/markup.js";
import type {SampleMargin} from "../../../../src/lib/respondents/sample.js";
import {settings} from "../../../../src/lib/settings.js";
import {survey} from "../../../facts.js";
import {names, numbers, surveyTable} from "../table.js";

/** How respondents were drawn and weighted, as the survey’s owner says, in sentences; nothing where the owner says nothing. */
export function designBlock(lang: Lang): Markup {
  if (!survey.sample) return markup``;
  const {weights, strata, clusters, population, lonely} = designReport(survey.sample);
  const n = (value: number, digits = 0) => formatNumber(value, lang, digits);
  const {isWeighted, margins} = survey.sample.design;
  const said = sentences[lang];
  const range = [weights.least, weights.greatest].map((weight) => n(weight, 2));
  return markup`<ul>${[
    said.drawn(strata > 1 ? n(strata) : null, clusters === null ? null : n(clusters)),
    population === null ? said.endless : said.finite(n(population), clusters !== null),
    ...(lonely > 0 ? [said.lonely(n(lonely), clusters !== null)] : []),
    isWeighted ? said.weighted(range[0], range[1], n(weights.effective)) : said.equal,
    ...(margins.length > 0 ? [said.calibrated] : []),
  ].map(
    (sentence) => markup`<li>${sentence}</li>`,
  )}</ul>${margins.flatMap(byWave).map((margin) => marginTable(margin, lang))}`;
}

/** A margin wave by wave, each with the name of its wave. */
function byWave(margin: SampleMargin): SampleMargin[] {
  const waves = [...new Set(margin.cells.map(({wave}) => wave))];
  if (waves[0] === undefined) return [margin];
  return waves.map((id) => {
    const {label} = settings.waves.find((wave) => wave.id === id) ?? {label: {nb: "", en: ""}};
    return {
      ...margin,
      label: inBoth((lang) => `${margin.label[lang]}, ${label[lang]}`),
      cells: margin.cells.filter(({wave}) => wave === id),
    };
  });
}

/** What weights of each answer add up to. */
function marginTable({variable, label, cells}: SampleMargin, lang: Lang): Markup {
  const question = survey.codebook.variables.find(({name}) => name === variable);
  const whole = cells.reduce((sum, {population}) => sum + population, 0);
  const known =
    question && "categories" in question ? question.categories : question?.type === "count" ? question.bands : [];
  const labelOf = (code: string) =>
    known?.find((each) => each.code === code)?.label[lang] ?? sentences[lang].unanswered;
  return surveyTable(
    cells,
    [
      names(label, ({code}) => labelOf(code)),
      numbers({nb: "Summen av vektene", en: "Sum of weights"}, ({population}) => formatNumber(population, lang)),
      numbers({nb: "Andel", en: "Share"}, ({population}) => formatPercent(population / whole, lang)),
    ],
    {lang, label: {nb: `Vektene er kalibrert til: ${label.nb}`, en: `Weights are calibrated to: ${label.en}`}},
  );
}

const sentences = {
  nb: {
    drawn: (strata: string | null, clusters: string | null) => {
      if (clusters !== null)
        return `Respondentene er trukket i ${clusters} klynger${strata ? ` innenfor ${strata} strata` : ""}. De i samme klynge kan ligne hverandre, og det gjør intervallene bredere.`;
      return strata
        ? `Respondentene er trukket hver for seg innenfor ${strata} strata.`
        : "Respondentene er trukket hver for seg.";
    },
    endless: "Intervallene regner ikke med at utvalget er en stor del av populasjonen.",
    finite: (population: string, isClustered: boolean) =>
      `De er trukket blant ${population} ${isClustered ? "klynger" : "enheter"}, og intervallene er så mye smalere som det tilsier. Testene gjelder prosessen bak svarene og regner uten denne grensen.`,
    lonely: (strata: string, isClustered: boolean) =>
      `Strata der bare én ${isClustered ? "klynge" : "enhet"} er trukket, selv om det er flere: ${strata}. Den er målt mot helheten, siden den ikke viser noen spredning.`,
    weighted: (least: string, greatest: string, effective: string) =>
      `Respondentene teller ulikt: Vektene går fra ${least} til ${greatest}. Ujevnheten gjør at svarene sier like mye som ${effective} med lik vekt ville gjort (Kish).`,
    equal: "Alle respondenter teller likt.",
    calibrated:
      "Vektene er justert slik at de summerer til kjente tall for populasjonen, som står i tabellene under. De som ikke svarte på et av spørsmålene, beholder sin del av vektene.",
    unanswered: "Ikke svart",
  },
  en: {
    drawn: (strata: string | null, clusters: string | null) => {
      if (clusters !== null)
        return `Respondents were drawn in ${clusters} clusters${strata ? ` within ${strata} strata` : ""}. Those in the same cluster may be alike, which makes intervals wider.`;
      return strata
        ? `Respondents were drawn one by one within ${strata} strata.`
        : "Respondents were drawn one by one.";
    },
    endless: "Intervals do not assume that the sample is a large part of the population.",
    finite: (population: string, isClustered: boolean) =>
      `They were drawn from ${population} ${isClustered ? "clusters" : "units"}, and intervals are as much narrower as that calls for. Tests are about the process behind the answers, and do without this limit.`,
    lonely: (strata: string, isClustered: boolean) =>
      `Strata of which only one ${isClustered ? "cluster" : "unit"} was drawn, though there are more: ${strata}. It is compared with the whole, since it shows no spread.`,
    weighted: (least: string, greatest: string, effective: string) =>
      `Respondents count for more or less: weights go from ${least} to ${greatest}. Because they are uneven, the answers tell as much as ${effective} with equal weights would (Kish).`,
    equal: "All respondents count the same.",
    calibrated:
      "Weights are adjusted so that they add up to known numbers of the population, in the tables below. Those without an answer to one of the questions keep their part of the weights.",
    unanswered: "No answer",
  },
} satisfies Record<Lang, unknown>;
