import {z} from "zod";
import {fold} from "../../../src/lib/language/fold.js";
import {type Codebook, isAnswered} from "../../../src/lib/respondents/codebook.js";
import type {Respondents} from "../../../src/lib/respondents/respondents.js";
import {type MarginCell, missingCell, type SampleMargin} from "../../../src/lib/respondents/sample.js";
import type {ExploredVariable} from "../../../src/lib/table/variable.js";
import {InputError} from "../../inputs/inputError.js";
import {checkKnown, readCsvTable} from "../../inputs/readTable.js";
import {exploredVariable} from "../explorer/exploredVariable.js";

const number = /^\d+([.,]\d+)?$/;

/** A row of the table: how many of the population gave an answer. */
const marginRow = z.strictObject({
  /** Left out where a survey has no waves, or all of them the same margins. */
  wave: z.string().trim().min(1).optional(),
  question: z.string().trim().min(1),
  answer: z.string().trim().min(1),
  population: z
    .string()
    .trim()
    .regex(number, "not a number")
    .transform((text) => Number(text.replace(",", "."))),
});
type MarginRow = z.infer<typeof marginRow>;

/** By how much the sums of two margins may differ, as a part of them: they are rounded, and then scaled to the first. */
const mostApart = 0.005;

/** A wave of a survey, and the codes of all of its waves. */
export interface OneWave {
  id: string;
  all: readonly string[];
}

/**
 * The table that weights are calibrated to: a row for each answer of a question, by the names of the codebook; of a survey in
 * waves a row for each wave, or the same for all.
 *
 * @throws InputError naming row, wave, question and answer
 */
export function readMargins(
  text: string,
  file: string,
  {codebook, respondents, wave}: {codebook: Codebook; respondents: Respondents; wave?: OneWave},
): SampleMargin[] {
  const rows = rowsOf(readCsvTable(text, file, marginRow), file, wave);
  const questions = codebook.variables.filter(isAnswered).filter(({type}) => type !== "multiple");
  const names = [...new Set(rows.map(({question}) => question))];
  checkKnown(
    "unknown question, or one with several answers",
    names,
    questions.map(({name}) => name),
    {file, column: "question"},
  );
  const margins = questions
    .filter(({name}) => names.includes(name))
    .map((question) => {
      const own = respondents.columns.filter(({variable}) => variable === question.name);
      return marginOf(
        exploredVariable(question, own),
        rows.filter((row) => row.question === question.name),
        file,
      );
    });
  return scaled(margins, file);
}

/** The rows that are about a wave; each question has some in every wave. */
function rowsOf(rows: readonly MarginRow[], file: string, wave: OneWave | undefined): readonly MarginRow[] {
  const named = rows.flatMap((row) => row.wave ?? []);
  if (named.length === 0) return rows;
  const at = {file, column: "wave"};
  checkKnown("unknown wave", named, wave?.all ?? [], at);
  if (named.length < rows.length) throw new InputError("row without a wave, beside some that have one", at);
  const own = rows.filter((row) => row.wave === wave?.id);
  const lacking = rows.find(({question}) => !own.some((row) => row.question === question));
  if (lacking) throw new InputError(`no margin of ${lacking.question} in a wave`, {...at, value: wave?.id});
  return own;
}

function marginOf({name, label, categories}: ExploredVariable, rows: readonly MarginRow[], file: string): SampleMargin {
  const isNamed = (text: string) => categories.find((each) => namesOf(each).map(fold).includes(fold(text)));
  const known = categories.flatMap(namesOf);
  const at = {file, column: "answer"};
  for (const {answer} of rows)
    if (!isNamed(answer))
      throw new InputError(`unknown answer to ${name}, or one that nobody gave`, {...at, value: answer, known});
  const cells = categories.map(({code, of, label: {en, nb}}): MarginCell => {
    const own = rows.filter(({answer}) => isNamed(answer)?.code === code);
    if (own.length > 1) throw new InputError(`answer to ${name} twice`, {...at, value: own[1].answer});
    if (own.length === 0) throw new InputError(`no population of an answer to ${name}`, {...at, value: en || nb});
    return {code, of, population: own[0].population};
  });
  return {variable: name, label, column: categories[0].column, cells};
}

const namesOf = ({code, label}: ExploredVariable["categories"][number]) =>
  [code, ...Object.values(label)].filter(Boolean);

/** Margins that all have the sum of the first. */
function scaled(margins: readonly SampleMargin[], file: string): SampleMargin[] {
  const sumOf = ({cells}: SampleMargin) => cells.reduce((sum, {population}) => sum + population, 0);
  const [first, ...others] = margins;
  const whole = sumOf(first);
  for (const margin of others)
    if (Math.abs(sumOf(margin) - whole) > mostApart * whole)
      throw new InputError(
        `margins that do not have the same sum: ${first.variable} has ${whole}, ${margin.variable} has ${sumOf(margin)}`,
        {file, column: "population"},
      );
  return margins.map((margin) => {
    const factor = whole / sumOf(margin);
    return {...margin, cells: margin.cells.map((cell) => ({...cell, population: cell.population * factor}))};
  });
}

/**
 * A margin with a cell for those without an answer, who keep their part of the weights; the same where all answered.
 *
 * @param missing their part of the weights, 0 to 1
 */
export function withMissing(margin: SampleMargin, missing: number): SampleMargin {
  if (missing === 0) return margin;
  const whole = margin.cells.reduce((sum, {population}) => sum + population, 0);
  const answered = margin.cells.map((cell) => ({...cell, population: cell.population * (1 - missing)}));
  return {...margin, cells: [...answered, {code: missingCell, of: [], population: whole * missing}]};
}
