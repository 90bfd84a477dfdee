import {pathOf} from "../../lib/pages.js";
import {figureAnchor, numberAnchor} from "../markup/anchors.js";
import {formatsOf} from "../markup/downloadLinks.js";
import {embedHeight} from "../markup/embedHeight.js";
import {
  type DrawnWidth,
  drawings,
  drawnWidths,
  figureParts,
  linksOf,
  partsAround,
  tablePart,
} from "../markup/figureMarkup.js";
import {testsSeenText} from "../workbench/testsSeen.js";
import {type Drawing, fetchView} from "./fetchView.js";
import {whenIdle} from "./when.js";

/*
 * Everything that is needed to draw a figure in the browser, Plot included, as one script. Fetched when a reader comes near
 * a figure that can be changed, or does something with one, never before.
 */
export {runAction, saveFigure, showCitations} from "./export/actions.js";

import type {Drawn} from "./aroundFigure.js";

export {followDrawn} from "./aroundFigure.js";
export {chartCard} from "./chartCard.js";
export {answerNames} from "./suggestName.js";

export async function drawFigure(drawing: Drawing, shown: DrawnWidth): Promise<Drawn> {
  const {id, lang} = drawing;
  const {figure, view} = await fetchView(drawing);
  const {shows = "picture"} = view;
  const linkTo = linksOf(id, view, (quantityId) => document.getElementById(numberAnchor(quantityId)) !== null);
  const askAt = (search: string) =>
    new URL(`../${pathOf("what-can-it-say", lang)}${search}#${figureAnchor("subgroup")}`, import.meta.url).href;
  const options = {lang, document, linkTo, askAt};
  const others = (Object.keys(drawnWidths) as DrawnWidth[]).filter((width) => width !== shown);
  const parts = (shows === "picture" ? partsAround : figureParts)(figure, view, {...options, widths: [shown]});
  return {
    parts,
    title: view.title[lang],
    announcement: `${view.title[lang]}. ${view.subtitle[lang]}`,
    shows,
    workbenchSearch: view.workbenchSearch,
    testsSeen: view.tested ? testsSeenText(view.tested, lang) : null,
    formats: formatsOf(figure, view),
    drawRest: () => {
      const rest = drawings(figure, view, {...options, widths: others});
      const table = tablePart(figure, view, options);
      const height = embedHeight({...parts, table, picture: [...parts.picture, ...rest]}, shows);
      return {drawings: rest, table, height};
    },
  };
}

/**
 * Fetches what a figure is drawn from, and draws it once where nobody sees it, so that its first change is as quick as the
 * next: a browser takes its time over code that it runs for the first time.
 */
export async function prepare(drawing: Drawing, shown: DrawnWidth): Promise<void> {
  await fetchView(drawing);
  whenIdle(() => drawFigure(drawing, shown).catch(() => {})); // at a change it is said
}
