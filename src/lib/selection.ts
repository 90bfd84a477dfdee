import type {Text} from "./language/text.js";
import {oneOfEach} from "./oneOfEach.js";

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
  /**
   * "one": exactly one of the options. "any": one of them, or all. "some": as many of them as one likes, or all. "text":
   * options put together and named by the reader (`readText`), or all.
   */
  kind: "one" | "any" | "some" | "text";
  /** How it is offered: by default one of a few as a switch, any of many as a menu. A slider’s codes are whole numbers. */
  control?: "switch" | "tabs" | "menu" | "slider" | "boxes" | "picker" | "hidden";
  /** Key of the choice whose grouped options this one has too, or, of a text, puts together: a form has them once. */
  codesOf?: string;
  /** In the workbench: the view that it belongs to. Anywhere: "more" for what is seldom changed, "picture" for a slider that lies over it. */
  where?: string;
  /** Written after a slider’s number. */
  unit?: Text;
  /** What `all` is called; “All” by default. */
  allLabel?: Text;
  /** The code that stands when the address says nothing; for all but "one" this is `all`. */
  initial: string;
}

/** What an address needs to know of a choice. */
export type ChoiceCodes = Pick<Choice, "key" | "kind" | "initial"> & {options: readonly Pick<Option, "code">[]};

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
export function parseSelection(
  search: string,
  choices: readonly ChoiceCodes[],
): {selection: Selection; refused: Refused[]} {
  const parameters = new URLSearchParams(search);
  const refused: Refused[] = [];
  const entries = choices.map((choice) => {
    const value = parameters.get(choice.key);
    if (value === null) return [choice.key, choice.initial];
    if (choice.kind === "text") {
      const checked = checkText(choice, value);
      refused.push(...checked.refused.map((code) => ({key: choice.key, value: code})));
      return [choice.key, checked.value];
    }
    const codes = choice.kind === "some" ? value.split(separator) : [value];
    const known = codes.filter((code) => codesOf(choice).includes(code));
    for (const code of codes) if (!known.includes(code)) refused.push({key: choice.key, value: code});
    return [choice.key, choice.kind === "some" ? joinCodes(choice, known) : (known[0] ?? choice.initial)];
  });
  return {selection: Object.fromEntries(entries), refused};
}

/** The codes of a choice of several as one value, each once and in the order of its options; all when there are none. */
export function joinCodes({options}: Pick<ChoiceCodes, "options">, codes: readonly string[]): string {
  const chosen = options.map(({code}) => code).filter((code) => codes.includes(code));
  return chosen.length === 0 ? all : chosen.join(separator);
}

/** The codes that a value of a choice of several stands for; none when it is all. */
export function splitCodes(value: string): string[] {
  return value === all ? [] : value.split(separator);
}

/** Options of one variable that a reader has put together; without a name of theirs the name is empty. */
export interface NamedCodes {
  variable: string;
  codes: readonly string[];
  name: string;
}

/** The longest name that a reader can give, in characters. */
export const longestName = 60;

/**
 * Reads a text: `variable-code.code-name`, several of them with `*` between, of which an address writes nothing as `%`. In
 * a name `_s` is a star and `__` is `_`; what cannot be printed is left out, and so is what is too long.
 */
export function readText(value: string): NamedCodes[] {
  if (value === all) return [];
  return value.split("*").map((item) => {
    const [variable, codes = "", ...name] = item.split("-");
    return {variable, codes: codes.split(separator), name: printable(name.join("-").replace(/_([s_])/g, unescaped))};
  });
}

const unescaped = (_: string, escaped: string) => (escaped === "s" ? "*" : "_");

/** A name as it is kept: on one line, and without what turns the direction of the text around it. */
const printable = (name: string) => [...name.replace(/[\s\p{C}]+/gu, " ").trim()].slice(0, longestName).join("").trim();

/** Writes a text; all of none. */
export function writeText(items: readonly NamedCodes[]): string {
  const written = items.map(({variable, codes, name}) => {
    const escaped = printable(name).replaceAll("_", "__").replaceAll("*", "_s");
    return [variable, codes.join(separator), ...(escaped ? [escaped] : [])].join("-");
  });
  return written.join("*") || all;
}

/** A text with what the options know, each once; anything else is refused by its name. */
function checkText({options}: Pick<ChoiceCodes, "options">, value: string): {value: string; refused: string[]} {
  const free = new Set(options.map(({code}) => code));
  const refused: string[] = [];
  const kept = readText(value).map((item) => ({
    ...item,
    codes: item.codes.filter((code) => {
      const named = code ? `${item.variable}-${code}` : item.variable;
      return code && free.delete(named) ? true : refused.push(named) < 0;
    }),
  }));
  return {value: writeText(kept.filter(({codes}) => codes.length > 0)), refused};
}

/**
 * Writes a selection into an address: only what differs from the initial one.
 *
 * @param search the present query; parameters of other owners are kept
 * @returns the new query with `?`, or "" when nothing is left to say
 */
export function serializeSelection(selection: Selection, choices: readonly ChoiceCodes[], search = ""): string {
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
  const allowed = choices.map((choice) => {
    const codes = controlOf(choice) === "switch" ? codesOf(choice) : [choice.initial];
    return codes.map((code) => [choice.key, code]);
  });
  return oneOfEach(allowed).map((chosen) => Object.fromEntries(chosen));
}

/** How a choice is offered. */
export function controlOf({kind, control}: Choice): NonNullable<Choice["control"]> {
  return control ?? ({one: "switch", any: "menu", some: "boxes", text: "hidden"} as const)[kind];
}

/** The part of a selection that some choices are about. */
export function selectionOf(selection: Selection, keys: readonly string[]): Selection {
  return Object.fromEntries(keys.filter((key) => key in selection).map((key) => [key, selection[key]]));
}

function codesOf({kind, options}: Pick<ChoiceCodes, "kind" | "options">): string[] {
  const codes = options.map(({code}) => code);
  return kind === "one" ? codes : [all, ...codes];
}
