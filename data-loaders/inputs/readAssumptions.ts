import type {Assumption} from "../../src/lib/claims/assumption.js";
import type {Claim} from "../../src/lib/claims/claim.js";
import type {Codebook} from "../../src/lib/respondents/codebook.js";
import {serializeCondition} from "../../src/lib/respondents/condition.js";
import {numbersOf} from "./checks/numbersOf.js";
import {InputError} from "./inputError.js";
import type {SourceReader} from "./readSource.js";
import {checkKnown, readJsonTable} from "./readTable.js";
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
  const assumptions = readJsonTable(read(assumptionsFile), assumptionsFile, assumption, "id");
  const ids = claims.map(({id}) => id);
  for (const each of assumptions) {
    checkKnown("unknown claim", each.claims, ids, {file: assumptionsFile, row: each.id, column: "claims"});
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
  const names = variables.map(({name}) => name);
  const check = (column: string, name: string, codes: readonly string[] = []) => {
    checkKnown("unknown variable", [name], names, {...at, column: column === "codes" ? "variable" : column});
    const variable = variables.find((each) => each.name === name);
    const known = variable && "categories" in variable ? variable.categories.map(({code}) => code) : [];
    checkKnown("unknown code", codes, known, {...at, column});
  };
  if ("variables" in assumption) for (const each of assumption.variables) check("variables", each);
  if ("variable" in assumption) check("codes", assumption.variable, "codes" in assumption ? assumption.codes : []);
  if ("among" in assumption) {
    const {variable, codes} = serializeCondition(assumption.among);
    check("among", variable, codes);
  }
}

/** The size chosen stands in the text, a share in per cent. */
function checkValueIsSaid({id, kind, value, text}: Assumption): void {
  const said = kind === "greatest" ? value : Math.round(value * 1000) / 10;
  if (!numbersOf(text.nb).includes(said))
    throw new InputError("value is not in the text", {file: assumptionsFile, row: id, column: "value", value});
}
