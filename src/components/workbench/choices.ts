import {formatNumber} from "../../lib/language/format.js";
import {inBoth, type Text} from "../../lib/language/text.js";
import {waveVariable} from "../../lib/respondents/waves.js";
import type {Choice, Option} from "../../lib/selection.js";
import type {PageExplorer} from "../../lib/table/explorer.js";
import {groupingsOf} from "../../lib/table/protected/noisyTable.js";
import {type ExploredVariable, variableByName} from "../../lib/table/variable.js";
import {compactKeys, keys, none, type ViewName, views} from "./choiceKeys.js";
import {
  axisChoice,
  chartChoice,
  emptyChoice,
  fixed,
  lettersChoice,
  levelChoice,
  measureChoice,
  menuOf,
  noisyWeightChoice,
  oftenChoice,
  orderChoice,
  othersChoice,
  plainCharts,
  viewChoice,
  weightChoice,
} from "./fixedChoices.js";

/** Everything that can be chosen in the workbench; of a protected file only what is published. */
export function workbenchChoices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer) return [];
  return explorer.isProtected ? protectedChoices(explorer) : openChoices(explorer);
}

const questionsOf = ({variables}: PageExplorer) => variables.filter(({type}) => type !== "register");

function protectedChoices(explorer: PageExplorer): Choice[] {
  const {groupings: published = [], tables = []} = explorer.protectedTables ?? {};
  const questions = questionsOf(explorer).filter(({name}) => tables.some(({variable}) => variable === name));
  const groupings = published.map(({id, label}) => ({code: id, label}));
  if (explorer.protectedTables?.noise) return noisyChoices(explorer, {questions, groupings});
  return [
    viewChoice(["chart", "table"]),
    menu("rows", questions.map(optionOf), waveIn(groupings) && preferred(questions, explorer.first?.rows)),
    answerChoice(questions),
    menu("columns", [nothing, ...groupings], waveIn(groupings)),
    {...plainCharts, where: "chart"},
    {...axisChoice, where: "chart"},
    {...orderChoice, where: "more"},
  ];
}

/** The wave, by which a survey in waves is broken down at first. */
const waveIn = (groupings: readonly Option[]) => groupings.find(({code}) => code === waveVariable)?.code;

function openChoices(explorer: PageExplorer): Choice[] {
  const {variables, first, units, sample} = explorer;
  const layers = [noLayer, ...variables.flatMap(layerOptions)];
  return [
    viewChoice(viewsOf(explorer)),
    picker("rows", listed(explorer), preferred(questionsOf(explorer), first?.rows)),
    answerChoice(variables),
    picker(
      "columns",
      [nothing, ...listed(explorer)],
      first?.columns === "" ? none : preferred(variables, first?.columns),
    ),
    ...filterChoices(explorer),
    menu("layer", layers),
    {...menu("layer2", layers), codesOf: keys.layer, where: "more"},
    mergeChoice(variables),
    measureChoice,
    {...chartChoice, where: "chart"},
    {...axisChoice, where: explorer.waves ? "chart trend" : "chart"},
    {...compareChoice(variables), where: "differences"},
    {...othersChoice, where: "whatif"},
    {...oftenChoice, where: "whatif"},
    {...orderChoice, where: "more"},
    {...sortChoice(variables), where: "more"},
    ...(units.populations || sample?.isWeighted ? [{...weightChoice(sample), where: "more" as const}] : []),
    {...levelChoice, where: "more"},
    {...emptyChoice, where: "more"},
    {...lettersChoice, where: "more"},
  ];
}

/** Of a file protected by noise: what its family of tables can show. Filters, layers, means and tests would need others. */
function noisyChoices(
  {tiles, units}: PageExplorer,
  {questions, groupings}: {questions: readonly ExploredVariable[]; groupings: readonly Option[]},
): Choice[] {
  const isCounted = ({code}: Option) => code === "columnPercent" || code === "count";
  return [
    viewChoice(tiles.length > 0 ? ["chart", "table", "map"] : ["chart", "table"]),
    menu("rows", questions.map(optionOf)),
    answerChoice(questions),
    menu("columns", [nothing, ...groupings]),
    {...measureChoice, options: measureChoice.options.filter(isCounted)},
    {...chartChoice, where: "chart"},
    {...axisChoice, where: "chart"},
    {...orderChoice, where: "more"},
    {...levelChoice, where: "more"},
    ...(units.populations ? [{...noisyWeightChoice, where: "more"}] : []),
  ];
}

/** Without waves there is no trend, without regions no map; without a register nobody knows who did not answer. */
function viewsOf({tiles, units, waves}: PageExplorer): ViewName[] {
  const isOffered: Partial<Record<ViewName, boolean>> = {
    ...{trend: waves !== undefined, map: tiles.length > 0, whatif: units.populations !== null},
  };
  return views.filter((view) => isOffered[view] ?? true);
}

/** The choices of a topic page: which answer to its questions, by what, and of whom. */
export function compactChoices(explorer: PageExplorer | undefined): Choice[] {
  if (!explorer) return [];
  const {variables, questions, filters, isProtected, protectedTables, waves, told} = explorer;
  const asked = questions.flatMap((name) => variables.filter((variable) => variable.name === name));
  const published = new Set(asked.flatMap(({name}) => groupingsOf(explorer, name)));
  const groupings =
    protectedTables?.groupings.filter(({id}) => published.has(id)).map(({id, label}) => ({code: id, label})) ??
    variables.filter(({name}) => filters.includes(name)).map(({name, label}) => ({code: name, label}));
  const answers = asked.flatMap(answersTo);
  return [
    {
      ...menuOf(compactKeys.show, labels.answer, answers),
      initial: (answers.find(({code}) => code === told) ?? answers[0]).code,
    },
    menuOf(
      compactKeys.by,
      labels.columns,
      [nothing, ...groupings],
      isProtected ? waveIn(groupings) : waves && waveVariable,
    ),
    ...(isProtected ? [] : filterChoices(explorer)),
  ];
}

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

/** What each column is compared with: of a question’s categories `question.category`. */
function compareChoice(variables: readonly ExploredVariable[]): Choice {
  const together = fixed(keys.compare, {nb: "Sammenlign hver med", en: "Compare each with"}, [
    ["each", {nb: "hver av de andre", en: "each of the others"}],
    ["rest", {nb: "alle de andre samlet", en: "all others together"}],
  ]);
  return {...together, codesOf: keys.answer, options: [...together.options, ...variables.flatMap(answersTo)]};
}

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
