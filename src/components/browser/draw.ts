/*
 * Everything that is needed to draw a figure in the browser, Plot included, as one script. Fetched when a reader comes near
 * a figure that can be changed, or does something with one, never before.
 */
export {act} from "./actions.js";
export {drawFigure, fileOrNotice, prepare} from "./browserFigure.js";
