import type {z} from "zod";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {settings} from "../../src/lib/settings.js";
import {checkCodebook} from "./checks/checkCodebook.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {parseJson} from "./readTable.js";
import {schemaDefect, valueAt} from "./schemaDefect.js";
import {codebook} from "./schemas/codebook.js";

/** The codebook of the survey whose report this is. */
export const codebookFile = "codebook.json";

/** The codebook of the survey whose report this is. @throws InputError, as `parseCodebook` */
export function readCodebook(read: SourceReader): Codebook {
  return parseCodebook(read(codebookFile), codebookFile, settings.fieldwork);
}

/**
 * A survey's codebook. The missing codes at its head hold for every variable, before the variable's own.
 *
 * @param known the fieldwork, for a codebook that does not give it
 * @throws InputError naming file, variable, column and value of the first defect
 */
export function parseCodebook(text: string, file: string, known?: Codebook["fieldwork"]): Codebook {
  const loose = parseJson(text, file);
  const result = codebook.safeParse(loose);
  if (!result.success) throw defectOf(result.error.issues[0], loose, file);
  const {
    $schema: _,
    drafted: __,
    id,
    title,
    note,
    fieldwork = known,
    missing: everywhere,
    variables,
    explored,
    ...rest
  } = result.data;
  if (!fieldwork) throw new InputError("no days of fieldwork", {file, column: "fieldwork"});
  const complete = {
    id,
    title,
    note,
    fieldwork,
    ...rest,
    explored: withoutMark(explored),
    variables: variables.map((each) => ({...withoutMark(each), missing: [...each.missing, ...everywhere]})),
  };
  checkCodebook(complete, file);
  return complete;
}

/** That an entry was drafted concerns those who write the codebook alone. */
function withoutMark<T extends object>(entry: T): T {
  const {drafted: _, ...rest} = entry as T & {drafted?: unknown};
  return rest as T;
}

function defectOf(issue: z.core.$ZodIssue, loose: unknown, file: string): InputError {
  const [list, index, ...path] = issue.path;
  const variable = valueAt(loose, [list, index]);
  const name = list === "variables" ? valueAt(variable, ["name"]) : undefined;
  if (typeof name !== "string") return schemaDefect(issue, loose, {file});
  return schemaDefect({...issue, path}, variable, {file, row: name});
}

/** Names of the questions in the survey's codebook that are still marked as drafted. */
export function draftedIn(read: SourceReader): string[] {
  const {variables} = parseJson(read(codebookFile), codebookFile) as {variables: {name: string; drafted?: unknown}[]};
  return variables.flatMap(({name, drafted}) => (drafted === undefined ? [] : [name]));
}
