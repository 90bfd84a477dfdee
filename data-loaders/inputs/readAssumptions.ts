import type {Assumption} from "../../src/lib/claims/assumption.js";
import type {Claim} from "../../src/lib/claims/claim.js";
import type {Codebook, Variable} from "../../src/lib/respondents/codebook.js";
import {numbersOf} from "./checks/numbersOf.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {checkUnique, readJsonTable} from "./readTable.js";
import {assumption} from "./schemas/assumptions.js";

/** What stand-in respondents rest on beside the stated figures. */
export const assumptionsFile = "microdata/assumptions.json";

/**
 * The assumptions, each about variables and codes of the codebook and with its size in its own words.
 *
 * @throws InputError naming file, assumption, column and value of the first defect
 */
export function readAssumptions(
  read: SourceReader,
  {codebook, claims}: {codebook: Codebook; claims: readonly Pick<Claim, "id">[]},
): Assumption[] {
  const assumptions = readJsonTable(read(assumptionsFile), assumptionsFile, assumption);
  checkUnique(assumptions, assumptionsFile, "id");
  const ids = new Set(claims.map(({id}) => id));
  for (const each of assumptions) {
    const at = {file: assumptionsFile, row: each.id};
    const unknown = each.claims.find((id) => !ids.has(id));
    if (unknown !== undefined)
      throw new InputError("unknown claim", {...at, column: "claims", value: unknown, known: ids});
    checkNames(each, codebook);
    checkValueIsSaid(each);
  }
  const [, second] = assumptions.filter(({kind}) => kind === "response");
  if (second || !assumptions.some(({kind}) => kind === "response"))
    throw new InputError("not one assumption on the response", {file: assumptionsFile, row: second?.id});
  return assumptions;
}

function checkNames(assumption: Assumption, {variables}: Codebook): void {
  const at = {file: assumptionsFile, row: assumption.id};
  const find = (column: string, name: string) => {
    const variable = variables.find((each) => each.name === name);
    if (!variable) {
      const known = variables.map((each) => each.name);
      throw new InputError("unknown variable", {...at, column, value: name, known});
    }
    return variable;
  };
  const checkCodes = (column: string, variable: Variable, codes: readonly string[]) => {
    const known = "categories" in variable ? variable.categories.map(({code}) => code) : [];
    const unknown = codes.find((code) => !known.includes(code));
    if (unknown !== undefined) throw new InputError("unknown code", {...at, column, value: unknown, known});
  };
  if ("variables" in assumption) for (const each of assumption.variables) find("variables", each);
  if ("variable" in assumption) find("variable", assumption.variable);
  if ("codes" in assumption) checkCodes("codes", find("variable", assumption.variable), assumption.codes);
  if ("among" in assumption) checkCodes("among", find("among", assumption.among.variable), assumption.among.codes);
}

/** The size chosen stands in the text, a share in per cent. */
function checkValueIsSaid({id, kind, value, text}: Assumption): void {
  const said = kind === "greatest" ? value : Math.round(value * 1000) / 10;
  if (!numbersOf(text.nb).includes(said))
    throw new InputError("value is not in the text", {file: assumptionsFile, row: id, column: "value", value});
}
