import {mergedLabel} from "../../lib/table/merges.js";
import {type Drawing, fetchView} from "./fetchView.js";

/** What a form asks of its figure: a name for categories that a reader is about to merge. */
export interface NameAsked {
  variable: string;
  codes: readonly string[];
  /** All that can be merged, as `variable-code`, in the order of the codebook. */
  known: readonly string[];
  answer(name: string): void;
}

/** Has a figure tell the form around it what merged categories would be called. */
export function answerNames(element: HTMLElement, drawing: Drawing): void {
  element.addEventListener("nameasked", (event) => {
    const selection = Object.fromEntries(new URLSearchParams(element.dataset.selection));
    suggestName({...drawing, selection}, (event as CustomEvent<NameAsked>).detail);
  });
}

/** What the table of a figure would call some categories of its rows or columns, whatever is merged already. */
async function suggestName(drawing: Drawing, {variable: name, codes, known, answer}: NameAsked): Promise<void> {
  const {view} = await fetchView(drawing);
  const {rows, columns} = view.explored?.tables[0]?.request ?? {};
  const variable = [rows, columns].find((each) => each?.name === name);
  if (!variable) return answer("");
  const placeOf = ({code}: {code: string}) => known.indexOf(`${variable.name}-${code}`);
  const categories = variable.categories
    .flatMap((category) => category.merged ?? [category])
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const parts = categories.filter(({code}) => codes.includes(code));
  answer(mergedLabel({...variable, categories}, parts)[drawing.lang]);
}
