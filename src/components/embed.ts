import {controls} from "./controls.js";
import {type FactFiles, figure} from "./live.js";

/*
 * A figure that stands alone in somebody else's page: its controls work as they do in the report,
 * without Framework's runtime.
 */

const file = (name: string) => ({
  json: async () => (await fetch(new URL(`../../data/${name}.json`, document.baseURI))).json(),
});
const facts: FactFiles = {
  summary: file("summary"),
  context: file("context"),
  derived: file("derived"),
  register: file("register"),
  survey: file("survey"),
};

/** What the figure needs: an explorer what its page is sent, and no more. */
const factsOf = ({dataset: {explores}}: HTMLElement): FactFiles =>
  explores ? {explorer: file(`explore/${explores}`)} : facts;

for (const element of document.querySelectorAll<HTMLElement>("[data-figure]")) {
  const id = element.dataset.figure ?? "";
  const form = controls(id);
  const needed = factsOf(element);
  const show = () => figure(id, {selection: form.value, facts: needed});
  form.addEventListener("input", show);
  show();
}
