import type {Codebook} from "../../../src/lib/respondents/codebook.js";
import {oneOf, type Pick} from "../../../tools/stand-in/defects/fileRow.js";
import {type FileCell, saying} from "./fileCell.js";
import {ownTexts} from "./ownTexts.js";

/** One way in which an answer's cell departs from the codebook. */
export interface CellWay {
  id: string;
  /** What becomes of the cell; null if it cannot be done there. */
  dirty(cell: FileCell, pick: Pick, codebook: Codebook): FileCell | null;
}

const isNumber = (text: string) => /^-?\d+$/.test(text);
const isCount = ({variable}: FileCell) => variable.type === "count";
const isJoined = ({variable, option}: FileCell) => variable.type === "multiple" && option === null;
const isAnswer = ({says}: FileCell) => [...says.values()].every((value) => value !== "" && !value.startsWith("!"));

/** The rule that reads the cell's text. */
function readingRule(cell: FileCell): string {
  if (isCount(cell)) return "number";
  return isJoined(cell) ? "joined" : "spelling";
}

const traced = (cell: FileCell, ...rules: string[]): FileCell => ({
  ...cell,
  traces: [...cell.traces, ...rules.map((rule) => ({column: cell.column, rule}))],
});

/** A cell that says the same in another text, which is on record unless the codebook has that text too. */
function rewritten(cell: FileCell, text: string, codebook: Codebook): FileCell | null {
  if (text === cell.text || cell.text === "") return null;
  const own = [...ownTexts(cell.variable, {option: cell.option, marks: codebook.marks}).values()].flat();
  const {chosen, notChosen} = codebook.marks;
  const isMark = cell.option !== null && ["yes", "no", ...chosen, ...notChosen].map(lower).includes(lower(text));
  const isOwn =
    own.includes(text) ||
    isMark ||
    isCodeOf(cell, text) ||
    (isJoined(cell) && partsOf(text).every((part) => own.includes(part)));
  return isOwn ? null : traced({...cell, text}, readingRule(cell));
}

/** True of an answer to choose one of that is its code but for capitals and signs. */
function isCodeOf({variable, says}: FileCell, text: string): boolean {
  const code = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", "_");
  return variable.type === "single" && [...says.values()].includes(code);
}

const lower = (text: string) => text.toLowerCase();

const partsOf = (text: string) => text.split(/[;|\n,]/).map((part) => part.trim());

/** A cell that no one can read. */
function unreadable(cell: FileCell, text: string): FileCell {
  return traced(
    saying(cell, text, "!noAnswer"),
    cell.variable.type === "single" || cell.option ? "unknown" : readingRule(cell),
  );
}

function otherCase(id: string, write: (text: string) => string): CellWay {
  return {
    id,
    dirty: (cell, _, codebook) =>
      isCount(cell) && isAnswer(cell) ? null : rewritten(cell, write(cell.text), codebook),
  };
}

const notions = ["Qwerty", "hm …", "!Vet ikke", "ja og nei", "#REF!", "<b>x</b>", "=1+1", "12 apekatter"];

/** Ways whose cells still say what they said, then ways whose cells say nothing that can be read, then other answers. */
export const cellWays: readonly CellWay[] = [
  otherCase("capitals", (text) => text.toUpperCase()),
  otherCase("smallLetters", (text) => text.toLowerCase()),
  otherCase("fullStop", (text) => (/\p{L}$/u.test(text) ? `${text}.` : text)),
  {id: "truthValue", dirty: truthValue},
  {
    id: "otherSpelling",
    dirty(cell, pick, codebook) {
      const spellings = spellingsOf(cell);
      return spellings.length === 0 ? null : rewritten(cell, oneOf(spellings, pick), codebook);
    },
  },
  {
    id: "decimals",
    dirty: (cell, pick, codebook) =>
      isNumber(cell.text) && !isJoined(cell)
        ? rewritten(cell, cell.text + oneOf([".0", ",0", ".00"], pick), codebook)
        : null,
  },
  {
    id: "leadingZero",
    dirty: (cell, _, codebook) => (isCount(cell) && isAnswer(cell) ? rewritten(cell, `0${cell.text}`, codebook) : null),
  },
  {
    id: "thousands",
    dirty: (cell, _, codebook) =>
      isCount(cell) && isAnswer(cell)
        ? rewritten(cell, cell.text.replace(/(\d)(?=(\d{3})+$)/g, "$1 "), codebook)
        : null,
  },
  {id: "unknown", dirty: (cell, pick) => unreadable(cell, oneOf(notions, pick))},
  {
    id: "unknownPart",
    dirty: (cell) => (isJoined(cell) && isAnswer(cell) ? unreadable(cell, `${cell.text}; Været`) : null),
  },
  {
    id: "noWholeNumber",
    dirty: (cell, pick) => (isCount(cell) ? unreadable(cell, oneOf(["2,5", "ca. 3", "1.5", "to"], pick)) : null),
  },
  {
    id: "threeDecimals",
    dirty: (cell, _, codebook) =>
      isCount(cell) && isAnswer(cell) ? threeDecimals(cell, `${cell.text}.000`, codebook) : null,
  },
  {id: "outOfRange", dirty: outOfRange},
  {
    id: "anotherNumber",
    dirty: (cell, pick) => (isCount(cell) ? another(cell, String(1 + pick(9))) : null),
  },
];

/** TRUE and FALSE, which a workbook has as what they are. */
function truthValue(cell: FileCell, _: Pick, codebook: Codebook): FileCell | null {
  const [value] = cell.says.values();
  if (cell.option === null || (value !== "yes" && value !== "no") || !codebook.marks.chosen.includes("true"))
    return null;
  return rewritten(cell, value === "yes" ? "TRUE" : "FALSE", codebook);
}

/** Thousands or a number with three decimals: what it says, if only one of them can be. */
function threeDecimals(cell: FileCell, text: string, codebook: Codebook): FileCell | null {
  if (cell.variable.type !== "count" || !/^[1-9]\d{0,2}$/.test(cell.text)) return null;
  return Number(cell.text) * 1000 > cell.variable.greatest ? rewritten(cell, text, codebook) : unreadable(cell, text);
}

function another(cell: FileCell, text: string): FileCell {
  return saying({...cell, traces: []}, text, text);
}

function outOfRange(cell: FileCell, pick: Pick): FileCell | null {
  const {variable} = cell;
  if (variable.type !== "count") return null;
  const far = oneOf([variable.greatest + 1 + pick(1000), variable.least - 5 - pick(3)], pick);
  if (variable.missing.some(({spellings}) => spellings.includes(String(far)))) return null;
  const isDecimal = pick(3) === 1;
  const text = isDecimal ? `${far},0` : String(far);
  const dirty = saying(cell, text, "!noAnswer");
  return isDecimal ? traced(dirty, "number", "range") : traced(dirty, "range");
}

function spellingsOf({variable, option, says}: FileCell): readonly string[] {
  const [value] = says.values();
  if (variable.type === "count" || says.size > 1) return [];
  const said = variable.categories.find(({code}) => code === (option === null || value !== "yes" ? value : option));
  const missing = variable.missing.find(({reason}) => value === `!${reason}`);
  return (said ?? missing)?.spellings ?? [];
}
