import {JSDOM} from "jsdom";

/** The document that charts are drawn in at build, in place of the browser's. */
export const document: Document = new JSDOM("").window.document;
