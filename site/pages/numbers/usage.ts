import type {Figure} from "../../../src/components/figure.js";
import {figures} from "../../../src/components/figures.js";
import {figureAnchor} from "../../../src/components/markup/anchors.js";
import {suggestion} from "../../../src/lib/language/nearest.js";
import {type PageId, pages} from "../../../src/lib/pages.js";
import {switchedSelections} from "../../../src/lib/selection.js";
import {facts, quantities, survey} from "../../facts.js";
import {viewOf} from "../../views.js";
import {frontMatter} from "../frontMatter.js";
import {pageText} from "../pageText.js";

/** A place on the site where a claim or a context record is used. */
export interface Use {
  page: PageId;
  /** What of the page: its prose, a figure, or a question of the codebook. */
  kind: "text" | "figure" | "question";
  /** Anchor on that page, or null for its prose. */
  anchor: string | null;
}

/**
 * Where each claim and each context record is used, by id; pages are the same in both languages. Prose uses what it
 * numbers, what it quotes, what it links to, and what its front matter says that it tells in its own words.
 *
 * @throws when a page says that it tells a claim that there is not
 */
export function usage(): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (ids: readonly string[], use: Use) => {
    for (const id of ids) {
      const before = uses.get(id) ?? [];
      if (!before.some(({page, anchor}) => page === use.page && anchor === use.anchor)) uses.set(id, [...before, use]);
    }
  };
  for (const {id} of pages) if (!isList(id)) add(usedInProse(id), {page: id, kind: "text", anchor: null});
  for (const figure of figures)
    add(usedIn(figure), {page: figure.page, kind: "figure", anchor: figureAnchor(figure.id)});
  for (const {name, claims} of survey.codebook.variables)
    add(claims, {page: "codebook", kind: "question", anchor: `v-${name}`});
  return uses;
}

/** The pages that list every claim and record: to stand there is no use. */
const isList = (page: PageId) => page === "sources" || page === "other-surveys";

/** With any of its switches; a workbench counts respondents, and uses none. */
function usedIn(figure: Figure): string[] {
  if (figure.explores) return [];
  return switchedSelections(figure.choices(facts)).flatMap((selection) => {
    const {rows, draws = []} = viewOf(figure, selection);
    return [...rows.flatMap(({quantity}) => quantity.claims), ...draws].filter((id) => known.includes(id));
  });
}

function usedInProse(page: PageId): string[] {
  const path = `/nb/${page}`;
  const text = pageText(path);
  const numbered = [...text.matchAll(/\[\[([\w-]+)/g)].flatMap(([, id]) => quantities.get(id)?.claims ?? []);
  const linked = [...text.matchAll(/(?:sources|other-surveys)(?:\.html)?#s-([\w-]+)/g)].map(([, id]) => id);
  const told = frontMatter(path, "says")?.split(", ") ?? [];
  const unknown = [...linked, ...told].find((id) => !known.includes(id));
  if (unknown) throw new Error(`unknown claim: ${unknown}${suggestion(unknown, known)} (${path})`);
  return [...numbered, ...linked, ...told, ...quotedIn(text)];
}

const known = [...facts.summary.claims, ...facts.context.records].map(({id}) => id);

/** The claims that a text quotes: those whose wording, and no other claim’s, has the words between quotation marks. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(/[«“]([^»”]+)[»”]/g)].flatMap(([, quoted]) => {
    const found = facts.summary.claims.filter(({quote}) => inWords(quote.text).includes(inWords(quoted)));
    return found.length === 1 ? [found[0].id] : [];
  });
}

/** Words alone, in lower case, with a space before and after each. */
const inWords = (text: string) => ` ${(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(" ")} `;
