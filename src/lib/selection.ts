import type {Text} from "./text.js";

/** One thing a reader can choose: a switch (one of) or a filter (any of). */
export interface Choice {
  /** The parameter in the address, the same in both languages. */
  key: string;
  label: Text;
  options: readonly {code: string; label: Text; hint?: Text}[];
  /** "one": exactly one of the options. "any": one of them, or all. */
  kind: "one" | "any";
  /** How it is offered: by default one of a few as a switch, any of many as a menu. A slider’s codes are whole numbers. */
  control?: "switch" | "menu" | "slider";
  /** Written after a slider’s number. */
  unit?: Text;
  /** What `all` is called; “All” by default. */
  allLabel?: Text;
  /** The code that stands when the address says nothing; for "any" this is `all`. */
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
    if (codesOf(choice).includes(value)) return [choice.key, value];
    refused.push({key: choice.key, value});
    return [choice.key, choice.initial];
  });
  return {selection: Object.fromEntries(entries), refused};
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
export function controlOf({kind, control}: Choice): "switch" | "menu" | "slider" {
  return control ?? (kind === "one" ? "switch" : "menu");
}

/** The part of a selection that some choices are about. */
export function selectionOf(selection: Selection, keys: readonly string[]): Selection {
  return Object.fromEntries(keys.filter((key) => key in selection).map((key) => [key, selection[key]]));
}

function codesOf({kind, options}: Choice): string[] {
  const codes = options.map(({code}) => code);
  return kind === "any" ? [all, ...codes] : codes;
}
