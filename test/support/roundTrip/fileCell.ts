import {optionColumn} from "../../../data-loaders/cleaning/draft.js";
import type {AnsweredVariable, Codebook, MultipleVariable} from "../../../src/lib/respondents/codebook.js";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import type {Format} from "./format.js";
import type {Writings} from "./makeAnswers.js";
import {ownTexts, separators} from "./ownTexts.js";
import type {Says, Taken} from "./routingOracle.js";

/** One cell of the file with a question's answer, what it says, and what has to stand on record of it. */
export interface FileCell {
  column: string;
  text: string;
  /** By clean column; of a joined cell all its options. */
  says: Says;
  traces: readonly Taken[];
  variable: AnsweredVariable;
  /** The option, of a column for one option. */
  option: string | null;
}

/** With what cells are written. */
export interface CellWriting {
  codebook: Codebook;
  format: Format;
  writings: Writings;
  pick: Pick;
}

/** A question's answers as the codebook writes them. */
export function fileCells(variable: AnsweredVariable, answers: Says, writing: CellWriting): FileCell[] {
  const cells =
    variable.type === "multiple" ? cellsOfOptions(variable, answers, writing) : [cellOfOne(variable, answers, writing)];
  return cells.map((cell) => (cell.text === "" ? saying(cell, "", "") : cell));
}

/** The cell with another text, that says one thing in all its columns. */
export function saying(cell: FileCell, text: string, value: string): FileCell {
  return {...cell, text, says: new Map([...cell.says.keys()].map((column) => [column, value]))};
}

function cellOfOne(variable: AnsweredVariable, answers: Says, writing: CellWriting): FileCell {
  const value = answers.get(variable.name) ?? "";
  const text = textFor(value, textsFor(variable, null, writing), writing.pick);
  return {column: variable.name, option: null, text, says: new Map([[variable.name, value]]), traces: [], variable};
}

function cellsOfOptions(variable: MultipleVariable, answers: Says, writing: CellWriting): FileCell[] {
  const {name, categories} = variable;
  const says = new Map(
    categories.map(({code}) => {
      const column = optionColumn(name, code);
      return [column, answers.get(column) ?? ""];
    }),
  );
  if (writing.writings.get(name) === "joined") return [joinedCell(variable, says, writing)];
  return categories.map(({code}) => optionCell(variable, code, says, writing));
}

function joinedCell(variable: MultipleVariable, says: Says, writing: CellWriting): FileCell {
  const {name, categories} = variable;
  const texts = textsFor(variable, null, writing);
  const chosen = categories.filter(({code}) => says.get(optionColumn(name, code)) === "yes");
  const parts = chosen.map(({code}) => textFor(code, texts, writing.pick));
  const [any] = says.values();
  const text = parts.length > 0 ? parts.join(oneOf(separators, writing.pick)) : textFor(any, texts, writing.pick);
  return {column: name, option: null, text, says, traces: [], variable};
}

/** An option left open among ticks has to say so: a blank there is an option not chosen. */
function optionCell(variable: MultipleVariable, option: string, says: Says, writing: CellWriting): FileCell {
  const column = optionColumn(variable.name, option);
  const value = says.get(column) ?? "";
  const isCross = writing.writings.get(variable.name) === "crosses";
  const said = [...says.values()];
  const isAmongTicks = said.includes("yes") && (isCross || !said.includes("no"));
  const texts = textsFor(variable, option, writing);
  const pick = value === "!noAnswer" && isAmongTicks ? () => 1 : writing.pick;
  const text = isCross && value === "no" ? "" : textFor(value, texts, pick);
  return {column, option, text, says: new Map([[column, value]]), traces: [], variable};
}

type Texts = (said: string) => readonly string[];

/** The codebook's texts that the format can hold. */
function textsFor(variable: AnsweredVariable, option: string | null, {codebook, format}: CellWriting): Texts {
  const own = ownTexts(variable, {option, marks: codebook.marks});
  return (said) => (own.get(said) ?? []).filter((text) => format.canHold(text));
}

/** The text for what is said. No answer, or a question not asked, may be a blank. */
function textFor(said: string, textsOf: Texts, pick: Pick): string {
  const mayBeBlank = said === "!notAsked" || said === "!noAnswer";
  const texts = textsOf(said);
  if (mayBeBlank && (texts.length === 0 || pick(4) !== 1)) return "";
  return texts.length === 0 ? said : oneOf(texts, pick);
}
