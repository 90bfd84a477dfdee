import {controls} from "./browser/controls.js";
import {figure} from "./live.js";

/*
 * A figure that stands alone in somebody else's page: its controls work as they do in the report,
 * without Framework's runtime.
 */
for (const {dataset} of document.querySelectorAll<HTMLElement>("[data-figure]")) {
  const id = dataset.figure ?? "";
  const form = controls(id);
  const show = () => figure(id, {selection: form.value});
  form.addEventListener("input", show);
  show();
}
