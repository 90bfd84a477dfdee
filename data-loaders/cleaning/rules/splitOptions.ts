import {fold} from "../../../src/lib/language/fold.js";
import type {ChangeGroup} from "../../../src/lib/respondents/cleaning.js";
import type {MultipleVariable} from "../../../src/lib/respondents/codebook.js";
import {spellingsOf} from "../../inputs/checks/checkCodebook.js";
import {
  type Draft,
  type DraftColumn,
  isResponse,
  noAnswerValue,
  optionColumn,
  optionValues,
  withColumns,
} from "../draft.js";
import type {Rule} from "../rule.js";
import {mapValues} from "./mapValues.js";
import {recode} from "./recode.js";
import {missingReader, ownTexts} from "./spellings.js";

export const splitOptions: Rule = {
  texts: [
    {
      id: "joined",
      label: {nb: "Flere svar i én kolonne", en: "Several responses in one column"},
      does: {
        nb: "Deler svar som står samlet i én kolonne, opp i en kolonne for hvert alternativ. Er ett av svarene ukjent, blir hele spørsmålet ubesvart.",
        en: "Splits responses that stand together in one column into one column for each option. If one of the responses is unknown, the whole question becomes unanswered.",
      },
    },
  ],
  apply(draft, {codebook}) {
    const joined = codebook.variables.filter(
      (variable) => variable.type === "multiple" && draft.columns.has(variable.name),
    );
    const split = (joined as MultipleVariable[]).map((variable) => splitOne(variable, draft));
    const gone = new Set(joined.map(({name}) => name));
    const kept = {...draft, columns: new Map([...draft.columns].filter(([name]) => !gone.has(name)))};
    return {
      draft: withColumns(
        kept,
        split.flatMap(({columns}) => columns),
      ),
      changes: split.flatMap(({changes}) => changes),
      setAside: [],
    };
  },
};

function splitOne(variable: MultipleVariable, draft: Draft): {columns: DraftColumn[]; changes: ChangeGroup[]} {
  const column = draft.columns.get(variable.name) as DraftColumn;
  const own = new Set([...variable.missing, ...variable.categories].flatMap(ownTexts));
  const understood = mapValues(column, partsReader(variable), {
    rowNumbers: draft.rowNumbers,
    rule: "joined",
    isSame: (before) =>
      own.has(before) || partsOf(before, (part) => (own.has(part.trim()) ? part : undefined)) !== null,
  });
  const options = variable.categories.map(({code}) =>
    optionOf(understood.column, optionColumn(variable.name, code), code),
  );
  return {columns: options, changes: understood.changes};
}

/** Codes joined by ";", or a missing value, or "". */
export function partsReader(variable: MultipleVariable): (text: string) => string {
  const codeOf = new Map(variable.categories.flatMap(spellingsOf).map(([text, code]) => [fold(text), code]));
  const missing = missingReader(variable);
  return (text) => {
    if (!isResponse(text)) return text;
    const chosen = partsOf(text, (part) => codeOf.get(fold(part)));
    return missing(text) ?? chosen?.join(";") ?? noAnswerValue;
  };
}

/** What each part of a joined text is; null if one is unknown, or there is none. */
function partsOf(text: string, find: (part: string) => string | undefined): string[] | null {
  const parts = text.split(/[;|\n]/).filter((part) => part.trim() !== "");
  const found = parts.map((part) => piecesOf(part.split(","), find));
  return parts.length === 0 || found.includes(null) ? null : [...new Set(found.flatMap((each) => each ?? []))];
}

/** Commas also stand within labels: the longest run of pieces that is an option is taken first. */
function piecesOf(pieces: readonly string[], find: (part: string) => string | undefined): string[] | null {
  const found: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = pieces.length;
    while (end > at && find(pieces.slice(at, end).join(",")) === undefined) end--;
    if (end === at) return null;
    found.push(find(pieces.slice(at, end).join(",")) as string);
    at = end;
  }
  return found;
}

function optionOf({codes, values}: DraftColumn, name: string, option: string): DraftColumn {
  const says = values.map((value) =>
    isResponse(value) ? (value.split(";").includes(option) ? optionValues.chosen : optionValues.notChosen) : value,
  );
  return recode({name, codes, values}, says);
}
