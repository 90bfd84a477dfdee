import type {z} from "zod";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {checkCodebook} from "./checks/checkCodebook.js";
import type {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {parseJson} from "./readTable.js";
import {schemaDefect, valueAt} from "./schemaDefect.js";
import {codebook} from "./schemas/codebook.js";

/** The codebook of the survey whose report this is. */
export const codebookFile = "codebook/betakomm-2011.json";

/**
 * A survey's codebook. The missing codes at its head hold for every variable, before the variable's own.
 *
 * @throws InputError naming file, variable, column and value of the first defect
 */
export function readCodebook(read: SourceReader, file = codebookFile): Codebook {
  return parseCodebook(read(file), file);
}

/** @throws InputError, as `readCodebook` */
export function parseCodebook(text: string, file: string): Codebook {
  const loose = parseJson(text, file);
  const result = codebook.safeParse(loose);
  if (!result.success) throw defectOf(result.error.issues[0], loose, file);
  const {$schema: _, missing: everywhere, variables, ...rest} = result.data;
  const complete = {
    ...rest,
    variables: variables.map((each) => ({...each, missing: [...each.missing, ...everywhere]})),
  };
  checkCodebook(complete, file);
  return complete;
}

function defectOf(issue: z.core.$ZodIssue, loose: unknown, file: string): InputError {
  const [list, index, ...path] = issue.path;
  const variable = valueAt(loose, [list, index]);
  const name = list === "variables" ? valueAt(variable, ["name"]) : undefined;
  if (typeof name !== "string") return schemaDefect(issue, loose, {file});
  return schemaDefect({...issue, path}, variable, {file, row: name});
}
