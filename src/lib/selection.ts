import type {Text} from "./language/text.js";

/** What a choice can be set to. */
export interface Option {
  code: string;
  label: Text;
  hint?: Text;
  /** What it stands under in a long menu. */
  group?: Text;
}

/** One thing a reader can choose: a switch (one of) or a filter (any of). */
export interface Choice {
  /** The parameter in the address, the same in both languages. */
  key: string;
  label: Text;
  options: readonly Option[];
  /** "one": exactly one of the options. "any": one of them, or all. "some": as many of them as one likes, or all. */
  kind: "one" | "any" | "some";
  /** How it is offered: by default one of a few as a switch, any of many as a menu. A slider’s codes are whole numbers. */
  control?: "switch" | "menu" | "slider" | "boxes";
  /** Written after a slider’s number. */
  unit?: Text;
  /** What `all` is called; “All” by default. */
  allLabel?: Text;
  /** The code that stands when the address says nothing; for "any" and "some" this is `all`. */
  initial: string;
}

/** What the reader chose, by key. Always complete. */
export type Selection = Readonly<Record<string, string>>;

/** A parameter that could not be used, as found in the address. */
export interface Refused {
  key: string;
  value: string;
}

/** The code of "no filter". */
export const all = "all";

/** Between the codes of several options in an address. */
const separator = ".";

/** The selection before the reader has chosen anything. */
export function initialSelection(choices: readonly Choice[]): Selection {
  return Object.fromEntries(choices.map(({key, initial}) => [key, initial]));
}

/**
 * Reads a selection from an address.
 *
 * @param search the query, with or without `?`
 * @returns a complete selection, and what was refused; an unknown code leaves the initial one standing.
 *   Keys that belong to no choice are left alone: another part of the page may own them.
 */
export function parseSelection(search: string, choices: readonly Choice[]): {selection: Selection; refused: Refused[]} {
  const parameters = new URLSearchParams(search);
  const refused: Refused[] = [];
  const entries = choices.map((choice) => {
    const value = parameters.get(choice.key);
    if (value === null) return [choice.key, choice.initial];
    const unknown = unknownCodes(choice, value);
    for (const code of unknown) refused.push({key: choice.key, value: code});
    return [choice.key, withoutCodes(choice, value, unknown)];
  });
  return {selection: Object.fromEntries(entries), refused};
}

/** What of a value is no code of a choice. */
function unknownCodes(choice: Choice, value: string): string[] {
  const known = codesOf(choice);
  const codes = choice.kind === "some" ? value.split(separator) : [value];
  return codes.filter((code) => !known.includes(code));
}

function withoutCodes(choice: Choice, value: string, unknown: readonly string[]): string {
  if (choice.kind !== "some") return unknown.length > 0 ? choice.initial : value;
  return joinCodes(
    choice,
    value.split(separator).filter((code) => !unknown.includes(code)),
  );
}

/** The codes of a choice of several as one value, each once and in the order of its options; all when there are none. */
export function joinCodes({options}: Pick<Choice, "options">, codes: readonly string[]): string {
  const chosen = options.map(({code}) => code).filter((code) => codes.includes(code));
  return chosen.length === 0 ? all : chosen.join(separator);
}

/** The codes that a value of a choice of several stands for; none when it is all. */
export function splitCodes(value: string): string[] {
  return value === all ? [] : value.split(separator);
}

/**
 * Writes a selection into an address: only what differs from the initial one.
 *
 * @param search the present query; parameters of other owners are kept
 * @returns the new query with `?`, or "" when nothing is left to say
 */
export function serializeSelection(selection: Selection, choices: readonly Choice[], search = ""): string {
  const parameters = new URLSearchParams(search);
  for (const {key, initial} of choices) {
    if (selection[key] === initial) parameters.delete(key);
    else parameters.set(key, selection[key]);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/** True when both choose the same. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key]);
}

/**
 * Every selection that switches allow, the rest as it is at first: the cases that are printed when no script can
 * switch between them. What menus and sliders allow is more than can be printed.
 */
export function switchedSelections(choices: readonly Choice[]): Selection[] {
  return choices.reduce<Selection[]>(
    (selections, choice) => {
      const codes = controlOf(choice) === "switch" ? codesOf(choice) : [choice.initial];
      return selections.flatMap((selection) => codes.map((code) => ({...selection, [choice.key]: code})));
    },
    [{}],
  );
}

/** How a choice is offered. */
export function controlOf({kind, control}: Choice): NonNullable<Choice["control"]> {
  return control ?? ({one: "switch", any: "menu", some: "boxes"} as const)[kind];
}

/** The part of a selection that some choices are about. */
export function selectionOf(selection: Selection, keys: readonly string[]): Selection {
  return Object.fromEntries(keys.filter((key) => key in selection).map((key) => [key, selection[key]]));
}

function codesOf({kind, options}: Choice): string[] {
  const codes = options.map(({code}) => code);
  return kind === "one" ? codes : [all, ...codes];
}
