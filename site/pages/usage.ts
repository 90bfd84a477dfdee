import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {figures} from "../../src/components/figures.js";
import {figureAnchor} from "../../src/components/markup/anchors.js";
import {type PageId, pageAt} from "../../src/lib/pages.js";
import {quantities} from "../facts.js";
import {numbersIn} from "./figureBlock.js";

/** A place on the site where a claim or a context record is used. */
export interface Use {
  page: PageId;
  /** Anchor on that page, or null for its prose. */
  anchor: string | null;
}

/** Where each claim and each context record is used, by id; pages are the same in both languages. */
export function usage(): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (quantityId: string, use: Use) => {
    for (const claim of quantities.get(quantityId)?.claims ?? []) {
      const known = uses.get(claim) ?? [];
      if (!known.some(({page, anchor}) => page === use.page && anchor === use.anchor)) uses.set(claim, [...known, use]);
    }
  };
  for (const {page, text} of pageTexts()) {
    for (const [, id] of text.matchAll(/\[\[([\w-]+)/g)) add(id, {page, anchor: null});
  }
  for (const {id, page} of figures) for (const number of numbersIn(id)) add(number, {page, anchor: figureAnchor(id)});
  return uses;
}

function pageTexts(): {page: PageId; text: string}[] {
  const folder = fileURLToPath(new URL("../../src/nb/", import.meta.url));
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const at = pageAt(`nb/${file.replace(/\.md$/, "").replace(/^index$/, "")}`);
      return at ? [{page: at.page, text: readFileSync(`${folder}${file}`, "utf8")}] : [];
    });
}
