import {controls} from "./browser/controls.js";
import {figure} from "./live.js";
import {withMark} from "./markup/standInMark.js";

/*
 * A figure that stands alone in somebody else's page: it shows what its address says, without Framework's runtime. Its
 * controls are seen if the address asks for them.
 */
document.body.classList.toggle("controlled", new URLSearchParams(location.search).has("controls"));
for (const {dataset} of document.querySelectorAll<HTMLElement>("[data-figure]")) {
  const id = dataset.figure ?? "";
  const form = controls(id);
  const whole = document.querySelector<HTMLAnchorElement>("[data-whole]");
  const mark = whole?.search;
  const show = () => {
    figure(id, {selection: form.value});
    if (whole) whole.search = withMark(location.search, mark);
  };
  form.addEventListener("input", show);
  show();
}
