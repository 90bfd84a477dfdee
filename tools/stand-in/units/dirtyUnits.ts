import type {UnitCells} from "../../../data-loaders/cleaning/units/cells.js";
import type {UnitReason} from "../../../data-loaders/cleaning/units/unitSteps.js";
import type {Units} from "../../../data-loaders/inputs/register/readRegister.js";
import {distanceWithin} from "../../../src/lib/language/editDistance.js";
import {type NamedUnit, namedUnits} from "./namedUnits.js";

/** A whole number from 0 to n - 1: where randomness comes in. */
export type Pick = (n: number) => number;

/** One way in which a file misnames a unit. */
export interface UnitDefect {
  id: string;
  /** Null if `identifyUnit` must get the unit back; else why it must not. */
  reason: UnitReason | null;
  applies(unit: NamedUnit): boolean;
  write(unit: NamedUnit, pick: Pick): UnitCells;
}

/** All ways: first those of numbers, then of names, then those that cannot be mended. */
export function dirtyUnits(register: Units): readonly UnitDefect[] {
  const units = namedUnits(register);
  return [...numberWays, ...nameWays, misspeltWay(register), ...hopelessDefects(units)];
}

const always = () => true;
const isMunicipality = ({kind}: NamedUnit) => kind === "municipality";
const isAuthority = ({kind}: NamedUnit) => kind === "authority";
const oneOf = <T>(list: readonly T[], pick: Pick): T => list[pick(list.length)];
const numberOnly = (number: string): UnitCells => ({number, name: ""});
const nameOnly = (name: string): UnitCells => ({number: "", name});

const numberWays: readonly UnitDefect[] = [
  {id: "asRegistered", reason: null, applies: always, write: ({code, name}) => ({number: code, name})},
  {id: "numberOnly", reason: null, applies: always, write: ({code}) => numberOnly(code)},
  {
    id: "lostZero",
    reason: null,
    applies: ({code}) => code[0] === "0",
    write: ({code, name}) => ({number: code.slice(1), name}),
  },
  {
    id: "fourDigitAuthority",
    reason: null,
    applies: isAuthority,
    write: ({code, name}, pick) => ({number: oneOf([`${code}00`, String(Number(`${code}00`))], pick), name}),
  },
  {
    id: "decimals",
    reason: null,
    applies: always,
    write: ({code}, pick) =>
      numberOnly(`${oneOf([code, String(Number(code))], pick)}${oneOf([".0", ",0", ".00"], pick)}`),
  },
  {
    id: "spacesAround",
    reason: null,
    applies: always,
    write: ({code, name}) => ({number: ` ${code} `, name: ` ${name}  `}),
  },
  {
    id: "thousands",
    reason: null,
    applies: ({code}) => /^[1-9]\d{3}$/.test(code),
    write: ({code}, pick) => numberOnly(`${code[0]}${oneOf([" ", ".", ",", "\u00a0"], pick)}${code.slice(1)}`),
  },
  {
    id: "numberPrefix",
    reason: null,
    applies: isMunicipality,
    write: ({code}, pick) => numberOnly(`${oneOf(["K-", "K", "knr. ", "Kommunenr. ", "nr "], pick)}${code}`),
  },
  {
    id: "oneCell",
    reason: null,
    applies: always,
    write: ({code, name}, pick) => {
      const text = oneOf([`${code} ${name}`, `${name} (${code})`, `${code} - ${name}`, `${name}, ${code}`], pick);
      return oneOf([numberOnly(text), nameOnly(text)], pick);
    },
  },
  {id: "swapped", reason: null, applies: always, write: ({code, name}) => ({number: name, name: code})},
  {
    id: "laterNumber",
    reason: null,
    applies: ({laterNumber, isMerged}) => laterNumber !== null && !isMerged,
    write: ({laterNumber, name}, pick) => ({number: laterNumber ?? "", name: oneOf([name, ""], pick)}),
  },
  {
    id: "mergedNumberAndName",
    reason: null,
    applies: ({laterNumber, isMerged, isNamesake}) => laterNumber !== null && isMerged && !isNamesake,
    write: ({laterNumber, name}) => ({number: laterNumber ?? "", name}),
  },
];

const isNamed = ({isNameUnique}: NamedUnit) => isNameUnique;
const hasLetters = ({name}: NamedUnit) => /[æøåáŋšđčŧž]/i.test(name);
const parts = ({name}: NamedUnit) => name.split(" - ");

/** Letters lost, each alike through the whole name. */
function withoutLetters(name: string, {æ, ø, å}: Record<"æ" | "ø" | "å", string>): string {
  const written: Record<string, string> = {æ, ø, å};
  const replaced = name.replace(/[æøå]/gi, (letter) => {
    const text = written[letter.toLowerCase()];
    return letter === letter.toLowerCase() ? text : text[0].toUpperCase() + text.slice(1);
  });
  return replaced.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Each byte of UTF-8 read as one letter. */
function garbled(name: string): string {
  return Buffer.from(name, "utf8").toString("latin1");
}

const nameWays: readonly UnitDefect[] = [
  {id: "nameOnly", reason: null, applies: isNamed, write: ({name}) => nameOnly(name)},
  {
    id: "capitals",
    reason: null,
    applies: isNamed,
    write: ({name}, pick) => nameOnly(oneOf([name.toUpperCase(), name.toLowerCase()], pick)),
  },
  {
    id: "unitWord",
    reason: null,
    applies: (unit) => isNamed(unit) && isMunicipality(unit),
    write: ({name}, pick) =>
      nameOnly(
        oneOf(
          [
            `${name} kommune`,
            `${name} KOMMUNE`,
            `Kommune: ${name}`,
            `${name} municipality`,
            `Municipality of ${name}`,
            `${name} komm.`,
          ],
          pick,
        ),
      ),
  },
  {
    id: "authorityWord",
    reason: null,
    applies: isAuthority,
    write: ({county}, pick) =>
      nameOnly(
        oneOf(
          [
            county,
            `${county} fylke`,
            `${county} FK`,
            `${county} fylkesk.`,
            `${county} County Council`,
            `Fylkeskommunen i ${county}`,
          ],
          pick,
        ),
      ),
  },
  {
    id: "withoutLetters",
    reason: null,
    applies: (unit) => isNamed(unit) && hasLetters(unit),
    write: ({name}, pick) =>
      nameOnly(
        withoutLetters(
          name,
          oneOf(
            [
              {æ: "ae", ø: "o", å: "a"},
              {æ: "ae", ø: "oe", å: "aa"},
            ],
            pick,
          ),
        ),
      ),
  },
  {
    id: "mojibake",
    reason: null,
    applies: (unit) => isNamed(unit) && hasLetters(unit),
    write: ({name}) => nameOnly(garbled(name)),
  },
  {
    id: "questionMarks",
    reason: null,
    applies: (unit) => isNamed(unit) && hasLetters(unit),
    write: ({name}) => nameOnly(name.replace(/\P{ASCII}/gu, "?")),
  },
  {
    id: "county",
    reason: null,
    applies: isMunicipality,
    write: (unit, pick) => {
      const name = oneOf(parts(unit), pick);
      return nameOnly(
        oneOf(
          [
            `${name} i ${unit.county}`,
            `${name} (${unit.county})`,
            `${name}, ${unit.county}`,
            `${name} kommune, ${unit.county} fylke`,
          ],
          pick,
        ),
      );
    },
  },
  {
    id: "otherName",
    reason: null,
    applies: ({otherNames}) => otherNames.length > 0,
    write: ({otherNames}, pick) => nameOnly(oneOf(otherNames, pick)),
  },
  {
    id: "parallelNames",
    reason: null,
    applies: (unit) => parts(unit).length > 1,
    write: (unit, pick) =>
      nameOnly(
        oneOf(
          [
            parts(unit).toReversed().join(" - "),
            parts(unit).join("/"),
            parts(unit).toReversed().join("/"),
            oneOf(parts(unit), pick),
          ],
          pick,
        ),
      ),
  },
];

/** One letter wrong in a name so far from every other that it cannot be another's. */
function misspeltWay(register: Units): UnitDefect {
  const lonely = lonelyNames(register);
  return {
    id: "misspelt",
    reason: null,
    applies: ({name}) => lonely.has(name),
    write: ({name}, pick) =>
      nameOnly(misspell(name, 1 + pick(name.length - 2), oneOf(["drop", "double", "swap"], pick))),
  };
}

/** A name with the letter at a place, never the first, left out, doubled or swapped with the next. */
function misspell(name: string, at: number, how: "drop" | "double" | "swap"): string {
  const [before, letter, rest] = [name.slice(0, at), name[at], name.slice(at + 1)];
  if (how === "drop") return before + rest;
  return how === "double" ? before + letter + letter + rest : before + rest.slice(0, 1) + letter + rest.slice(1);
}

/** Names of one word and at least five letters, four edits or more from every name that is not their unit's. */
function lonelyNames(register: Units): Set<string> {
  const all = [
    ...register.municipalities,
    ...register.countyAuthorities,
    ...register.counties,
    ...register.otherNames,
    ...register.otherPlaces.map(({name}) => ({number: "", name})),
  ].flatMap(({number, name}) => name.split(" - ").map((part) => ({number, text: part.toLowerCase()})));
  const isLonely = ({number, name}: {number: string; name: string}) =>
    /^\p{L}{5,}$/u.test(name) &&
    all.every((other) => other.number === number || distanceWithin(3, name.toLowerCase(), other.text) > 3);
  return new Set(register.municipalities.filter(isLonely).map(({name}) => name));
}

/** Numbers of 2020, and such as never were. */
const unknownNumbers = ["3001", "3411", "4204", "4601", "5401", "9999", "0300", "99"];

function hopelessDefects(units: readonly NamedUnit[]): readonly UnitDefect[] {
  const twins = twinsOf(units);
  return [
    {
      id: "nothing",
      reason: "noUnit",
      applies: always,
      write: (_, pick) => oneOf([nameOnly(""), nameOnly("-"), nameOnly("kommune")], pick),
    },
    {
      id: "unknownNumber",
      reason: "unknownNumber",
      applies: always,
      write: ({name}, pick) => ({number: oneOf(unknownNumbers, pick), name: oneOf([name, ""], pick)}),
    },
    {
      id: "sharedName",
      reason: "sharedName",
      applies: ({isNameUnique}) => !isNameUnique,
      write: ({name}) => nameOnly(name),
    },
    {
      id: "mergedNumber",
      reason: "merged",
      applies: ({isMerged, laterNumber}) => isMerged && laterNumber !== null,
      write: ({laterNumber}) => numberOnly(laterNumber ?? ""),
    },
    {
      id: "anothersNumber",
      reason: "contradiction",
      applies: isNamed,
      write: ({name}, pick) => ({
        number: oneOf(
          units.filter((other) => other.name !== name),
          pick,
        ).code,
        name,
      }),
    },
    {
      id: "notTheAuthority",
      reason: "unknownName",
      applies: isAuthority,
      write: ({county}, pick) => nameOnly(oneOf([`Fylkesmannen i ${county}`, `${county} kommune`], pick)),
    },
    {
      id: "otherPlace",
      reason: "otherPlace",
      applies: always,
      write: (_, pick) =>
        nameOnly(oneOf(["Langesund", "Indre Østfold", "Senja", "Trøndelag fylkeskommune", "Mo i Rana"], pick)),
    },
    {
      id: "betweenTwo",
      reason: "unclearName",
      applies: ({name}) => twins.has(name),
      write: ({name}) => nameOnly(twins.get(name) ?? ""),
    },
  ];
}

/** Names that differ from another in one inner letter, and what is left of both without it: Sogndal, Sokndal, "Sondal". */
function twinsOf(units: readonly NamedUnit[]): Map<string, string> {
  const names = units.map(({name}) => name);
  const known = new Set(names);
  return new Map(
    names.flatMap((name): [string, string][] => {
      const twin = names.find(
        (other) =>
          name.length >= 5 && other.length === name.length && other !== name && distanceWithin(1, name, other) === 1,
      );
      const at = twin === undefined ? 0 : [...name].findIndex((letter, index) => letter !== twin[index]);
      const left = name.slice(0, at) + name.slice(at + 1);
      return at > 0 && !known.has(left) ? [[name, left]] : [];
    }),
  );
}
