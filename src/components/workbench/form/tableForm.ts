import {explorerWords} from "../../../lib/language/explorerWords.js";
import {pageLang} from "../../browser/announce.js";
import {mergeForm} from "./mergeForm.js";

/** Brings to life what can be done at the table of a workbench: merging, and paging through its columns. */
export function tableForm(form: HTMLFormElement): void {
  mergeForm(form);
  pageColumns(form);
}

/** Over a table that is wider than its place are buttons to the columns before and after; over another, how it is sorted. */
function pageColumns(form: HTMLFormElement): void {
  const region = form.querySelector<HTMLElement>("[data-part=table]");
  const pager = form.querySelector<HTMLElement>(".pager");
  if (!region || !pager) return;
  const said = pager.querySelector("span") as HTMLElement;
  const buttons = [...pager.querySelectorAll("button")];
  for (const [at, button] of buttons.entries())
    button.addEventListener("click", () => region.scrollBy({left: (at === 0 ? -0.7 : 0.7) * region.clientWidth}));
  const lang = pageLang();
  const follow = () => {
    const {scrollLeft, scrollWidth, clientWidth} = region;
    const hidden = scrollWidth - clientWidth;
    const isSorted = region.querySelector(".crosstab thead th.number") !== null;
    said.textContent = hidden > 1 ? explorerWords.wideTable[lang] : isSorted ? explorerWords.sortByHead[lang] : "";
    for (const [at, button] of buttons.entries()) {
      button.hidden = hidden < 2;
      button.setAttribute("aria-disabled", String(at === 0 ? scrollLeft < 2 : scrollLeft > hidden - 2));
    }
  };
  region.addEventListener("scroll", follow, {passive: true});
  new ResizeObserver(follow).observe(region);
  new MutationObserver(follow).observe(region, {childList: true});
  follow();
}
