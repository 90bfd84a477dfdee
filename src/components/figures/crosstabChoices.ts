import type {PageExplorer} from "../../lib/explore/explorer.js";
import type {ExploredVariable} from "../../lib/explore/variable.js";
import type {Choice, Option} from "../../lib/selection.js";
import type {Text} from "../../lib/text.js";

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
    return [menu("rows", questions.map(optionOf)), menu("columns", [nobody, ...groupings]), chartChoice, orderChoice];
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

const measureChoice: Choice = {
  key: crosstabKeys.measure,
  label: {nb: "Mål", en: "Measure"},
  kind: "one",
  control: "menu",
  initial: "columnPercent",
  options: [
    {code: "columnPercent", label: {nb: "Prosent av kolonnen", en: "Per cent of the column"}},
    {code: "rowPercent", label: {nb: "Prosent av raden", en: "Per cent of the row"}},
    {code: "totalPercent", label: {nb: "Prosent av alle", en: "Per cent of all"}},
    {code: "count", label: {nb: "Antall", en: "Count"}},
    {code: "mean", label: {nb: "Gjennomsnitt (bare tall)", en: "Mean (numbers only)"}},
  ],
};

const weightChoice: Choice = {
  key: crosstabKeys.weight,
  label: {nb: "Vekter", en: "Weights"},
  kind: "one",
  control: "menu",
  initial: "on",
  options: [
    {code: "on", label: {nb: "Vektet etter størrelse", en: "Weighted by size"}},
    {code: "off", label: {nb: "Uvektet", en: "Unweighted"}},
  ],
};

const chartChoice: Choice = {
  key: crosstabKeys.chart,
  label: {nb: "Figur", en: "Chart"},
  kind: "one",
  control: "menu",
  initial: "dots",
  options: [
    {code: "dots", label: {nb: "Punkter med intervall", en: "Dots with intervals"}},
    {code: "grouped", label: {nb: "Stolper i grupper", en: "Grouped bars"}},
    {code: "stacked", label: {nb: "Stablede stolper", en: "Stacked bars"}},
    {code: "heat", label: {nb: "Varmekart", en: "Heat map"}},
  ],
};

const orderChoice: Choice = {
  key: crosstabKeys.order,
  label: {nb: "Rekkefølge", en: "Order"},
  kind: "one",
  control: "menu",
  initial: "codebook",
  options: [
    {code: "codebook", label: {nb: "Som i kodeboken", en: "As in the codebook"}},
    {code: "most", label: {nb: "Størst først", en: "Greatest first"}},
    {code: "least", label: {nb: "Minst først", en: "Least first"}},
  ],
};

const emptyChoice: Choice = {
  key: crosstabKeys.empty,
  label: {nb: "Tomme rader og kolonner", en: "Empty rows and columns"},
  kind: "one",
  control: "menu",
  initial: "show",
  options: [
    {code: "show", label: {nb: "Vis", en: "Show"}},
    {code: "hide", label: {nb: "Skjul", en: "Hide"}},
  ],
};

const lettersChoice: Choice = {
  key: crosstabKeys.letters,
  label: {nb: "Bokstaver for forskjeller", en: "Letters for differences"},
  kind: "one",
  control: "menu",
  initial: "off",
  options: [
    {code: "off", label: {nb: "Av", en: "Off"}},
    {code: "on", label: {nb: "På (Holm)", en: "On (Holm)"}},
  ],
};

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
