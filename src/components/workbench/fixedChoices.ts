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
export function fixed(key: string, label: Text, options: readonly [code: string, label: Text][]): Choice {
  return menuOf(
    key,
    label,
    options.map(([code, label]) => ({code, label})),
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
    Object.entries(options).map(([code, text]) => [code, inBoth((lang) => capital(text[lang]))]),
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
  ["dots", {nb: "Punkter med intervall", en: "Dots with intervals"}],
  ["grouped", {nb: "Stolper", en: "Bars"}],
  ["stacked", {nb: "Stablede stolper", en: "Stacked bars"}],
  ["heat", {nb: "Varmekart", en: "Heat map"}],
]);

/** Of a protected file, whose numbers have no intervals. */
export const plainCharts: Choice = {
  ...chartChoice,
  options: chartChoice.options.map((option) =>
    option.code === "dots" ? {...option, label: {nb: "Punkter", en: "Dots"}} : option,
  ),
};

export const axisChoice = fixed(keys.axis, {nb: "Akse", en: "Axis"}, [
  ["full", {nb: "0–100", en: "0–100"}],
  ["fit", {nb: "Tilpasset tallene", en: "Fitted to the numbers"}],
]);

export const othersChoice = fixed(
  keys.others,
  {nb: "De som ikke svarte, ville svart dette", en: "Non-respondents would have answered this"},
  [
    ["same", {nb: "like ofte som de som svarte", en: "as often as respondents"}],
    ["half", {nb: "halvparten så ofte", en: "half as often"}],
    ["double", {nb: "dobbelt så ofte", en: "twice as often"}],
    ["never", {nb: "aldri", en: "never"}],
    ["always", {nb: "alltid", en: "always"}],
    ["own", {nb: "så ofte som du velger under", en: "as often as you choose below"}],
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
  ["codebook", {nb: "Som i kodeboken", en: "As in the codebook"}],
  ["most", {nb: "Størst først", en: "Largest first"}],
  ["least", {nb: "Minst først", en: "Smallest first"}],
]);

export const emptyChoice = fixed(keys.empty, {nb: "Tomme rader og kolonner", en: "Empty rows and columns"}, [
  ["show", {nb: "Vis", en: "Show"}],
  ["hide", {nb: "Skjul", en: "Hide"}],
]);

export const lettersChoice = fixed(keys.letters, {nb: "Bokstaver for forskjeller", en: "Letters for differences"}, [
  ["on", {nb: "Vis", en: "Show"}],
  ["off", {nb: "Skjul", en: "Hide"}],
]);
