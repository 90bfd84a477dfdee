import {formatNumber} from "../../lib/language/format.js";
import {capital, inBoth, type Text} from "../../lib/language/text.js";
import type {Choice, Option} from "../../lib/selection.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {measureLabel, weightingLabel} from "../../lib/table/export/tableFrame.js";
import {type ExploredVariable, variableByName} from "../../lib/table/variable.js";

/** Keys of the workbench’s choices; each filter has the name of its variable. */
export const keys = {
  view: "view",
  rows: "rows",
  answer: "answer",
  columns: "columns",
  layer: "layer",
  layer2: "layer2",
  merge: "merge",
  measure: "measure",
  chart: "chart",
  axis: "axis",
  compare: "compare",
  others: "others",
  often: "often",
  weight: "weight",
  order: "order",
  sort: "sort",
  empty: "empty",
  letters: "letters",
} as const;

/** The ways to see a table. */
export const views = ["chart", "table", "map", "differences", "whatif"] as const;
export type ViewName = (typeof views)[number];

/** The code of a table without columns of its own, or without a layer. */
export const none = "none";

/** Everything that can be chosen in the workbench; of a protected file only what is published. */
export function workbenchChoices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer) return [];
  const {variables, isProtected, protectedTables} = explorer;
  const questions = variables.filter(({type}) => type !== "register");
  if (isProtected) {
    const groupings = protectedTables?.groupings.map(({id, label}) => ({code: id, label})) ?? [];
    return [
      viewChoice(["chart", "table"]),
      menu("rows", questions.map(optionOf)),
      answerChoice(questions),
      menu("columns", [nothing, ...groupings]),
      {...plainCharts, where: "chart"},
      {...axisChoice, where: "chart"},
      {...orderChoice, where: "more"},
    ];
  }
  return [
    viewChoice(viewsOf(explorer)),
    picker("rows", listed(explorer), preferred(questions, explorer.first?.rows)),
    answerChoice(variables),
    picker("columns", [nothing, ...listed(explorer)], preferred(variables, explorer.first?.columns)),
    menu("layer", [noLayer, ...variables.flatMap(layerOptions)]),
    {...menu("layer2", [noLayer, ...variables.flatMap(layerOptions)]), codesOf: keys.layer, where: "more"},
    mergeChoice(variables),
    ...filterChoices(explorer),
    measureChoice,
    {...chartChoice, where: "chart"},
    {...axisChoice, where: "chart"},
    {...compareChoice(variables), where: "differences"},
    {...othersChoice, where: "whatif"},
    {...oftenChoice, where: "whatif"},
    ...[
      orderChoice,
      sortChoice(variables),
      ...(explorer.units.populations ? [weightChoice] : []),
      emptyChoice,
      lettersChoice,
    ].map((choice) => ({
      ...choice,
      where: "more",
    })),
  ];
}

/** Without regions there is no map; without a register nobody knows who did not answer. */
function viewsOf({tiles, units}: PageExplorer): ViewName[] {
  const isOffered: Partial<Record<ViewName, boolean>> = {map: tiles.length > 0, whatif: units.populations !== null};
  return views.filter((view) => isOffered[view] ?? true);
}

/** The choices of a topic page: which answer to its questions, by what, and of whom. */
export function compactChoices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer) return [];
  const {variables, questions, filters, isProtected, protectedTables} = explorer;
  const asked = questions.flatMap((name) => variables.filter((variable) => variable.name === name));
  const groupings =
    protectedTables?.groupings.map(({id, label}) => ({code: id, label})) ??
    variables.filter(({name}) => filters.includes(name)).map(({name, label}) => ({code: name, label}));
  const answers = asked.flatMap(answersTo);
  return [
    {...menuOf(compactKeys.show, labels.answer, answers), initial: answers[0].code},
    menuOf(compactKeys.by, labels.columns, [nothing, ...groupings]),
    ...(isProtected ? [] : filterChoices(explorer)),
  ];
}

/** The keys of a topic page’s choices, as they have been in addresses since the first version. */
export const compactKeys = {show: "show", by: "by"} as const;

/** A variable that is shown first if there is one of that name. */
function preferred(variables: readonly ExploredVariable[], name: string | undefined): string | undefined {
  return (variables.find((variable) => variable.name === name) ?? variables[0])?.name;
}

const optionOf = ({name, label}: ExploredVariable): Option => ({code: name, label});

/** Every variable under its theme, with its question and how many answered it. */
function listed({variables, themes = [], answered = {}}: PageExplorer): Option[] {
  return themes.flatMap((theme) =>
    theme.variables.map((name) => {
      const {label, question} = variableByName(variables, name);
      const hint = inBoth((lang) => {
        const n = name in answered ? `n = ${formatNumber(answered[name], lang)}` : "";
        return [question?.[lang], n].filter(Boolean).join(" ");
      });
      return {code: name, label, hint, group: theme.label};
    }),
  );
}

const noLayer: Option = {code: none, label: {nb: "Ingen lag", en: "No layer"}};
const nothing: Option = {code: none, label: {nb: "Ingen inndeling", en: "No breakdown"}};

const labels = {
  rows: {nb: "Spørsmål", en: "Question"},
  answer: {nb: "Svar", en: "Answer"},
  columns: {nb: "Fordelt etter", en: "By"},
  layer: {nb: "Lag: én tabell for hver", en: "Layer: one table for each"},
  layer2: {nb: "Lag nummer to", en: "Second layer"},
} satisfies Record<string, Text>;

function menuOf(key: string, label: Text, options: readonly Option[], initial: string = options[0].code): Choice {
  return {key, label, kind: "one", control: "menu", initial, options};
}

const menu = (key: keyof typeof labels, options: readonly Option[], initial?: string) =>
  menuOf(key, labels[key], options, initial);

const picker = (key: keyof typeof labels, options: readonly Option[], initial?: string): Choice => ({
  ...menu(key, options, initial),
  control: "picker",
});

/** The answer that the sentence, the map and “what if” are about; the first of the question when none is named. */
function answerChoice(variables: readonly ExploredVariable[]): Choice {
  return {
    key: keys.answer,
    label: labels.answer,
    kind: "any",
    control: "menu",
    initial: "all",
    allLabel: {nb: "Første svar", en: "First answer"},
    options: variables.flatMap(answersTo),
  };
}

/** Every answer to a question, as `question.answer`. */
function answersTo({name, label, categories}: ExploredVariable): Option[] {
  return categories.map((category) => ({code: `${name}.${category.code}`, label: category.label, group: label}));
}

/** A variable, for one table of each category; and each category, for the table of that alone. */
function layerOptions({name, label, categories}: ExploredVariable): Option[] {
  return [
    {code: name, label: {nb: `${label.nb}: alle`, en: `${label.en}: each`}, group: label},
    ...categories.map((category) => ({code: `${name}-${category.code}`, label: category.label, group: label})),
  ];
}

/** Categories counted as one, as the reader puts them together in the table. */
function mergeChoice(variables: readonly ExploredVariable[]): Choice {
  return {
    key: keys.merge,
    label: {nb: "Slå sammen", en: "Merge"},
    kind: "text",
    initial: "all",
    codesOf: keys.layer,
    options: [noLayer, ...variables.flatMap(layerOptions)],
  };
}

/** A menu of a few fixed options, the first of which stands at first. */
function fixed(key: string, label: Text, options: readonly [code: string, nb: string, en: string][]): Choice {
  return menuOf(
    key,
    label,
    options.map(([code, nb, en]) => ({code, label: {nb, en}})),
  );
}

const viewNames: Record<ViewName, Text> = {
  chart: {nb: "Figur", en: "Chart"},
  table: {nb: "Tabell", en: "Table"},
  map: {nb: "Kart", en: "Map"},
  differences: {nb: "Forskjeller", en: "Differences"},
  whatif: {nb: "Hva om", en: "What if"},
};

const viewChoice = (offered: readonly ViewName[]): Choice => ({
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

const measureChoice = labelled(keys.measure, {nb: "Tall", en: "Numbers"}, measureLabel);

const weightChoice = labelled(keys.weight, {nb: "Vekter", en: "Weights"}, weightingLabel);

const chartChoice = fixed(keys.chart, {nb: "Figurtype", en: "Chart type"}, [
  ["dots", "Punkter med intervall", "Dots with intervals"],
  ["grouped", "Stolper", "Bars"],
  ["stacked", "Stablede stolper", "Stacked bars"],
  ["heat", "Varmekart", "Heat map"],
]);

/** Of a protected file, whose numbers have no intervals. */
const plainCharts: Choice = {
  ...chartChoice,
  options: chartChoice.options.map((option) =>
    option.code === "dots" ? {...option, label: {nb: "Punkter", en: "Dots"}} : option,
  ),
};

const axisChoice = fixed(keys.axis, {nb: "Akse", en: "Axis"}, [
  ["full", "0–100", "0–100"],
  ["fit", "Tilpasset tallene", "Fitted to the numbers"],
]);

/** What each column is compared with: of a question’s categories `question.category`. */
function compareChoice(variables: readonly ExploredVariable[]): Choice {
  const together = fixed(keys.compare, {nb: "Sammenlign hver med", en: "Compare each with"}, [
    ["each", "hver av de andre", "each of the others"],
    ["rest", "alle de andre samlet", "all others together"],
  ]);
  return {...together, codesOf: keys.answer, options: [...together.options, ...variables.flatMap(answersTo)]};
}

const othersChoice = fixed(
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

const oftenChoice: Choice = {
  key: keys.often,
  label: {nb: "Så ofte:", en: "As often:"},
  kind: "one",
  control: "slider",
  initial: "100",
  unit: {nb: "\u00a0%", en: "%"},
  options: Array.from({length: 301}, (_, step) => ({code: String(step), label: {nb: String(step), en: String(step)}})),
};

const orderChoice = fixed(keys.order, {nb: "Rekkefølge", en: "Order"}, [
  ["codebook", "Som i kodeboken", "As in the codebook"],
  ["most", "Størst først", "Largest first"],
  ["least", "Minst først", "Smallest first"],
]);

/** The column by whose numbers rows are put in order, as `question.category`. */
function sortChoice(variables: readonly ExploredVariable[]): Choice {
  return {
    key: keys.sort,
    label: {nb: "Sortert etter kolonne", en: "Sorted by column"},
    kind: "any",
    control: "menu",
    initial: "all",
    codesOf: keys.answer,
    options: variables.flatMap(answersTo),
  };
}

const emptyChoice = fixed(keys.empty, {nb: "Tomme rader og kolonner", en: "Empty rows and columns"}, [
  ["show", "Vis", "Show"],
  ["hide", "Skjul", "Hide"],
]);

const lettersChoice = fixed(keys.letters, {nb: "Bokstaver for forskjeller", en: "Letters for differences"}, [
  ["on", "Vis", "Show"],
  ["off", "Skjul", "Hide"],
]);

function filterChoices({variables, filters}: PageExplorer): Choice[] {
  return variables
    .filter(({name}) => filters.includes(name))
    .map(({name, label, categories}) => ({
      key: name,
      label,
      kind: "some",
      initial: "all",
      options: categories.map(({code, label: each}) => ({code, label: each})),
    }));
}
