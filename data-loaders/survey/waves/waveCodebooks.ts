import {type Codebook, isAnswered, type Variable} from "../../../src/lib/respondents/codebook.js";
import {waveVariable} from "../../../src/lib/respondents/waves.js";
import type {WaveSettings} from "../../../src/lib/settings.js";
import {InputError} from "../../inputs/inputError.js";
import {codebookFile, parseCodebook} from "../../inputs/readCodebook.js";
import type {SourceReader} from "../../inputs/readSource.js";
import {checkKnown} from "../../inputs/readTable.js";

/**
 * The codebook that a wave’s file is cleaned by: its own, or the survey’s. Its questions have the names, types and codes
 * of the survey’s codebook, so that their answers can stand in one table.
 *
 * @throws InputError naming the question or answer that the survey’s codebook does not have
 */
export function waveCodebook({codebook: file, fieldwork}: WaveSettings, whole: Codebook, read: SourceReader): Codebook {
  if (file === null) return whole;
  const own = parseCodebook(read(file), file, fieldwork ?? whole.fieldwork);
  const names = whole.variables.map(({name}) => name);
  for (const variable of own.variables) {
    const {name: row, type} = variable;
    checkKnown(`question that ${codebookFile} does not have`, [row], names, {file, row, column: "name"});
    const common = whole.variables.find(({name}) => name === row) as Variable;
    if (common.type !== type)
      throw new InputError(`not the type that it has in ${codebookFile}, ${common.type}`, {
        ...{file, row, column: "type", value: type},
      });
    const at = {file, row, column: "categories"};
    checkKnown(`answer that ${codebookFile} does not have`, codesOf(variable), codesOf(common), at);
  }
  return own;
}

/**
 * That a codebook has room for the variable of waves, and breaks series only where there is a wave.
 *
 * @throws InputError naming the question at fault
 */
export function checkForWaves({variables}: Codebook, waves: readonly WaveSettings[]): void {
  const file = codebookFile;
  const ids = waves.map(({id}) => id);
  for (const {name: row, breaks = []} of variables) {
    if (row === waveVariable)
      throw new InputError("name of the column that every survey in waves has", {file, row, column: "name"});
    const named = breaks.map(({before}) => before);
    checkKnown("break before what is no wave, or the first", named, ids.slice(1), {file, row, column: "breaks"});
  }
}

/** The codes that can be answered to a question: of a count none. */
export const codesOf = (variable: Variable): string[] =>
  isAnswered(variable) && variable.type !== "count" ? variable.categories.map(({code}) => code) : [];
