import {inBoth, type Lang, orList, type Text, uncapital} from "../language/text.js";
import {getOrMake, memoize} from "../memoize.js";
import {all, type NamedCodes, readText} from "../selection.js";
import {type ExploredCategory, type ExploredVariable, regionColumn} from "./variable.js";

/**
 * A variable in which groups of categories are counted as one, each in the place of its first. The same text gives the
 * same variable, so that what is found once of its categories is found.
 *
 * @param text as `readText` reads it; groups of other variables, and of fewer than two categories, change nothing
 */
export function withMerges(variable: ExploredVariable, text: string = all): ExploredVariable {
  return getOrMake(mergesOf(variable), text, () => merge(variable, readText(text)));
}

const mergesOf = memoize((_: ExploredVariable) => new Map<string, ExploredVariable>());

function merge(variable: ExploredVariable, groups: readonly NamedCodes[]): ExploredVariable {
  const merged = groups.flatMap(({variable: name, codes, name: given}) => {
    const parts = variable.categories.filter(({code}) => name === variable.name && codes.includes(code));
    return parts.length < 2 ? [] : [mergedCategory(variable, parts, given)];
  });
  if (merged.length === 0) return variable;
  const categories = variable.categories.flatMap((category) => {
    const group = merged.find(({merged: parts}) => parts.includes(category));
    if (!group) return [category];
    return group.merged[0] === category ? [group] : [];
  });
  return {...variable, categories};
}

function mergedCategory(variable: ExploredVariable, parts: readonly ExploredCategory[], name: string) {
  const predicate = name ? null : predicateOf(parts);
  return {
    code: parts.map(({code}) => code).join("."),
    label: name ? {nb: name, en: name} : mergedLabel(variable, parts),
    ...(predicate && {predicate}),
    column: [...new Set(parts.map(({column}) => column))].join("."),
    of: [...new Set(parts.flatMap(({of}) => of))],
    merged: parts,
    ...(name && {isNamed: true}),
    ...(!areNeighbours(variable, parts) && {isOutOfOrder: true}),
  };
}

/** True of categories that stand one after another, all of them in order. */
function areNeighbours(
  {categories}: Pick<ExploredVariable, "categories">,
  parts: readonly ExploredCategory[],
): boolean {
  const first = categories.indexOf(parts[0]);
  return parts.every((part, at) => categories[first + at] === part && !part.isOutOfOrder);
}

/** What merged categories are called when the reader gives no name: “Later or never”, of several neighbours “A to C”. */
export function mergedLabel({type, isOrdered, categories}: ExploredVariable, parts: readonly ExploredCategory[]): Text {
  const isRange = isOrdered && parts.length > 2 && areNeighbours({categories}, parts);
  const isOfNames = type === "multiple" || parts[0].column === regionColumn;
  return inBoth((lang) => {
    const [head, ...tail] = parts.map(({label}) => label[lang]);
    const others = tail.map((label) => (isOfNames || !/^.\p{Ll}/u.test(label) ? label : uncapital(label)));
    return isRange ? `${head} ${{nb: "til", en: "to"}[lang]} ${others.at(-1)}` : orList([head, ...others], lang);
  });
}

/** What those in any of the categories did: a verb that all have in common is said once. */
function predicateOf(parts: readonly ExploredCategory[]): Text | null {
  const said = parts.flatMap(({predicate}) => predicate ?? []);
  if (said.length < parts.length) return null;
  return inBoth((lang: Lang) => {
    const verbs = new Set(said.map((text) => text[lang].split(" ")[0]));
    const [head, ...tail] = said.map((text) => text[lang]);
    return orList([head, ...tail.map((text) => (verbs.size > 1 ? text : text.slice(text.indexOf(" ") + 1)))], lang);
  });
}
