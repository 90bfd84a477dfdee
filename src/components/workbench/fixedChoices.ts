import {capital, inBoth, type Text} from "../../lib/language/text.js";
import type {SampleDesign} from "../../lib/respondents/sample.js";
import type {Choice, Option} from "../../lib/selection.js";
import {measureLabel, noisyWeightingLabel, sampleWeighting, weightingLabel} from "../../lib/table/export/tableFrame.js";
import {levelText} from "../../lib/table/shown/cellText.js";
import {keys, type ViewName} from "./choiceKeys.js";

/*
 * Choices whose options are the same for every survey.
 */

/** A menu, of which the first option stands at first unless another is named. */
export function menuOf(
  key: string,
  label: Text,
  options: readonly Option[],
  initial: string = options[0].code,
): Choice {
  return {key, label, kind: "one", control: "menu", initial, options};
}

/** A menu of a few fixed options, the first of which stands at first. */
export function fixed(key: string, label: Text, options: readonly [code: string, nb: string, en: string][]): Choice {
  return menuOf(
    key,
    label,
    options.map(([code, nb, en]) => ({code, label: {nb, en}})),
  );
}

const viewNames: Record<ViewName, Text> = {
  chart: {nb: "Figur", en: "Chart"},
  table: {nb: "Tabell", en: "Table"},
  trend: {nb: "Utvikling", en: "Trend"},
  map: {nb: "Kart", en: "Map"},
  differences: {nb: "Forskjeller", en: "Differences"},
  whatif: {nb: "Hva om", en: "What if"},
};

export const viewChoice = (offered: readonly ViewName[]): Choice => ({
  key: keys.view,
  label: {nb: "Vis som", en: "View"},
  kind: "one",
  control: "tabs",
  initial: "chart",
  options: offered.map((code) => ({code, label: viewNames[code]})),
});

/** A menu of everything that a record has a label for. */
const labelled = (key: string, label: Text, options: Readonly<Record<string, Text>>) =>
  fixed(
    key,
    label,
    Object.entries(options).map(([code, {nb, en}]) => [code, capital(nb), capital(en)]),
  );

export const measureChoice = labelled(keys.measure, {nb: "Tall", en: "Numbers"}, measureLabel);

const weightsLabel: Text = {nb: "Vekter", en: "Weights"};

/** With or without weights: of a register, or of a sample. */
export const weightChoice = (sample: SampleDesign | undefined) =>
  labelled(keys.weight, weightsLabel, sample ? {...weightingLabel, on: sampleWeighting(sample)} : weightingLabel);

/** The same of a file protected by noise. */
export const noisyWeightChoice = labelled(keys.weight, weightsLabel, noisyWeightingLabel);

export const levelChoice = menuOf(
  keys.level,
  {nb: "Konfidensnivå", en: "Confidence level"},
  ["90", "95", "99"].map((code) => ({code, label: inBoth((lang) => levelText(Number(code) / 100, lang))})),
  "95",
);

export const chartChoice = fixed(keys.chart, {nb: "Figurtype", en: "Chart type"}, [
  ["dots", "Punkter med intervall", "Dots with intervals"],
  ["grouped", "Stolper", "Bars"],
  ["stacked", "Stablede stolper", "Stacked bars"],
  ["heat", "Varmekart", "Heat map"],
]);

/** Of a protected file, whose numbers have no intervals. */
export const plainCharts: Choice = {
  ...chartChoice,
  options: chartChoice.options.map((option) =>
    option.code === "dots" ? {...option, label: {nb: "Punkter", en: "Dots"}} : option,
  ),
};

export const axisChoice = fixed(keys.axis, {nb: "Akse", en: "Axis"}, [
  ["full", "0–100", "0–100"],
  ["fit", "Tilpasset tallene", "Fitted to the numbers"],
]);

export const othersChoice = fixed(
  keys.others,
  {nb: "De som ikke svarte, ville svart dette", en: "Non-respondents would have answered this"},
  [
    ["same", "like ofte som de som svarte", "as often as respondents"],
    ["half", "halvparten så ofte", "half as often"],
    ["double", "dobbelt så ofte", "twice as often"],
    ["never", "aldri", "never"],
    ["always", "alltid", "always"],
    ["own", "så ofte som du velger under", "as often as you choose below"],
  ],
);

export const oftenChoice: Choice = {
  key: keys.often,
  label: {nb: "Så ofte:", en: "As often:"},
  kind: "one",
  control: "slider",
  initial: "100",
  unit: {nb: "\u00a0%", en: "%"},
  options: Array.from({length: 301}, (_, step) => ({code: String(step), label: {nb: String(step), en: String(step)}})),
};

export const orderChoice = fixed(keys.order, {nb: "Rekkefølge", en: "Order"}, [
  ["codebook", "Som i kodeboken", "As in the codebook"],
  ["most", "Størst først", "Largest first"],
  ["least", "Minst først", "Smallest first"],
]);

export const emptyChoice = fixed(keys.empty, {nb: "Tomme rader og kolonner", en: "Empty rows and columns"}, [
  ["show", "Vis", "Show"],
  ["hide", "Skjul", "Hide"],
]);

export const lettersChoice = fixed(keys.letters, {nb: "Bokstaver for forskjeller", en: "Letters for differences"}, [
  ["on", "Vis", "Show"],
  ["off", "Skjul", "Hide"],
]);
