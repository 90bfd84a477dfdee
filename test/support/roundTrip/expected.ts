import {type Codebook, isAnswered, variableOfType} from "../../../src/lib/respondents/codebook.js";
import type {MadeFile} from "./makeFile.js";
import {columnsOf, routingOracle, type Says} from "./routingOracle.js";

/** What has to come out of a file. Rows by their numbers in it. */
export interface Expected {
  /** Of each row that is kept, the responses by clean column, and who and when. */
  respondents: ReadonlyMap<number, Says>;
  /** Why the others are not. */
  setAside: ReadonlyMap<number, string>;
  /** Every cell that has to be on record, as `row column rule`; steps by which units are found are `row unit`. */
  record: readonly string[];
  partial: number;
}

interface Settled {
  number: number;
  key: string | null;
  moment: string | null;
  answers: ReadonlyMap<string, string>;
  reason: string | null;
  answered: number;
  unanswered: number;
}

export function expected(
  {rows, columns}: MadeFile,
  codebook: Codebook,
  rowNumbers: readonly (number | null)[],
): Expected {
  const record: string[] = [];
  const given = givenIn(columns, codebook);
  const settled = rows.flatMap((row, at): Settled[] => {
    const number = rowNumbers[at];
    if (number === null) return [];
    const {answers, taken} = routingOracle(complete(row.says, codebook), codebook);
    record.push(...[...row.traces, ...taken].map(({column, rule}) => `${number} ${column} ${rule}`));
    if (row.who.hasStep) record.push(`${number} unit`);
    const said = given.map((column) => answers.get(column) ?? "");
    const answered = said.filter((value) => value !== "!noAnswer" && value !== "!notAsked").length;
    const unanswered = said.filter((value) => value === "!noAnswer").length;
    const reason = row.who.reason ?? (answered === 0 ? "empty" : null);
    return [{number, key: row.who.key, moment: row.when.moment, answers, reason, answered, unanswered}];
  });
  const losers = new Set(settled.filter((each) => settled.some((other) => isBefore(other, each))));
  const kept = settled.filter((each) => each.reason === null && !losers.has(each));
  const aside = settled.filter((each) => each.reason !== null || losers.has(each));
  return {
    respondents: new Map(kept.map((each) => [each.number, respondent(each, codebook)])),
    setAside: new Map(aside.map(({number, reason}) => [number, reason ?? "duplicate"])),
    record: record.sort(),
    partial: kept.filter(({unanswered}) => unanswered > 0).length,
  };
}

/** A row's answers with blanks where the file has no column. */
function complete(says: Says, {variables}: Codebook): Map<string, string> {
  return new Map(
    variables
      .filter(isAnswered)
      .flatMap(columnsOf)
      .map((column) => [column, says.get(column) ?? ""]),
  );
}

function givenIn(columns: readonly (string | null)[], {variables}: Codebook): string[] {
  const questions = new Set(columns.map((column) => column?.split(".")[0]));
  return variables
    .filter(isAnswered)
    .filter(({name}) => questions.has(name))
    .flatMap(columnsOf);
}

/** True if of two rows of one unit the first counts: complete before partial, more answers, later, further down. */
function isBefore(first: Settled, second: Settled): boolean {
  if (first === second || first.key === null || first.key !== second.key || first.reason !== null) return false;
  const ranks = [first, second].map(({unanswered, answered, moment, number}) => {
    return [Number(unanswered === 0), unanswered === 0 ? 0 : answered, moment ?? "", number];
  });
  const at = ranks[0].findIndex((rank, place) => rank !== ranks[1][place]);
  return ranks[0][at] > ranks[1][at];
}

function respondent({key, moment, answers}: Settled, codebook: Codebook): Says {
  const who = variableOfType(codebook, "unitNumber") ?? variableOfType(codebook, "id");
  const date = variableOfType(codebook, "date");
  return new Map([
    ...(who ? [[who.name, key ?? "!noAnswer"] as const] : []),
    ...(date ? [[date.name, moment?.slice(0, 10) ?? "!noAnswer"] as const] : []),
    ...answers,
  ]);
}
