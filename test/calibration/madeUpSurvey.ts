import {randomLcg} from "d3";
import {sourceReader} from "../../data-loaders/inputs/readSource.js";
import {readRegister} from "../../data-loaders/inputs/register/readRegister.js";
import {unitCells} from "../../data-loaders/survey/buildWeighting.js";
import {explorerOf} from "../../data-loaders/survey/explorer/explorerInput.js";
import {codeOfReason} from "../../src/lib/respondents/respondents.js";
import type {UnitCells} from "../../src/lib/respondents/weighting.js";
import type {TallyColumn} from "../../src/lib/table/counts/tally.js";
import type {Explorer} from "../../src/lib/table/explorer.js";
import {classColumn, type ExploredVariable, regionColumn} from "../../src/lib/table/variable.js";

/** Respondents that can be counted: whom the explorer knows of, and their codes, respondent by respondent. */
export interface Counted {
  explorer: Explorer;
  columns: ReadonlyMap<string, TallyColumn>;
  count: number;
}

export interface Structure {
  /** By class of the register how likely a unit is to answer. */
  response: readonly number[];
  /** How much answers differ between counties, and go with each other; 0 if by chance alone. */
  strength: number;
  /** Of every hundred answers how many are left open. */
  unanswered: number;
  /** Counties, by number in the register, of which all units answer. */
  complete: readonly number[];
}

const units = unitCells(readRegister(sourceReader()));
const label = (text: string) => ({nb: text, en: text});

const questions: readonly {name: string; type: ExploredVariable["type"]; codes: readonly string[]}[] = [
  {name: "uses", type: "single", codes: ["yes", "no"]},
  {name: "plans", type: "single", codes: ["soon", "later", "never"]},
  {name: "owner", type: "single", codes: ["communications", "executive", "it", "service", "other"]},
  {name: "rare", type: "single", codes: ["seldom", "often"]},
  {name: "channels", type: "multiple", codes: ["facebook", "twitter", "blog", "flickr"]},
  {name: "pages", type: "count", codes: Array.from({length: 8}, (_, at) => String(at))},
];

/**
 * Made-up respondents of the units of the register: response that differs by class, counties in which all answered,
 * answers that differ between counties and go with each other but not with size, so that dealing them anew within classes
 * leaves nothing but chance.
 *
 * @param seed 0 to 1
 */
export function madeUpSurvey(seed: number, {response, strength, unanswered, complete}: Structure): Counted {
  const random = randomLcg(seed);
  const normal = () => Array.from({length: 12}, random).reduce((sum, each) => sum + each, -6);
  const people = unitsOf(units).filter(({h, c}) => complete.includes(c) || random() < response[h]);
  const countyEffect = units.regions.map(() => strength * normal());
  const leaning = people.map(({c}) => countyEffect[c] + strength * normal());
  const columns = questions.flatMap(({name, type, codes}) => {
    const lacks = people.map(() => (random() * 100 < unanswered ? codeOfReason("noAnswer") : null));
    if (type === "multiple")
      return codes.map((code, at) =>
        column(`${name}_${code}`, ["no", "yes"], people, (i) => lacks[i] ?? Number(leaning[i] + normal() > at)),
      );
    const level = name === "rare" ? 2 : 0;
    return [
      column(name, codes, people, (i) => {
        const score = leaning[i] + normal() + level;
        const place = Math.floor((codes.length * (score + 2)) / 4);
        return lacks[i] ?? Math.min(codes.length - 1, Math.max(0, place));
      }),
    ];
  });
  const register = [
    column(
      classColumn,
      units.classes.map(({code}) => code),
      people,
      (i) => people[i].h,
    ),
    column(
      regionColumn,
      units.regions.map(({code}) => code),
      people,
      (i) => people[i].c,
    ),
  ];
  const variables = [...registerVariables(), ...questions.map(variableOf)];
  return {
    explorer: explorerOf(
      {variables, units, count: people.length, filters: ["county", "size", "kind"]},
      {rank: "estimated", isProtected: false},
    ),
    columns: new Map([...register, ...columns].map((each) => [each.name, each])),
    count: people.length,
  };
}

/** Every unit of the register, by its class and county. */
function unitsOf({populations, regions}: UnitCells): {h: number; c: number}[] {
  return (populations ?? []).flatMap((n, cell) =>
    Array.from({length: n}, () => ({h: Math.floor(cell / regions.length), c: cell % regions.length})),
  );
}

function column(
  name: string,
  categories: readonly string[],
  people: readonly unknown[],
  codeOf: (row: number) => number,
): TallyColumn {
  return {name, categories, codes: Int32Array.from(people, (_, row) => codeOf(row))};
}

function registerVariables(): ExploredVariable[] {
  const of = (name: string, of: string, parts: readonly {code: string; label: {nb: string; en: string}}[]) => ({
    name,
    label: label(name),
    question: null,
    type: "register" as const,
    isOrdered: false,
    origin: null,
    universe: [],
    categories: parts.map((part) => ({code: part.code, label: part.label, column: of, of: [part.code]})),
  });
  return [of("county", regionColumn, units.regions), of("size", classColumn, units.classes)];
}

function variableOf({name, type, codes}: (typeof questions)[number]): ExploredVariable {
  return {
    name,
    label: label(name),
    question: label(name),
    type,
    isOrdered: false,
    origin: null,
    universe: [],
    categories: codes.map((code) =>
      type === "multiple"
        ? {code, label: label(code), column: `${name}_${code}`, of: ["yes"]}
        : {code, label: label(code), column: name, of: [code]},
    ),
  };
}
