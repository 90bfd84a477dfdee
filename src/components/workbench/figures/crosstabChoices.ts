import type {Text} from "../../../lib/language/text.js";
import type {Choice, Option} from "../../../lib/selection.js";
import type {PageExplorer} from "../../../lib/table/explorer.js";
import type {ExploredVariable} from "../../../lib/table/variable.js";

/** Keys of the crosstab's choices; each filter has the name of its variable. */
export const crosstabKeys = {
  rows: "rows",
  columns: "columns",
  layer: "layer",
  measure: "measure",
  weight: "weight",
  chart: "chart",
  order: "order",
  empty: "empty",
  letters: "letters",
  net: "net",
} as const;

/** The code of a table without columns of its own, or without a layer. */
export const none = "none";

/** Everything that can be chosen of a crosstab; of a protected file only what is published. */
export function crosstabChoices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer) return [];
  const {variables, isProtected, protectedTables} = explorer;
  const questions = variables.filter(({type}) => type !== "register");
  if (isProtected) {
    const groupings = protectedTables?.groupings.map(({id, label}) => ({code: id, label})) ?? [];
    return [menu("rows", questions.map(optionOf)), menu("columns", [nobody, ...groupings]), plainCharts, orderChoice];
  }
  const every = variables.map(optionOf);
  return [
    menu("rows", every, preferred(questions, "strategy")),
    menu("columns", [nobody, ...every], preferred(variables, "size")),
    menu("layer", [nobody, ...variables.flatMap(layerOptions)]),
    measureChoice,
    weightChoice,
    chartChoice,
    orderChoice,
    emptyChoice,
    lettersChoice,
    ...filterChoices(explorer),
    netChoice(variables),
  ];
}

/** A variable that is shown first if there is one of that name. */
function preferred(variables: readonly ExploredVariable[], name: string): string | undefined {
  return (variables.find((variable) => variable.name === name) ?? variables[0])?.name;
}

const headings: Record<"register" | "question", Text> = {
  register: {nb: "Fra registeret", en: "From the register"},
  question: {nb: "Spørsmål", en: "Questions"},
};

const optionOf = ({name, label, type}: ExploredVariable): Option => ({
  code: name,
  label,
  group: type === "register" ? headings.register : headings.question,
});

const nobody: Option = {code: none, label: {nb: "Ingen", en: "None"}};

const labels: Record<"rows" | "columns" | "layer", Text> = {
  rows: {nb: "Rader", en: "Rows"},
  columns: {nb: "Kolonner", en: "Columns"},
  layer: {nb: "Lag: bare de som har", en: "Layer: only those that have"},
};

function menu(key: keyof typeof labels, options: readonly Option[], initial: string = options[0].code): Choice {
  return {key, label: labels[key], kind: "one", control: "menu", initial, options};
}

/** One category of any variable: a reader goes through a layer one table at a time. */
function layerOptions({name, label, categories}: ExploredVariable): Option[] {
  return categories.map((category) => ({code: `${name}-${category.code}`, label: category.label, group: label}));
}

/** A menu of a few fixed options, the first of which stands at first. */
function fixed(key: string, label: Text, options: readonly [code: string, nb: string, en: string][]): Choice {
  return {
    key,
    label,
    kind: "one",
    control: "menu",
    initial: options[0][0],
    options: options.map(([code, nb, en]) => ({code, label: {nb, en}})),
  };
}

const measureChoice = fixed(crosstabKeys.measure, {nb: "Mål", en: "Measure"}, [
  ["columnPercent", "Prosent av kolonnen", "Per cent of the column"],
  ["rowPercent", "Prosent av raden", "Per cent of the row"],
  ["totalPercent", "Prosent av alle", "Per cent of all"],
  ["count", "Antall", "Count"],
  ["mean", "Gjennomsnitt (bare tall)", "Mean (numbers only)"],
]);

const weightChoice = fixed(crosstabKeys.weight, {nb: "Vekter", en: "Weights"}, [
  ["on", "Vektet etter størrelse og fylke", "Weighted by size and county"],
  ["off", "Uvektet", "Unweighted"],
]);

const chartChoice = fixed(crosstabKeys.chart, {nb: "Figur", en: "Chart"}, [
  ["dots", "Punkter med intervall", "Dots with intervals"],
  ["grouped", "Stolper i grupper", "Grouped bars"],
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

const orderChoice = fixed(crosstabKeys.order, {nb: "Rekkefølge", en: "Order"}, [
  ["codebook", "Som i kodeboken", "As in the codebook"],
  ["most", "Størst først", "Greatest first"],
  ["least", "Minst først", "Least first"],
]);

const emptyChoice = fixed(crosstabKeys.empty, {nb: "Tomme rader og kolonner", en: "Empty rows and columns"}, [
  ["show", "Vis", "Show"],
  ["hide", "Skjul", "Hide"],
]);

const lettersChoice = fixed(crosstabKeys.letters, {nb: "Bokstaver for forskjeller", en: "Letters for differences"}, [
  ["off", "Av", "Off"],
  ["on", "På (Holm)", "On (Holm)"],
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

/** Categories to be counted as one, of any variable whose categories do not overlap. */
function netChoice(variables: readonly ExploredVariable[]): Choice {
  const joinable = variables.filter(({type, categories}) => type !== "multiple" && categories.length > 2);
  return {
    key: crosstabKeys.net,
    label: {nb: "Slå sammen svar", en: "Merge responses"},
    kind: "some",
    initial: "all",
    allLabel: {nb: "Ingen slått sammen", en: "None merged"},
    options: joinable.flatMap(layerOptions),
  };
}

/** A code of `layer` or `net` as variable and category. */
export function namedCategory(code: string): {variable: string; category: string} {
  const [variable, category] = code.split("-");
  return {variable, category};
}
