import type {Lang, Text} from "../../lib/language/text.js";
import type {Selection} from "../../lib/selection.js";
import type {FigureView} from "../figure.js";
import {isMadeUp} from "./standInMark.js";

const viewNames: Record<string, Text> = {
  table: {nb: "tabell", en: "table"},
  trend: {nb: "utvikling", en: "trend"},
  map: {nb: "kart", en: "map"},
  differences: {nb: "forskjeller", en: "differences"},
  whatif: {nb: "hva-hvis", en: "what-if"},
};

/**
 * What the files of a figure are called, without what they end with: the question, what it is set against, and that the
 * answers are made up.
 *
 * @returns ASCII, at most some 80 characters, such as `strategy-by-size-filtered-made-up`
 */
export function fileName(id: string, view: FigureView, {lang, selection}: {lang: Lang; selection: Selection}): string {
  const own = view.explored ? exploredName(view, {lang, selection}) : (selection.rows ?? id);
  const madeUp = isMadeUp(view) ? {nb: "-konstruert", en: "-made-up"}[lang] : "";
  return `${cut(slug(own), 80 - madeUp.length)}${madeUp}`;
}

function exploredName({explored}: FigureView, {lang, selection}: {lang: Lang; selection: Selection}): string {
  const [{table}] = explored?.tables ?? [];
  const {rowVariable, columnVariable, filters} = table;
  const layers = [selection.layer, selection.layer2].map((code) => code?.split("-")[0]);
  const named = filters.filter(({variable}) => layers.includes(variable));
  const by = {nb: "etter", en: "by"}[lang];
  return [
    ...[rowVariable, ...(columnVariable ? [columnVariable] : []), ...named].map(({label}, at) =>
      at === 0 ? cut(slug(label[lang]), 40) : `${at === 1 ? by : "-"} ${cut(slug(label[lang]), 24)}`,
    ),
    filters.length > named.length ? {nb: "filtrert", en: "filtered"}[lang] : "",
    viewNames[selection.view]?.[lang] ?? "",
  ].join(" ");
}

const letters: Record<string, string> = {æ: "ae", ø: "o", å: "a", đ: "d"};

/** Small letters, digits and hyphens. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æøåđ]/g, (letter) => letters[letter])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Without the word that runs over. */
const cut = (text: string, most: number) =>
  text.length <= most
    ? text
    : text
        .slice(0, most + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, most);
