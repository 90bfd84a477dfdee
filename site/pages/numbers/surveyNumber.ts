import {figureById} from "../../../src/components/figures.js";
import {keys, none} from "../../../src/components/workbench/choiceKeys.js";
import {suggestion} from "../../../src/lib/language/nearest.js";
import {inBoth, type Text} from "../../../src/lib/language/text.js";
import type {Quantity} from "../../../src/lib/quantities/quantity.js";
import {initialSelection} from "../../../src/lib/selection.js";
import type {PageExplorer} from "../../../src/lib/table/explorer.js";
import {allColumn} from "../../../src/lib/table/table.js";
import type {ExploredCategory, ExploredVariable} from "../../../src/lib/table/variable.js";
import {facts, quantities} from "../../facts.js";
import {viewOf} from "../../views.js";

/** An answer, as `union=member`, and of whom, as `union=member by gender=female`. */
const reference = /^(\w+)=(\w+)(?: by (\w+)=(\w+))?$/;

/** What a number is named by, and in which form it is wanted, such as "of100". */
export function splitNumber(content: string): [name: string, form: string | undefined] {
  const [, name = "", form] = /^(\S+=\S+ by \S+=\S+|\S+)(?: (\S+))?$/.exec(content) ?? [];
  return [name, form];
}

/**
 * The number that prose names: by its id, or by an answer to a question of the codebook, of all that answered or of a
 * group. It is computed as the workbench computes it, and then has an id of its own.
 *
 * @returns undefined where there is no such id
 * @throws Error naming the question or answer that the codebook does not have, with the nearest
 */
export function numberNamed(name: string): Quantity | undefined {
  const [, question, answer, by, group] = reference.exec(name) ?? [];
  if (!question) return quantities.get(name);
  const id = [question, answer, by, group].filter(Boolean).join("-");
  const known = quantities.get(id);
  if (known) return known;
  const explorer = facts.explorer.explore as PageExplorer;
  const asked = variableNamed(explorer, question);
  const row = categoryNamed(asked, answer);
  const broken = by === undefined ? null : variableNamed(explorer, by);
  const column = broken && categoryNamed(broken, group);
  const figure = figureById("explore");
  const selection = {
    ...initialSelection(figure.choices(facts)),
    ...{[keys.view]: "table", rows: question, [keys.answer]: `${question}.${answer}`, columns: by ?? none},
  };
  const found = viewOf(figure, selection).rows.find(
    ({quantity}) => quantity.id === `explore-${row.code}-${column?.code ?? allColumn}`,
  )?.quantity;
  if (!found)
    throw new Error(`a number that the file does not give: ${name}; of a protected file only shares of all are known`);
  const label: Text = inBoth((lang) =>
    [`${asked.label[lang]}: ${row.label[lang]}`, column?.label[lang]].filter(Boolean).join(", "),
  );
  const quantity = {...found, id, label};
  quantities.set(id, quantity);
  return quantity;
}

function variableNamed({variables}: PageExplorer, name: string): ExploredVariable {
  const found = variables.find((each) => each.name === name);
  if (!found)
    throw new Error(
      `unknown question: ${name}${suggestion(
        name,
        variables.map((each) => each.name),
      )}`,
    );
  return found;
}

function categoryNamed({name, categories}: ExploredVariable, code: string): ExploredCategory {
  const found = categories.find((each) => each.code === code);
  const codes = categories.map((each) => each.code);
  if (!found)
    throw new Error(
      `unknown answer to ${name}: ${code}${suggestion(code, codes)} (it has ${codes.slice(0, 20).join(", ")})`,
    );
  return found;
}
