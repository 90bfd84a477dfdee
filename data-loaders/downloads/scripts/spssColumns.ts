import type {Lang, Text} from "../../../src/lib/language/text.js";
import type {Respondents} from "../../../src/lib/respondents/respondents.js";
import type {TableColumn} from "../tableColumns.js";

/** The numbers that stand for the lack of a response, as a range: below all that is answered, counts included. */
export const missingRange = [-4, -1] as const;

/** Words that SPSS keeps for itself. */
const reserved = new Set(["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"]);

/** Bytes that SPSS takes for a name; names are ASCII. */
const longestName = 64;

/** The columns of respondents for SPSS and R: names that SPSS takes, numbers, and labels that say of made-up ones what they are. */
export function spssColumns(columns: readonly TableColumn[], {rank}: Pick<Respondents, "rank">): TableColumn[] {
  const names = spssNames(columns.map(({name}) => name));
  const labelOf = ({label: {nb, en}}: TableColumn): Text =>
    rank === "standIn" ? {nb: `[konstruerte svar] ${nb}`, en: `[made-up respondents] ${en}`} : {nb, en};
  return columns.map((column, at) => ({
    ...column,
    name: names[at],
    label: labelOf(column),
    valueAt: column.numberAt,
  }));
}

/** Names that SPSS takes: it minds length, reserved words, what they begin and end with, and no case. */
export function spssNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const whole = /^[a-z]/i.test(name) && !reserved.has(name.toLowerCase()) ? name : `v_${name}`;
    let free = whole.slice(0, longestName).replace(/[._]+$/, "");
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      const ending = `_${number}`;
      free = whole.slice(0, longestName - ending.length) + ending;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

/** What a script is made for. */
export interface ScriptOf {
  title: Text;
  /** The file it reads, in the folder it stands in. */
  csv: string;
  isStandIn: boolean;
}

const standInWarning: Text = {
  nb: "KONSTRUERTE SVAR: ingen har svart dette. Tall herfra er aldri funn.",
  en: "MADE-UP RESPONDENTS: nobody answered this. No number from here is a finding.",
};

const missingNote: Text = {
  nb: "Manglende svar er -1 til -4, merket som manglende.",
  en: "Missing responses are -1 to -4, declared missing.",
};

/** The lines that a script begins with, as comments. */
export function scriptHead({title, isStandIn}: ScriptOf, lang: Lang): string[] {
  return [title[lang], ...(isStandIn ? [standInWarning[lang]] : []), missingNote[lang]];
}

/** True of a column in which the lack of a response is a number. */
export function hasMissing({width, codes}: TableColumn): boolean {
  return width === null && codes.some(({missing}) => missing !== null);
}
